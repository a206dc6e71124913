/** One idea, one question, three answers: the page where a moderator works. */
import { ideaId, type Selection, type SelectionEntry } from '@butinerie/contracts';
import { Link, useNavigate, useParams } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import { SaidParticulars } from '../ui/said-particulars.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText, Page, Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { AnswerForm } from './answer-form.tsx';
import { BoardOf, type Board } from './board-of.tsx';
import { nextToAnswer } from './progress.ts';
import { SaidAnswer } from './said-answer.tsx';
import css from './selection.module.css';
import { words } from './words.ts';

export function IdeaAnswerPage() {
  return <BoardOf>{(board) => <AnsweredIdea board={board} />}</BoardOf>;
}

function AnsweredIdea({ board: { selection } }: { readonly board: Board }) {
  const say = useWords(words);
  const idea = ideaId.safeParse(useParams()['idea']);
  const entry = selection.entries.find((each) => each.idea === idea.data);
  const board = `/defis/${selection.challenge}/choix`;
  if (!entry)
    return (
      <Page
        title={say.noSuchIdea}
        now={say.noSuchIdeaWhat}
        acts={
          <div>
            <LinkButton to={board}>{say.backToBoard}</LinkButton>
          </div>
        }
      />
    );
  const { length } = selection.entries;
  return (
    <Page
      kicker={
        <>
          <Link to={board}>{say.backToBoard}</Link> ·{' '}
          {say.answeredOf(length - selection.missing.length, length)}
        </>
      }
      title={entry.title}
      credit={<CreditLine credits={entry.credits} authorToConfirm={entry.credits.originators.length === 0} />}
      now={say.counts(entry.supports, entry.rebounds) || undefined}
    >
      <KeptText>{entry.text}</KeptText>
      <SaidParticulars theme={entry.theme} answers={entry.answers} />
      <Answering key={entry.idea} selection={selection} entry={entry} />
      <Neighbours selection={selection} entry={entry} />
    </Page>
  );
}

interface OnBoard {
  readonly selection: Selection;
  readonly entry: SelectionEntry;
}

function Answering({ selection, entry }: OnBoard) {
  const say = useWords(words);
  const toast = useToast();
  const navigate = useNavigate();
  const board = `/defis/${selection.challenge}/choix`;
  const saved = (newer: Selection): void => {
    const next = nextToAnswer(newer, entry.idea);
    toast({ text: next ? say.savedToast : say.lastToast });
    void navigate(next ? `${board}/${next.idea}` : board);
  };
  if (entry.linked)
    return (
      <>
        <Notice title={say.linked}>
          <p>{say.linkedWhat}</p>
        </Notice>
        {entry.answer && <SaidAnswer answer={entry.answer} />}
      </>
    );
  if (selection.acts.includes('answerIdea'))
    return (
      <AnswerForm
        selection={selection}
        entry={entry}
        hasNext={nextToAnswer(selection, entry.idea) !== null}
        onSaved={saved}
      />
    );
  if (entry.answer)
    return (
      <Section title={say.answered}>
        <SaidAnswer answer={entry.answer} />
      </Section>
    );
  return (
    <Notice title={say.notYet}>
      <p>{say.notYetWhat}</p>
    </Notice>
  );
}

function Neighbours({ selection: { challenge, entries }, entry }: OnBoard) {
  const say = useWords(words);
  const at = entries.indexOf(entry);
  const [before, after] = [entries[at - 1], entries[at + 1]];
  return (
    <nav className={css.neighbours} aria-label={say.backToBoard}>
      <ButtonRow>
        {before && (
          <LinkButton tone="quiet" icon="back" to={`/defis/${challenge}/choix/${before.idea}`}>
            {say.previous}
          </LinkButton>
        )}
        {after && (
          <LinkButton tone="quiet" icon="arrow" to={`/defis/${challenge}/choix/${after.idea}`}>
            {say.next}
          </LinkButton>
        )}
      </ButtonRow>
    </nav>
  );
}
