/** The append-only log of moderation, and what of it stands: taking back and opening again are written beside. */
import type {
  AttachmentId,
  CommentId,
  IdeaId,
  IdeaState,
  LateId,
  ModerationAct,
  ModerationId,
  PersonId,
} from '@butinerie/contracts';
import { UNDO_SECONDS } from '@butinerie/contracts';
import { addWorkingDays } from '../time/working-days.ts';
import { calendarDay, endOfDay } from '../time/calendar.ts';

/** Hours after which a late text joins the annex by itself. */
export const LATE_HOURS = 48;
/** Working days in which a second moderator reads a hidden idea. */
export const REVIEW_WORKING_DAYS = 2;

/** One act as the log keeps it; `undoes` names the act that a later one takes back, or opens again. */
export interface ModerationLogged {
  readonly id: ModerationId;
  readonly at: Date;
  readonly by: PersonId;
  readonly act: ModerationAct | 'undo';
  readonly undoes: ModerationId | null;
  readonly idea: IdeaId;
  /** The idea it is not a double of. */
  readonly other: IdeaId | null;
  readonly comment: CommentId | null;
  /** One file of the idea. */
  readonly file: AttachmentId | null;
  readonly late: LateId | null;
  readonly reason: string;
  /** Where a hidden idea comes back to. */
  readonly from: IdeaState | null;
}

/** Acts that hold no more: taken back, or opened again by an act that was not itself taken back. */
export function voided(log: readonly ModerationLogged[]): ReadonlySet<ModerationId> {
  const undoneBy = (act: 'undo' | 'reopenItem', except: ReadonlySet<ModerationId>): ModerationId[] =>
    log.flatMap((event) => (event.act === act && !except.has(event.id) ? (event.undoes ?? []) : []));
  const undone = new Set(undoneBy('undo', new Set()));
  return new Set([...undone, ...undoneBy('reopenItem', undone)]);
}

/** The decisions that hold. */
export function standing<E extends ModerationLogged>(log: readonly E[]): readonly E[] {
  const gone = voided(log);
  return log.filter(({ id, act }) => act !== 'undo' && act !== 'reopenItem' && !gone.has(id));
}

/** From when it cannot be undone any more: its author is told then. */
export function settledAt({ at }: Pick<ModerationLogged, 'at'>): Date {
  return new Date(at.getTime() + UNDO_SECONDS * 1_000);
}

/** Until when a hidden idea is to be read by a second person. */
export function reviewDueAt({ at }: Pick<ModerationLogged, 'at'>, timeZone: string): Date {
  return endOfDay(addWorkingDays(calendarDay(at, timeZone), REVIEW_WORKING_DAYS), timeZone);
}

const SIGHT: ReadonlySet<ModerationLogged['act']> = new Set([
  'hideIdea',
  'restoreIdea',
  'hideFile',
  'restoreFile',
  'confirmHidden',
]);
const hides = ({ act }: ModerationLogged): boolean => act === 'hideIdea' || act === 'hideFile';

/** Of the decisions that hold, the hiding that keeps an idea, or one file of it, out of sight. */
export function hidingOf<E extends ModerationLogged>(
  done: readonly E[],
  { idea, file }: Pick<ModerationLogged, 'idea' | 'file'>,
): E | null {
  const last = done.findLast(
    (event) =>
      event.idea === idea && event.file === file && event.act !== 'confirmHidden' && SIGHT.has(event.act),
  );
  return last !== undefined && hides(last) ? last : null;
}

/** The hiding that waits for a second person's eyes, of one idea or of one file of it. */
export function hidingToReview<E extends ModerationLogged>(
  done: readonly E[],
  { idea, file }: Pick<ModerationLogged, 'idea' | 'file'>,
): E | null {
  const last = done.findLast((event) => event.idea === idea && event.file === file && SIGHT.has(event.act));
  return last !== undefined && hides(last) ? last : null;
}

/** Whether two ideas were said to be no doubles, whichever was named first. */
export function toldApart(done: readonly ModerationLogged[], one: IdeaId, other: IdeaId): boolean {
  return done.some(
    ({ act, idea, other: its }) =>
      act === 'notDuplicates' && ((idea === one && its === other) || (idea === other && its === one)),
  );
}

/** Who declared a link with the authors of each idea: it holds for whatever else these authors have in the challenge. */
export function declaredLinks(
  log: readonly ModerationLogged[],
  ideas: readonly { readonly id: IdeaId; readonly originators: readonly PersonId[] }[],
): ReadonlyMap<IdeaId, readonly PersonId[]> {
  const originators = new Map(ideas.map((idea) => [idea.id, idea.originators]));
  const declared = standing(log).filter(({ act }) => act === 'declareLink');
  return new Map(
    ideas.map((idea) => {
      const holds = ({ idea: named }: ModerationLogged): boolean =>
        named === idea.id ||
        (originators.get(named) ?? []).some((person) => idea.originators.includes(person));
      return [idea.id, [...new Set(declared.filter(holds).map(({ by }) => by))]];
    }),
  );
}
