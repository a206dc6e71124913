/** What became of a text that arrived after the closing: nothing yet, joined beside the text, or kept apart for a reason. */
import type { LateId } from '@butinerie/contracts';
import { LATE_HOURS, settledAt, standing, voided, type ModerationLogged } from './moderation-log.ts';

export interface LateOutcome {
  readonly state: 'waiting' | 'annexed' | 'refused';
  /** When it was decided, or will be by itself. */
  readonly at: Date;
  readonly reason: string;
}

const HOUR = 3_600_000;

/** When it joins the annex by itself: 48 hours after it arrived, or after it was last opened again. */
export function lateDueAt(
  { id, at }: { readonly id: LateId; readonly at: Date },
  log: readonly ModerationLogged[],
): Date {
  const gone = voided(log);
  const reopened = log.findLast(
    (event) => event.act === 'reopenItem' && event.late === id && !gone.has(event.id),
  );
  return new Date((reopened?.at ?? at).getTime() + LATE_HOURS * HOUR);
}

export function decisionOnLate(id: LateId, log: readonly ModerationLogged[]): ModerationLogged | undefined {
  return standing(log).findLast(
    (event) => event.late === id && (event.act === 'annexLate' || event.act === 'refuseLate'),
  );
}

/** As the writer reads it: a decision that may still be undone is none yet. */
export function lateOutcome(
  late: { readonly id: LateId; readonly at: Date },
  log: readonly ModerationLogged[],
  now: Date,
): LateOutcome {
  const due = lateDueAt(late, log);
  const decided = decisionOnLate(late.id, log);
  if (decided !== undefined && settledAt(decided) <= now) {
    const { act, at, reason } = decided;
    return { state: act === 'annexLate' ? 'annexed' : 'refused', at, reason };
  }
  return { state: decided === undefined && due <= now ? 'annexed' : 'waiting', at: due, reason: '' };
}
