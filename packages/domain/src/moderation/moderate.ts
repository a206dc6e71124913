/** What a moderator may do with what people wrote: with a reason, never where she has a link, and seen by a second one. */
import {
  ok,
  refuse,
  UNDO_SECONDS,
  type CommentId,
  type Failure,
  type IdeaId,
  type IdeaState,
  type LateId,
  type ModerationAct,
  type ModerationId,
  type NoticeKind,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { ideaStateAfter } from '../ideas/lifecycle.ts';
import { isLinked, type SelectableIdea } from '../selection/selection-state.ts';

/** Hours after which a late text joins the annex by itself. */
export const LATE_HOURS = 48;
/** Working days in which a second moderator reads a hidden idea. */
export const REVIEW_WORKING_DAYS = 2;

export interface ModeratedIdea extends Pick<
  SelectableIdea,
  'id' | 'state' | 'originators' | 'coauthors' | 'rebounders'
> {}

/** One act as the append-only log keeps it; `undoes` names the act that a later one takes back. */
export interface ModerationLogged {
  readonly id: ModerationId;
  readonly at: Date;
  readonly by: PersonId;
  readonly act: ModerationAct | 'undo';
  readonly undoes: ModerationId | null;
  readonly idea: IdeaId;
  readonly comment: CommentId | null;
  readonly late: LateId | null;
  readonly reason: string;
  /** Where a hidden idea comes back to. */
  readonly from: IdeaState | null;
}

export interface ModerationCommand {
  readonly id: ModerationId;
  readonly act: ModerationAct;
  readonly comment: CommentId | null;
  readonly late: LateId | null;
  readonly reason: string;
}

/** What stands of the log: without the acts taken back, and without the takings back. */
export function standing(log: readonly ModerationLogged[]): readonly ModerationLogged[] {
  const undone = new Set(log.map(({ undoes }) => undoes));
  return log.filter(({ id, act }) => act !== 'undo' && !undone.has(id));
}

/** A greeting may go without words; everything that takes something away says why. */
const WITHOUT_REASON: ReadonlySet<ModerationAct> = new Set(['welcomeIdea', 'annexLate', 'confirmHidden']);

export const NOTICE_OF_ACT: Readonly<Record<ModerationAct, NoticeKind | null>> = {
  welcomeIdea: 'idea-welcomed',
  keepContent: 'report-answered',
  hideIdea: 'idea-hidden',
  hideComment: 'comment-hidden',
  confirmHidden: null,
  restoreIdea: 'idea-restored',
  restoreComment: 'comment-restored',
  annexLate: 'late-decided',
  refuseLate: 'late-decided',
};

type Refusals = Failure<
  'not-allowed' | 'own-idea' | 'idea-state' | 'second-person-needed' | 'text-missing' | 'already-answered'
>;

/** `log`: what was done about this idea so far. */
export function moderate(
  idea: ModeratedIdea,
  command: ModerationCommand,
  log: readonly ModerationLogged[],
  { by, now, challenge }: Asked & { readonly challenge: Parameters<typeof mayModerate>[1] },
): Result<ModerationLogged, Refusals> {
  const { act, reason } = command;
  if (!mayModerate(by, challenge)) return refuse('not-allowed', { act, why: 'not-a-moderator' });
  if (isLinked(idea, by.person)) return refuse('own-idea', { idea: idea.id });
  if (reason.trim() === '' && !WITHOUT_REASON.has(act)) return refuse('text-missing', { field: 'reason' });
  const done = standing(log);
  const hiding = done.findLast((event) => event.act === 'hideIdea' || event.act === 'restoreIdea');
  const hidden = idea.state === 'hidden' && hiding?.act === 'hideIdea' ? hiding : null;
  if (act === 'hideIdea' && (idea.state === 'draft' || ideaStateAfter(idea.state, 'hide') === null))
    return refuse('idea-state', { state: idea.state, act });
  if (act === 'confirmHidden' || act === 'restoreIdea') {
    if (hidden === null) return refuse('idea-state', { state: idea.state, act });
    // The review is a second person's, whichever way it goes.
    if (hidden.by === by.person) return refuse('second-person-needed', { proposedBy: hidden.by });
  }
  const answered = (acts: readonly ModerationAct[]): boolean =>
    done.some((event) => (acts as readonly string[]).includes(event.act) && event.late === command.late);
  if (act === 'welcomeIdea' && answered(['welcomeIdea'])) return refuse('already-answered', { answer: act });
  if ((act === 'annexLate' || act === 'refuseLate') && answered(['annexLate', 'refuseLate']))
    return refuse('already-answered', { answer: act });
  return ok({
    id: command.id,
    at: now,
    by: by.person,
    act,
    undoes: null,
    idea: idea.id,
    comment: command.comment,
    late: command.late,
    reason,
    from: act === 'hideIdea' ? idea.state : (hidden?.from ?? null),
  });
}

/** By whoever did it, within ten seconds of the server's clock. */
export function undoModeration(
  event: ModerationLogged,
  id: ModerationId,
  { by, now }: Asked,
): Result<ModerationLogged, Failure<'not-allowed' | 'too-late-to-undo'>> {
  if (event.by !== by.person || event.act === 'undo')
    return refuse('not-allowed', { act: 'undoModeration', why: 'somebody-elses' });
  if (now >= settledAt(event)) return refuse('too-late-to-undo', { seconds: UNDO_SECONDS });
  return ok({ ...event, id, at: now, act: 'undo', undoes: event.id });
}

/** From when it cannot be undone any more: its author is told then. */
export function settledAt({ at }: Pick<ModerationLogged, 'at'>): Date {
  return new Date(at.getTime() + UNDO_SECONDS * 1_000);
}
