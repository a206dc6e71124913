/** The title, one line of shared text: only what changed is written, and the caret stays where it was. */
import { TITLE_LIMIT } from '@butinerie/contracts';
import { readDocument, titleOf, writeTitle } from '@butinerie/collaboration/document';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useWords } from '../platform/language.tsx';
import { TextArea } from '../ui/field.tsx';
import css from './co-editing.module.css';
import { words } from './words.ts';

export interface TitleFieldProps {
  readonly doc: Y.Doc;
  readonly writable: boolean;
  readonly onEnter: () => void;
}

interface Step {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

/** Where a caret goes when somebody else's change passes before it. */
export function moved(caret: number, delta: readonly Step[]): number {
  let at = 0;
  let place = caret;
  for (const step of delta) {
    if (at > place) break;
    if (step.retain !== undefined) at += step.retain;
    else if (typeof step.insert === 'string') {
      if (at < place) place += step.insert.length;
      at += step.insert.length;
    } else if (step.delete !== undefined) place -= Math.min(step.delete, Math.max(0, place - at));
  }
  return place;
}

export function TitleField({ doc, writable, onEnter }: TitleFieldProps) {
  const say = useWords(words);
  const [title, setTitle] = useState(() => readDocument(doc).title);
  const frame = useRef<HTMLDivElement>(null);
  const caret = useRef<readonly [number, number] | null>(null);
  const area = (): HTMLTextAreaElement | null => frame.current?.querySelector('textarea') ?? null;

  useEffect(() => {
    const shared = titleOf(doc);
    const changed = (event: Y.YTextEvent): void => {
      const field = area();
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

  return (
    <div ref={frame} className={css.title}>
      <TextArea
        label={say.titleField}
        rows={1}
        limit={TITLE_LIMIT}
        readOnly={!writable}
        value={title}
        onChange={(next) => {
          if (writable) writeTitle(doc, next);
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
