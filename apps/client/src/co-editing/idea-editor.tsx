/** Writing in the living text. Loaded when somebody begins to write; what is read needs none of it. */
import { Editor } from '@tiptap/core';
import { LIMITS } from '@butinerie/collaboration/document';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../platform/language.tsx';
import css from './co-editing.module.css';
import { extensionsFor } from './extensions.ts';
import { TitleField } from './title-field.tsx';
import { Toolbar } from './toolbar.tsx';
import type { OpenText } from './use-idea-session.ts';
import { words } from './words.ts';

export interface IdeaEditorProps {
  readonly open: OpenText;
  readonly name: string;
  /** False from the moment the challenge closes, whatever the connection says. */
  readonly writable: boolean;
  readonly onLeave: () => void;
}

export function IdeaEditor({ open, name, writable, onLeave }: IdeaEditorProps) {
  const say = useWords(words);
  const hint = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [length, setLength] = useState(0);
  const { session } = open;
  const { doc } = session;
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });

  // Another document after a refusal: another editor on it.
  useEffect(() => {
    if (!frame.current) return undefined;
    const made = new Editor({
      element: frame.current,
      extensions: extensionsFor(session, name),
      editable: false,
      // The content security policy takes no style from scripts: these few rules are in our own sheet.
      injectCSS: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-describedby': hint,
          class: css.body ?? '',
        },
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Escape') return false;
          leave.current();
          return true;
        },
      },
      onUpdate: ({ editor: changed }) => setLength(changed.state.doc.textContent.length),
      onFocus: ({ editor: focused }) => {
        // An empty text has no paragraph to stand in: the person's first touch makes one.
        if (focused.isEditable && focused.state.doc.childCount === 0)
          focused.chain().insertContentAt(0, { type: 'paragraph' }).focus('start').run();
      },
    });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
    // The name does not change while one is signed in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, doc, hint]);

  useEffect(() => {
    if (!editor) return;
    editor.setEditable(writable, false);
    const { dom } = editor.view;
    dom.setAttribute('aria-label', say.bodyField);
    dom.setAttribute('aria-readonly', String(!writable));
  }, [editor, writable, say.bodyField]);
  // « Écrire » was pressed: the caret goes to the end of the text, once.
  const begun = useRef(false);
  useEffect(() => {
    if (!editor || !writable || begun.current) return;
    begun.current = true;
    editor.commands.focus('end');
  }, [editor, writable]);

  return (
    <div className={css.editor}>
      <TitleField doc={doc} writable={writable} onEnter={() => editor?.commands.focus('start')} />
      <div>
        {editor && writable && <Toolbar editor={editor} />}
        <div ref={frame} className={css.frame} data-writable={writable} />
      </div>
      <p id={hint} className={css.hint} hidden={!writable}>
        {say.bodyHint} {length > LIMITS.softCharacters && say.long(length)}
      </p>
    </div>
  );
}
