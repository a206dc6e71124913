/** From answers to results: what is missing, the proposal of one person, the confirmation of a second. */
import type { SelectionEntry } from '@butinerie/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import type { Board } from './board-of.tsx';
import { countSelected } from './progress.ts';
import { refreshSelection, rememberSelection, useConfirmResults, useProposeResults } from './queries.ts';
import css from './selection.module.css';
import { words } from './words.ts';

/** Up to this many, each missing answer has its link here; beyond, the list below says it better. */
const FEW = 5;

export function ResultsStep({ board, missing }: { board: Board; missing: readonly SelectionEntry[] }) {
  const say = useWords(words);
  const me = useSignedIn();
  const { selection, challenge } = board;
  if (selection.entries.length === 0) return null;
  if (missing.length > 0)
    return missing.length > FEW ? null : (
      <Section title={say.missing(missing.length)}>
        <p>{say.missingWhat}</p>
        <ul>
          {missing.map(({ idea, title }) => (
            <li key={idea}>
              <Link to={`/defis/${challenge.id}/choix/${idea}`}>{title}</Link>
            </li>
          ))}
        </ul>
      </Section>
    );
  if (selection.acts.includes('confirmResults')) return <Confirm board={board} />;
  if (selection.proposedBy?.id === me.id) return <Waiting board={board} />;
  return selection.acts.includes('proposeResults') ? <Propose board={board} /> : null;
}

function Propose({ board: { selection } }: { readonly board: Board }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useProposeResults();
  const { challenge, version, entries } = selection;
  const propose = async (): Promise<void> => {
    const result = await run({ params: { challenge }, body: { version } });
    if (!result.ok) return refreshSelection(challenge);
    rememberSelection(result.value);
    return toast({ text: say.proposed });
  };
  return (
    <Section title={say.allAnswered}>
      <p>{say.wouldBe(countSelected(selection), entries.length)}</p>
      <p>{say.proposeWhat}</p>
      <FailureNotice failure={failure} />
      <div>
        <Button tone="primary" pending={pending} onClick={() => void propose()}>
          {say.propose}
        </Button>
      </div>
    </Section>
  );
}

function Waiting({ board: { selection, challenge } }: { readonly board: Board }) {
  const say = useWords(words);
  const { moment, list } = useFormats();
  const others = challenge.moderators.filter(({ id }) => id !== selection.proposedBy?.id);
  const names = list(others.map(({ name }) => name));
  return (
    <Section title={say.proposedByMe}>
      {selection.proposedAt && <p>{say.proposedOn(moment(selection.proposedAt))}</p>}
      <p className={css.strong}>{say.secondConfirms}</p>
      {others.length === 0 ? (
        <>
          <p>{say.secondNobody}</p>
          <div>
            <LinkButton to={`/personnes?role=moderator&defi=${challenge.id}`}>{say.addSecond}</LinkButton>
          </div>
        </>
      ) : (
        <p>{others.length === 1 ? say.secondAre(names) : say.secondAreSeveral(names)}</p>
      )}
    </Section>
  );
}

function Confirm({ board: { selection } }: { readonly board: Board }) {
  const say = useWords(words);
  const toast = useToast();
  const { moment } = useFormats();
  const [asked, setAsked] = useState(false);
  const { run, pending, failure } = useConfirmResults();
  const { challenge, version, entries, proposedBy, proposedAt } = selection;
  const confirm = async (): Promise<void> => {
    const result = await run({ params: { challenge }, body: { version } });
    if (!result.ok) {
      setAsked(false);
      return refreshSelection(challenge);
    }
    rememberSelection(result.value);
    return toast({ text: say.published });
  };
  return (
    <Section title={say.proposedBy(proposedBy?.name ?? '')}>
      {proposedAt && <p>{say.proposedOn(moment(proposedAt))}</p>}
      <p>{say.wouldBe(countSelected(selection), entries.length)}</p>
      <p>{say.confirmWhat}</p>
      <FailureNotice failure={failure} />
      <div>
        <Button tone="primary" aria-haspopup="dialog" onClick={() => setAsked(true)}>
          {say.confirm}
        </Button>
      </div>
      <Dialog
        open={asked}
        title={say.confirmAsk}
        onClose={() => setAsked(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void confirm()}>
              {say.confirmYes}
            </Button>
            <Button onClick={() => setAsked(false)}>{say.confirmNo}</Button>
          </ButtonRow>
        }
      >
        <p>{say.confirmFollows(countSelected(selection), entries.length)}</p>
        <p>{say.confirmTold}</p>
        <p>{say.confirmFixed}</p>
      </Dialog>
    </Section>
  );
}
