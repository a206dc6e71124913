/** The title, one line of shared text: only what changed is written, and the caret stays where it was. */
import { TITLE_LIMIT } from '@butinerie/contracts';
import { readDocument, titleOf, writeTitle } from '@butinerie/collaboration/document';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
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

interface Held extends Composing {
  /** What the field says, the word that is being composed included. */
  readonly value: string;
}

/** The word that is held back goes into the title as others left it. Answers where its caret goes; null where none is. */
function put(doc: Y.Doc, held: RefObject<Held | null>): number | null {
  if (held.current === null) return null;
  const { title, caret } = settled(held.current, held.current.value, readDocument(doc).title);
  held.current = null;
  writeTitle(doc, title);
  return caret;
}

export function TitleField({ doc, writable, onEnter }: TitleFieldProps) {
  const say = useWords(words);
  const [title, setTitle] = useState(() => readDocument(doc).title);
  const frame = useRef<HTMLDivElement>(null);
  const caret = useRef<readonly [number, number] | null>(null);
  const composes = useRef(false);
  const held = useRef<Held | null>(null);
  const area = (): HTMLTextAreaElement | null => frame.current?.querySelector('textarea') ?? null;

  useEffect(() => {
    const shared = titleOf(doc);
    const changed = (event: Y.YTextEvent): void => {
      const field = area();
      if (composes.current && field && !event.transaction.local) {
        const { value } = field;
        const { before, deltas } = held.current ?? { before: value, deltas: [] };
        held.current = { before, deltas: [...deltas, event.delta], value };
        return;
      }
      if (field && !event.transaction.local && document.activeElement === field)
        caret.current = [moved(field.selectionStart, event.delta), moved(field.selectionEnd, event.delta)];
      setTitle(readDocument(doc).title);
    };
    shared.observe(changed);
    return () => shared.unobserve(changed);
  }, [doc]);
  // Whoever leaves in the middle of a word leaves it in the text: before the session hears of it, which closes the text.
  useLayoutEffect(() => {
    const left = (): void => void put(doc, held);
    addEventListener('pagehide', left, true);
    return () => {
      removeEventListener('pagehide', left, true);
      left();
    };
  }, [doc]);
  useLayoutEffect(() => {
    if (caret.current) area()?.setSelectionRange(...caret.current);
    caret.current = null;
  }, [title]);

  /** The word is done: it is put into the title as others left it. */
  const settle = (): void => {
    composes.current = false;
    // Begun while one could write: if that is over since, the word is late like any other, and kept.
    const place = put(doc, held);
    if (place === null) return;
    caret.current = [place, place];
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
          if (held.current) {
            held.current = { ...held.current, value: next };
            setTitle(next);
          } else if (writable) writeTitle(doc, next);
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
