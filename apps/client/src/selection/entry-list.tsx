/** Ideas of the board in a list: whose, how much was added to it, and the answer it has so far. */
import type { ChallengeId, SelectionEntry } from '@butinerie/contracts';
import { readKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { CardList, Entry, Tag, TitleLink } from '../ui/card.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import { keyOf, recallAnswer, unsaved } from './kept-answer.ts';
import { TONE_OF } from './said-answer.tsx';
import css from './selection.module.css';
import { words } from './words.ts';

export interface EntryListProps {
  readonly challenge: ChallengeId;
  readonly entries: readonly SelectionEntry[];
  /** Shows the reason under each answer. */
  readonly reasons?: boolean;
  /** Says which ones the reader began and did not save. */
  readonly answering?: boolean;
}
export function EntryList({ challenge, entries, reasons = false, answering = false }: EntryListProps) {
  const say = useWords(words);
  const me = useSignedIn();
  return (
    <CardList>
      {entries.map((entry) => {
        const { idea, title, supports, rebounds, answer, linked } = entry;
        return (
          <Entry key={idea}>
            <h3>
              <TitleLink to={`/defis/${challenge}/choix/${idea}`}>{title}</TitleLink>
            </h3>
            <CreditLine credits={entry.credits} authorToConfirm={entry.credits.originators.length === 0} />
            <p className={css.facts}>
              {answer && <Tag tone={TONE_OF[answer.outcome]}>{say.outcome[answer.outcome]}</Tag>}
              {linked && <Tag tone="accent">{say.linkedTag}</Tag>}
              {answering && unsaved(readKept(keyOf(me.id, idea), recallAnswer), entry) && (
                <Tag tone="warning">{say.typedHere}</Tag>
              )}
              {supports + rebounds > 0 && <span className={css.quiet}>{say.counts(supports, rebounds)}</span>}
            </p>
            {reasons && answer && (
              <p className={css.reason}>
                {answer.motive && `${say.motiveSaid(say.motive[answer.motive])} `}
                {answer.reason}
              </p>
            )}
          </Entry>
        );
      })}
    </CardList>
  );
}
