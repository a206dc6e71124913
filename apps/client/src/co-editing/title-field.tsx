/** The title, one line of shared text: only what changed is written, and the caret stays where it was. */
import { TITLE_LIMIT } from '@butinerie/contracts';
import { readDocument, titleOf, writeTitle } from '@butinerie/collaboration/document';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useWords } from '../platform/language.tsx';
import { TextArea } from '../ui/field.tsx';
import css from './co-editing.module.css';
import { moved, settled, type Composing } from './composed-title.ts';
import { words } from './words.ts';

export interface TitleFieldProps {
  readonly doc: Y.Doc;
  readonly writable: boolean;
  readonly onEnter: () => void;
}

export function TitleField({ doc, writable, onEnter }: TitleFieldProps) {
  const say = useWords(words);
  const [title, setTitle] = useState(() => readDocument(doc).title);
  const frame = useRef<HTMLDivElement>(null);
  const caret = useRef<readonly [number, number] | null>(null);
  const composes = useRef(false);
  const held = useRef<Composing | null>(null);
  const area = (): HTMLTextAreaElement | null => frame.current?.querySelector('textarea') ?? null;

  useEffect(() => {
    const shared = titleOf(doc);
    const changed = (event: Y.YTextEvent): void => {
      const field = area();
      if (composes.current && field && !event.transaction.local) {
        const { before, deltas } = held.current ?? { before: field.value, deltas: [] };
        held.current = { before, deltas: [...deltas, event.delta] };
        return;
      }
      if (field && !event.transaction.local && document.activeElement === field)
        caret.current = [moved(field.selectionStart, event.delta), moved(field.selectionEnd, event.delta)];
      setTitle(readDocument(doc).title);
    };
    shared.observe(changed);
    return () => shared.unobserve(changed);
  }, [doc]);
  useLayoutEffect(() => {
    if (caret.current) area()?.setSelectionRange(...caret.current);
    caret.current = null;
  }, [title]);

  /** The word is done: it is put into the title as others left it. */
  const settle = (): void => {
    composes.current = false;
    const [composed, field] = [held.current, area()];
    held.current = null;
    if (!composed || !field) return;
    const after = settled(composed, field.value, readDocument(doc).title);
    caret.current = [after.caret, after.caret];
    if (writable) writeTitle(doc, after.title);
    setTitle(readDocument(doc).title);
  };

  return (
    <div
      ref={frame}
      className={css.title}
      onCompositionStart={() => (composes.current = true)}
      onCompositionEnd={settle}
    >
      <TextArea
        label={say.titleField}
        rows={1}
        limit={TITLE_LIMIT}
        readOnly={!writable}
        value={title}
        onChange={(next) => {
          if (!writable) return;
          if (held.current) setTitle(next);
          else writeTitle(doc, next);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </div>
  );
}
