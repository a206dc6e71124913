/** What waits for the data protection officer: challenges whose note nobody but a moderator, or nobody at all, has vouched for. */
import { useWords } from '../platform/language.tsx';
import { CardList, Entry, TitleLink } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import css from './preparation.module.css';
import { useChallengesToPrepare } from './queries.ts';
import { words } from './words.ts';

export function CheckDesk() {
  const say = useWords(words);
  const read = useChallengesToPrepare();
  return (
    <Page title={say.checkTitle} now={say.checkNow}>
      <Reading read={read}>
        {({ challenges }) => {
          const waiting = challenges.filter(({ acts }) => acts.includes('validateProtection'));
          if (waiting.length === 0) return <EmptyState title={say.checkNone}>{say.checkNoneWhat}</EmptyState>;
          return (
            <CardList>
              {waiting.map(({ id, question, phase }) => (
                <Entry key={id}>
                  <h2>
                    <TitleLink to={`/preparer/${id}/dossier`}>{question}</TitleLink>
                  </h2>
                  <p className={css.what}>{say.settledKicker(say.phase[phase])}</p>
                </Entry>
              ))}
            </CardList>
          );
        }}
      </Reading>
    </Page>
  );
}
