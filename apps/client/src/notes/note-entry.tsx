/** A note among others: its title whole, whose it is, the beginning of its text, who took it up. */
import type { Note } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Entry, Tag, TitleLink } from '../ui/card.tsx';
import css from './notes.module.css';
import { words } from './words.ts';

export function NoteCredit({ note }: { readonly note: Note }) {
  const say = useWords(words);
  const { list } = useFormats();
  const { kind, author, takenUpBy } = note;
  const whose = author.directorate === null ? author.name : `${author.name}, ${author.directorate}`;
  return (
    <p>
      {kind === 'practice' ? say.practiceBy(whose) : say.by(whose)}
      {takenUpBy.length > 0 && ` · ${say.takenUpBy(list(takenUpBy))}`}
    </p>
  );
}

export function NoteEntry({ note }: { readonly note: Note }) {
  const say = useWords(words);
  const { id, kind, state, title, text, ideas } = note;
  const draft = state === 'draft';
  return (
    <Entry>
      <h3>
        <TitleLink to={draft ? `/notes/ecrire?note=${id}` : `/notes/${id}`}>
          {title?.trim() || say.untitled}
        </TitleLink>
      </h3>
      {!draft && <NoteCredit note={note} />}
      {text && <p className={css.excerpt}>{text}</p>}
      <div className={css.row}>
        {kind === 'practice' && <Tag tone="good">{say.kinds.practice}</Tag>}
        {ideas.length > 0 && <Tag tone="accent">{say.becameIdea}</Tag>}
      </div>
    </Entry>
  );
}
