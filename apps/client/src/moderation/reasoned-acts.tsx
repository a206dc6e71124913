/** What one can do about something, a reason asked where one is due; each act can be undone for ten seconds. */
import {
  MODERATION_REASON_LIMIT,
  mintId,
  UNDO_SECONDS,
  type AttachmentId,
  type ChallengeId,
  type CommentId,
  type IdeaId,
  type LateId,
  type ModerationAct,
  type ModerationId,
} from '@butinerie/contracts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { showQueue, useModerate, useUndoModeration } from './queries.ts';
import { words } from './words.ts';

/** These say why: somebody loses something, or gets an answer. */
const REASONED: ReadonlySet<ModerationAct> = new Set([
  'hideIdea',
  'hideComment',
  'hideFile',
  'keepContent',
  'restoreIdea',
  'restoreComment',
  'restoreFile',
  'refuseLate',
  'reopenItem',
]);
const QUIET: ReadonlySet<ModerationAct> = new Set([
  'hideIdea',
  'hideComment',
  'hideFile',
  'declareLink',
  'reopenItem',
]);

export interface ActsAbout {
  readonly idea: IdeaId;
  readonly comment: CommentId | null;
  readonly file: AttachmentId | null;
  readonly late: LateId | null;
  readonly other: IdeaId | null;
  readonly decision: ModerationId | null;
}

export interface ReasonedActsProps {
  readonly challenge: ChallengeId;
  readonly about: ActsAbout;
  readonly acts: readonly ModerationAct[];
  /** Another way to deal with it, before the acts. */
  readonly first?: ReactNode;
}

export function ReasonedActs({ challenge, about, acts, first }: ReasonedActsProps) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useModerate();
  const undoing = useUndoModeration();
  const [asked, setAsked] = useState<ModerationAct | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const why = useRef<HTMLDivElement>(null);
  // It is written above the buttons: nobody has to look for it, nor to be told that it came.
  useEffect(() => {
    if (asked !== null) why.current?.querySelector('textarea')?.focus();
  }, [asked]);

  const act = async (chosen: ModerationAct): Promise<void> => {
    const needs = REASONED.has(chosen) && reason.trim() === '';
    setMissing(needs && asked === chosen);
    if (REASONED.has(chosen) && (asked !== chosen || needs)) {
      setAsked(chosen);
      return;
    }
    const id = mintId('moderation');
    const result = await run({ params: { challenge }, body: { id, act: chosen, ...about, reason } });
    if (!result.ok) return;
    setAsked(null);
    setReason('');
    showQueue(challenge, result.value);
    toast({ text: say.done[chosen], seconds: UNDO_SECONDS, undo: () => void undo(id) });
  };
  const undo = async (moderation: ModerationId): Promise<void> => {
    const result = await undoing.run({ params: { challenge, moderation } });
    if (result.ok) showQueue(challenge, result.value);
    else toast({ text: say.notUndone });
  };
  const toneOf = (each: ModerationAct): 'primary' | 'quiet' | 'secondary' => {
    if (each === asked) return 'primary';
    return QUIET.has(each) ? 'quiet' : 'secondary';
  };
  return (
    <>
      {asked && (
        <div ref={why}>
          <TextArea
            label={say.reason}
            hint={say.reasonHint}
            rows={3}
            limit={MODERATION_REASON_LIMIT}
            value={reason}
            onChange={setReason}
            error={missing && reason.trim() === '' ? say.reasonMissing : null}
          />
        </div>
      )}
      <FailureNotice failure={failure} />
      <ButtonRow>
        {first}
        {acts.map((each) => (
          <Button key={each} tone={toneOf(each)} pending={pending} onClick={() => void act(each)}>
            {say.acts[each]}
          </Button>
        ))}
      </ButtonRow>
    </>
  );
}
