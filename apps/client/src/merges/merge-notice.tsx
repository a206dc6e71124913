/** One merge on the page of an idea: the question while it is open, then what became of the two ideas. */
import type { IdeaId, Merge } from '@butinerie/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import css from './merges.module.css';
import { useAnswerMerge, useUndoMerge } from './queries.ts';
import { words } from './words.ts';

interface MergeProps {
  readonly merge: Merge;
  /** The idea whose page this is. */
  readonly on: IdeaId;
}

export function MergeNotice({ merge, on }: MergeProps) {
  if (merge.state === 'open') return <Question merge={merge} />;
  if (merge.state === 'merged') return <Standing merge={merge} on={on} />;
  return merge.undone ? <Undone merge={merge} on={on} /> : null;
}

function Question({ merge }: { readonly merge: Merge }) {
  const say = useWords(words);
  const { list } = useFormats();
  const answer = useAnswerMerge();
  const { id, source, target, reason, proposedBy, agreed, awaited, acts } = merge;
  const reply = (said: 'agree' | 'refuse'): void =>
    void answer.run({ params: { merge: id }, body: { answer: said, reason: '' } });
  return (
    <Notice title={say.openTitle}>
      <p>
        {say.openWhat(proposedBy.name)} {say.joins(source.title, target.title)}
      </p>
      <KeptText>{reason}</KeptText>
      <p>
        <Link to={`/idees/${source.id}`}>{source.title}</Link> ·{' '}
        <Link to={`/idees/${target.id}`}>{target.title}</Link>
      </p>
      <p className={css.quiet}>{say.rules}</p>
      {agreed.length > 0 && <p>{say.agreed(list(agreed.map(({ name }) => name)))}</p>}
      {awaited.length > 0 && <p>{say.awaited(list(awaited.map(({ name }) => name)))}</p>}
      <FailureNotice failure={answer.failure} />
      {acts.includes('answerMerge') && (
        <ButtonRow>
          <Button icon="check" pending={answer.pending} onClick={() => reply('agree')}>
            {say.agree}
          </Button>
          <Button tone="quiet" pending={answer.pending} onClick={() => reply('refuse')}>
            {say.refuse}
          </Button>
        </ButtonRow>
      )}
    </Notice>
  );
}

function Standing({ merge, on }: MergeProps) {
  const say = useWords(words);
  const undo = useUndoMerge();
  const [sure, setSure] = useState(false);
  const joined = on === merge.source.id;
  const other = joined ? merge.target : merge.source;
  return (
    <Notice title={joined ? say.joined : say.gathers(other.title)}>
      <p>
        <Link to={`/idees/${other.id}`}>{other.title}</Link>
      </p>
      {joined && <p className={css.quiet}>{say.joinedWhat}</p>}
      <Originals merge={merge} />
      <FailureNotice failure={undo.failure} />
      {merge.acts.includes('undoMerge') && (
        <div>
          {sure ? (
            <Button
              tone="danger"
              pending={undo.pending}
              onClick={() => void undo.run({ params: { merge: merge.id } })}
            >
              {say.undoSure}
            </Button>
          ) : (
            <Button tone="quiet" onClick={() => setSure(true)}>
              {say.undo}
            </Button>
          )}
        </div>
      )}
    </Notice>
  );
}

function Originals({ merge: { merged } }: { readonly merge: Merge }) {
  const say = useWords(words);
  if (!merged) return null;
  return (
    <details>
      <summary>{say.originals}</summary>
      <div className={css.texts}>
        {[merged.target, merged.source].map(({ title, text }) => (
          <div key={title}>
            <strong>{title}</strong>
            <KeptText>{text}</KeptText>
          </div>
        ))}
      </div>
    </details>
  );
}

function Undone({ merge, on }: MergeProps) {
  const say = useWords(words);
  const { undone, merged, source, target } = merge;
  const other = on === source.id ? target : source;
  const changed = undone && merged && undone.became.text !== merged.target.text;
  return (
    <Notice title={say.undone(undone?.by.name ?? '', other.title)}>
      <p>
        <Link to={`/idees/${other.id}`}>{other.title}</Link>
      </p>
      {changed && on === target.id && (
        <details>
          <summary>{say.became}</summary>
          <div className={css.texts}>
            <strong>{undone.became.title}</strong>
            <KeptText>{undone.became.text}</KeptText>
          </div>
        </details>
      )}
    </Notice>
  );
}
