/** The drafts of this person in this challenge, wherever they were begun, with the hour they were saved. */
import type { ChallengeId } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { CardList, Entry, TitleLink } from '../ui/card.tsx';
import { Section } from '../ui/page.tsx';
import css from './ideas.module.css';
import { useMine } from './queries.ts';
import { words } from './words.ts';

export function MyDrafts({ challenge }: { readonly challenge?: ChallengeId }) {
  const say = useWords(words);
  const { day, time } = useFormats();
  const read = useMine();
  if (read.state !== 'ready') return null;
  const drafts = read.value.drafts.filter(
    (draft) => (!challenge || draft.challenge === challenge) && (draft.title !== '' || draft.text !== ''),
  );
  if (drafts.length === 0) return null;
  return (
    <Section title={say.myDrafts(drafts.length)}>
      <CardList>
        {drafts.map(({ id, title, text, savedAt }) => (
          <Entry key={id}>
            <h3>
              <TitleLink to={`/idees/${id}/brouillon`}>{title.trim() || say.untitled}</TitleLink>
            </h3>
            {text && <p className={css.excerpt}>{text}</p>}
            <p className={css.found}>{say.draftSavedAt(day(savedAt), time(savedAt))}</p>
          </Entry>
        ))}
      </CardList>
    </Section>
  );
}
