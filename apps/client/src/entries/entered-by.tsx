/** On the page of an idea that somebody wrote down for its author: who did, and whether the author confirmed it. */
import type { IdeaId } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import css from './entries.module.css';
import { useEntry } from './queries.ts';
import { words } from './words.ts';

export function EnteredBy({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const { shortDay } = useFormats();
  const read = useEntry(idea);
  const entry = read.state === 'ready' ? read.value.entry : null;
  if (entry === null) return null;
  return (
    <p className={css.quiet}>
      {say.enteredBy(entry.facilitator.name, shortDay(entry.at))}{' '}
      {entry.confirmed ? say.confirmed : say.unconfirmed}
    </p>
  );
}
