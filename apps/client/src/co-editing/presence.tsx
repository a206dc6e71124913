/** Who writes with you: said in words, at most once every ten seconds, and in full when asked. */
import type { IdeaSession } from '@butinerie/collaboration/client';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { initialsOf, hueStyle } from '../ui/person-name.tsx';
import css from './co-editing.module.css';
import { words } from './words.ts';
import { writersOf, type Writer } from './writers.ts';

const ANNOUNCED_EVERY = 10_000;

export interface PresenceProps {
  readonly session: IdeaSession;
  /** How many people have the text open, oneself among them. */
  readonly present: number;
  readonly me: string;
  /** Whether the connection is cut: what was last heard of others holds no longer. */
  readonly away: boolean;
}

function useWriters(session: IdeaSession, me: string): Writer[] {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const { awareness } = session;
  useEffect(() => {
    awareness.on('change', draw);
    return () => awareness.off('change', draw);
  }, [awareness]);
  return writersOf(session, me);
}

export function Presence({ session, present, me, away }: PresenceProps) {
  const say = useWords(words);
  const { list } = useFormats();
  const heard = useWriters(session, me);
  const writers = away ? [] : heard;
  const [open, setOpen] = useState(false);
  const names = writers.map(({ name }) => name);
  const readers = away ? 0 : Math.max(0, present - 1 - writers.length);
  const sentence = writers.length === 0 ? '' : say.writing(list(names), writers.length);
  return (
    <div className={css.presence}>
      <Announcement text={sentence} />
      <span className={css.present} aria-hidden="true">
        {writers.map(({ person, name }) => (
          <span key={person} className={css.initials} style={hueStyle(person)} title={name}>
            {initialsOf(name)}
          </span>
        ))}
      </span>
      <span>
        {away ? say.cutOff : sentence || say.alone}
        {readers > 0 && ` ${say.reading(readers)}`}
      </span>
      <Button tone="quiet" aria-expanded={open} onClick={() => setOpen((before) => !before)}>
        {say.whoWhere}
      </Button>
      {open && (
        <output className={css.where}>
          {writers.length === 0 ? (
            <span>{away ? say.cutOff : say.nobodyWrites}</span>
          ) : (
            writers.map((writer) => <span key={writer.person}>{say.place(writer)}</span>)
          )}
        </output>
      )}
    </div>
  );
}

/** One polite sentence, collapsed: a screen reader is not spoken over while its person types. */
function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  const last = useRef(0);
  useEffect(() => {
    if (text === said) return undefined;
    const wait = Math.max(0, last.current + ANNOUNCED_EVERY - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, said]);
  return <output className="out-of-sight">{said}</output>;
}
