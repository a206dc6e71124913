/** The address behind some words. */
import { isAllowedLink } from '@butinerie/collaboration/document';
import type { Editor } from '@tiptap/core';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { words } from './words.ts';

/** What people paste: an address with or without its scheme, or an e-mail address. */
export function hrefFrom(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`;
  const href = /^([a-z][a-z0-9+.-]*:|\/|#)/i.test(text) ? text : `https://${text}`;
  return isAllowedLink(href) ? href : null;
}

export interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const say = useWords(words);
  const before: unknown = editor.getAttributes('link')['href'];
  const [typed, setTyped] = useState(typeof before === 'string' ? before : '');
  const [wrong, setWrong] = useState(false);
  const set = (event: FormEvent): void => {
    event.preventDefault();
    const href = hrefFrom(typed);
    setWrong(href === null);
    if (href === null) return;
    onClose();
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus().extendMarkRange('link');
    // Nothing selected and no link there: the address itself is the words.
    if (empty && typeof before !== 'string')
      chain
        .insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    else chain.setLink({ href }).run();
  };
  return (
    <Dialog open title={say.linkTitle} onClose={onClose}>
      <form noValidate onSubmit={set}>
        <TextField
          label={say.linkAddress}
          hint={say.linkHint}
          inputMode="url"
          autoComplete="off"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setWrong(false);
          }}
          error={wrong ? say.linkWrong : null}
        />
        <ButtonRow>
          <Button type="submit" tone="primary">
            {say.linkSet}
          </Button>
          {typeof before === 'string' && (
            <Button
              onClick={() => {
                onClose();
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
              }}
            >
              {say.linkRemove}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Dialog>
  );
}
