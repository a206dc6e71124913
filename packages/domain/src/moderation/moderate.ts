/** What a moderator may do with what people wrote: with a reason, never where she has a link, and seen by a second one. */
import {
  ok,
  refuse,
  UNDO_SECONDS,
  type Failure,
  type IdeaId,
  type ModerationAct,
  type ModerationId,
  type NoticeKind,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { ideaStateAfter } from '../ideas/lifecycle.ts';
import { isLinked, type LinkedIdea, type SelectableIdea } from '../selection/selection-state.ts';
import { aboutOf, type About } from './about.ts';
import { decisionOnLate } from './late-outcome.ts';
import {
  hidingOf,
  hidingToReview,
  settledAt,
  standing,
  toldApart,
  voided,
  type ModerationLogged,
} from './moderation-log.ts';

export interface ModeratedIdea extends LinkedIdea, Pick<SelectableIdea, 'id' | 'state'> {}

export interface ModerationCommand extends About {
  readonly id: ModerationId;
  readonly act: ModerationAct;
  readonly other: IdeaId | null;
  readonly decision: ModerationId | null;
  readonly reason: string;
}

export interface ModerationAround {
  /** What was done about this idea so far. */
  readonly log: readonly ModerationLogged[];
  /** The idea it is compared with. */
  readonly other: ModeratedIdea | null;
  /** Who wrote or brought what it is about, whom that answers, who reported it. */
  readonly involved: readonly PersonId[];
}

/** A greeting may go without words; everything that takes something away says why. */
const WITHOUT_REASON: ReadonlySet<ModerationAct> = new Set([
  'welcomeIdea',
  'annexLate',
  'confirmHidden',
  'notDuplicates',
  'declareLink',
]);

/** Decisions that another look may follow. What was hidden is shown again instead. */
export const REOPENABLE: ReadonlySet<ModerationLogged['act']> = new Set([
  'keepContent',
  'annexLate',
  'refuseLate',
  'notDuplicates',
  'confirmHidden',
]);

export const NOTICE_OF_ACT: Readonly<Record<ModerationAct, NoticeKind | null>> = {
  welcomeIdea: 'idea-welcomed',
  keepContent: 'report-answered',
  hideIdea: 'idea-hidden',
  hideComment: 'comment-hidden',
  hideFile: 'file-hidden',
  confirmHidden: null,
  restoreIdea: 'idea-restored',
  restoreComment: 'comment-restored',
  restoreFile: 'file-restored',
  annexLate: 'late-decided',
  refuseLate: 'late-decided',
  notDuplicates: null,
  declareLink: 'item-handed',
  reopenItem: 'decision-reopened',
};

type Refusals = Failure<
  'not-allowed' | 'own-idea' | 'idea-state' | 'second-person-needed' | 'text-missing' | 'already-answered'
>;

export function moderate(
  idea: ModeratedIdea,
  command: ModerationCommand,
  { log, other, involved }: ModerationAround,
  { by, now, challenge }: Asked & { readonly challenge: Parameters<typeof mayModerate>[1] },
): Result<ModerationLogged, Refusals> {
  const { act, reason } = command;
  if (!mayModerate(by, challenge)) return refuse('not-allowed', { act, why: 'not-a-moderator' });
  const linked = isLinked(idea, by.person);
  if (act === 'declareLink' && linked) return refuse('already-answered', { answer: act });
  if (act !== 'declareLink') {
    if (linked || involved.includes(by.person)) return refuse('own-idea', { idea: idea.id });
    if (other !== null && isLinked(other, by.person)) return refuse('own-idea', { idea: other.id });
  }
  if (reason.trim() === '' && !WITHOUT_REASON.has(act)) return refuse('text-missing', { field: 'reason' });
  const named = aboutOf(command);
  const hiding = hidingOf(standing(log), { idea: idea.id, file: named.file });
  const hidden = named.file !== null || idea.state === 'hidden' ? hiding : null;
  if (act === 'hideIdea' && (idea.state === 'draft' || ideaStateAfter(idea.state, 'hide') === null))
    return refuse('idea-state', { state: idea.state, act });
  // A draft and its files are its author's alone.
  if (act === 'hideFile' && idea.state === 'draft') return refuse('idea-state', { state: idea.state, act });
  if (act === 'confirmHidden' || act === 'restoreIdea' || act === 'restoreFile') {
    if (hidden === null)
      return named.file === null
        ? refuse('idea-state', { state: idea.state, act })
        : refuse('already-answered', { answer: act });
    // The review is a second person's, whichever way it goes.
    if (hidden.by === by.person) return refuse('second-person-needed', { proposedBy: hidden.by });
  }
  const decision = act === 'reopenItem' ? log.find(({ id }) => id === command.decision) : null;
  if (decision === undefined || (decision !== null && !REOPENABLE.has(decision.act)))
    return refuse('not-allowed', { act, why: 'not-reopenable' });
  if (isAnswered({ ...command, ...named }, { idea: idea.id, log }))
    return refuse('already-answered', { answer: act });
  // What is opened again is about the same thing as the decision was.
  const { comment, late, file } = decision ?? named;
  return ok({
    id: command.id,
    at: now,
    by: by.person,
    act,
    undoes: decision?.id ?? null,
    idea: idea.id,
    other: act === 'notDuplicates' ? command.other : (decision?.other ?? null),
    comment,
    file,
    late,
    reason,
    from: act === 'hideIdea' ? idea.state : (hidden?.from ?? null),
  });
}

/** Done before, by whomever: the queue that offered it was older than that. */
function isAnswered(
  { act, comment, file, late, other, decision }: ModerationCommand,
  { idea, log }: { readonly idea: IdeaId; readonly log: readonly ModerationLogged[] },
): boolean {
  const done = standing(log);
  const sight = done.findLast(
    (event) => event.comment === comment && (event.act === 'hideComment' || event.act === 'restoreComment'),
  );
  if (act === 'welcomeIdea') return done.some((event) => event.act === act);
  if (act === 'annexLate' || act === 'refuseLate')
    return late !== null && decisionOnLate(late, log) !== undefined;
  if (act === 'notDuplicates') return other !== null && toldApart(done, idea, other);
  if (act === 'hideComment') return sight?.act === 'hideComment';
  if (act === 'restoreComment') return sight?.act !== 'hideComment';
  if (act === 'hideFile') return hidingOf(done, { idea, file }) !== null;
  if (act === 'confirmHidden') return hidingToReview(done, { idea, file }) === null;
  if (act === 'reopenItem') return decision !== null && voided(log).has(decision);
  return false;
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
