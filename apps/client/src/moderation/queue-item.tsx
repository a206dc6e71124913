/** One thing that waits: what it is, whose words, by when, and what one can do. Each act can be undone for ten seconds. */
import {
  MODERATION_REASON_LIMIT,
  mintId,
  UNDO_SECONDS,
  type ChallengeId,
  type ModerationAct,
  type ModerationItem,
} from '@butinerie/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Entry, Tag } from '../ui/card.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './moderation.module.css';
import { showQueue, useModerate, useUndoModeration } from './queries.ts';
import { words } from './words.ts';

/** These say why: somebody loses something, or gets an answer. */
const REASONED: ReadonlySet<ModerationAct> = new Set([
  'hideIdea',
  'hideComment',
  'keepContent',
  'restoreIdea',
  'refuseLate',
]);

export interface QueueItemProps {
  readonly challenge: ChallengeId;
  readonly item: ModerationItem;
}

export function QueueItem({ challenge, item }: QueueItemProps) {
  const say = useWords(words);
  const toast = useToast();
  const { day, moment } = useFormats();
  const { run, pending, failure } = useModerate();
  const undoing = useUndoModeration();
  const [asked, setAsked] = useState<ModerationAct | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { kind, idea, person, text, at, dueAt, motive, acts, linked, comment, late } = item;

  const act = async (chosen: ModerationAct): Promise<void> => {
    const needs = REASONED.has(chosen) && reason.trim() === '';
    setMissing(needs && asked === chosen);
    if (REASONED.has(chosen) && (asked !== chosen || needs)) {
      setAsked(chosen);
      return;
    }
    const id = mintId('moderation');
    const body = { id, act: chosen, idea: idea.id, comment, late, reason };
    const result = await run({ params: { challenge }, body });
    if (!result.ok) return;
    showQueue(challenge, result.value);
    toast({ text: say.done[chosen], seconds: UNDO_SECONDS, undo: () => void undo(id) });
  };
  const undo = async (moderation: ReturnType<typeof mintId<'moderation'>>): Promise<void> => {
    const result = await undoing.run({ params: { challenge, moderation } });
    if (result.ok) showQueue(challenge, result.value);
    else toast({ text: say.notUndone });
  };
  return (
    <Entry>
      <div className={css.item}>
        <p className={css.head}>
          <Tag tone={kind === 'report' || kind === 'review' ? 'warning' : 'accent'}>{say.kinds[kind]}</Tag>
          {motive && <span>{say.motives[motive]}</span>}
          <span className={css.quiet}>{day(at)}</span>
        </p>
        <h2>
          <Link to={`/idees/${idea.id}`}>{idea.title || say.untitled}</Link>
        </h2>
        {person && <PersonName person={person} directorate />}
        {text && <KeptText>{text}</KeptText>}
        {dueAt && <p className={css.quiet}>{say.due[kind](moment(dueAt))}</p>}
        {linked && <p>{say.linked}</p>}
        {asked && (
          <TextArea
            label={say.reason}
            hint={say.reasonHint}
            rows={3}
            limit={MODERATION_REASON_LIMIT}
            value={reason}
            onChange={setReason}
            error={missing && reason.trim() === '' ? say.reasonMissing : null}
          />
        )}
        <FailureNotice failure={failure} />
        {acts.length > 0 && (
          <ButtonRow>
            {acts.map((each) => (
              <Button
                key={each}
                tone={
                  each === asked
                    ? 'primary'
                    : each === 'hideIdea' || each === 'hideComment'
                      ? 'quiet'
                      : 'secondary'
                }
                pending={pending}
                onClick={() => void act(each)}
              >
                {say.acts[each]}
              </Button>
            ))}
          </ButtonRow>
        )}
      </div>
    </Entry>
  );
}
