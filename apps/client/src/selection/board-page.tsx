/** Every idea of a closed challenge with its answer so far, what is missing, and the way to the results. */
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { BoardOf, type Board } from './board-of.tsx';
import { EntryList } from './entry-list.tsx';
import { missingEntries } from './progress.ts';
import { PublishedPage } from './published-page.tsx';
import { ResultsStep } from './results-step.tsx';
import css from './selection.module.css';
import { words } from './words.ts';

export function BoardPage() {
  return (
    <BoardOf>
      {(board) =>
        board.selection.publishedAt ? <PublishedPage board={board} /> : <OpenBoard board={board} />
      }
    </BoardOf>
  );
}

function OpenBoard({ board }: { readonly board: Board }) {
  const say = useWords(words);
  const { moment } = useFormats();
  const { selection, challenge } = board;
  const { entries } = selection;
  const missing = missingEntries(selection);
  const answered = entries.filter(({ idea }) => !selection.missing.includes(idea));
  const first = missing.find(({ linked }) => !linked);
  const canAnswer = selection.acts.includes('answerIdea');
  return (
    <Page
      kicker={challenge.question}
      title={say.boardTitle}
      now={entries.length > 0 && say.progress(answered.length, entries.length)}
      acts={
        canAnswer &&
        first && (
          <div>
            <LinkButton tone="primary" icon="arrow" to={`/defis/${challenge.id}/choix/${first.idea}`}>
              {answered.length === 0 ? say.begin : say.goOn}
            </LinkButton>
          </div>
        )
      }
    >
      <p className={css.quiet}>{say.dueBy(moment(challenge.decisionDueAt))}</p>
      {entries.length === 0 && <EmptyState title={say.noIdea}>{say.noIdeaWhat}</EmptyState>}
      {entries.length > 0 && !canAnswer && challenge.phase !== 'cancelled' && (
        <Notice title={say.notYet}>
          <p>{say.notYetWhat}</p>
        </Notice>
      )}
      <ResultsStep board={board} missing={missing} />
      {missing.length > 0 && (
        <Section title={say.unanswered}>
          <EntryList answering={canAnswer} challenge={challenge.id} entries={missing} />
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={say.answered}>
          <EntryList
            answering={canAnswer}
            challenge={challenge.id}
            entries={answered}
            reasons={missing.length === 0}
          />
        </Section>
      )}
    </Page>
  );
}
