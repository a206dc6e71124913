/** After publication: what was decided, by whom, and every answer with its reason. */
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import type { Board } from './board-of.tsx';
import { EntryList } from './entry-list.tsx';
import { byOutcome, countSelected } from './progress.ts';
import css from './selection.module.css';
import { words } from './words.ts';

export function PublishedPage({ board: { selection, challenge } }: { readonly board: Board }) {
  const say = useWords(words);
  const { moment } = useFormats();
  const { entries, proposedBy, confirmedBy, publishedAt } = selection;
  return (
    <Page
      kicker={challenge.question}
      title={say.resultsTitle}
      now={say.results(countSelected(selection), entries.length)}
      acts={
        <div>
          <LinkButton to={`/defis/${challenge.id}`}>{say.seeChallenge}</LinkButton>
        </div>
      }
    >
      {proposedBy && confirmedBy && publishedAt && (
        <p className={css.quiet}>{say.publishedBy(proposedBy.name, confirmedBy.name, moment(publishedAt))}</p>
      )}
      {byOutcome(selection).map((group) => (
        <Section key={group.outcome} title={say.outcome[group.outcome]}>
          <EntryList reasons challenge={challenge.id} entries={group.entries} />
        </Section>
      ))}
    </Page>
  );
}
