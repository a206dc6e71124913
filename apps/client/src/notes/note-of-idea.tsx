/** On an idea that was a note first: the way back to it. */
import type { IdeaId } from '@butinerie/contracts';
import { Link } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useNoteOfIdea } from './queries.ts';
import css from './notes.module.css';
import { words } from './words.ts';

export function NoteOfIdea({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const read = useNoteOfIdea(idea);
  if (read.state !== 'ready' || read.value.note === null) return null;
  const { id, kind, title } = read.value.note;
  return (
    <p className={css.quiet}>
      {kind === 'practice' ? say.fromPractice : say.fromNote}{' '}
      <Link to={`/notes/${id}`}>{title ?? say.noTitle}</Link>
    </p>
  );
}
