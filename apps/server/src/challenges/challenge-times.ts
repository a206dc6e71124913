/** From the record, which keeps hours on the wall, to what the rules want to know of a challenge. */
import type { ChallengeId, LocalTime, Moment, TimeBox } from '@butinerie/contracts';
import { instantAt, toInstant, type ChallengeState } from '@butinerie/domain';
import type { ChallengeRecord } from './index.ts';

// The table of time zones is the process's own and never changes under it; every request asks for the same few hours.
const HOURS_KEPT = 1_000;
const hours = new Map<string, Date>();

/** An hour that a change of rules made impossible or double after it was agreed on: the first one that is not before it. */
export function instantOf(time: LocalTime): Date {
  const key = `${time.local} ${time.timeZone} ${time.fold ?? ''}`;
  const kept = hours.get(key);
  if (kept !== undefined) return kept;
  const read = toInstant(time);
  const [day = '', hour = ''] = time.local.split('T');
  const instant = read.ok ? read.value : instantAt(day, hour, time.timeZone);
  if (hours.size >= HOURS_KEPT) hours.clear();
  hours.set(key, instant);
  return instant;
}

export function stateOf(record: ChallengeRecord): ChallengeState {
  const { id, version, question, selectionMode, scheduledAt } = record;
  return {
    id,
    version,
    question,
    selectionMode,
    scheduledAt,
    timeZone: record.closesAt.timeZone,
    opensAt: instantOf(record.opensAt),
    ideasUntil: instantOf(record.ideasUntil),
    closesAt: instantOf(record.closesAt),
    decisionDueAt: instantOf(record.decisionDueAt),
    resultsPublishedAt: record.results.publishedAt,
    firstAdoptedAt: record.firstAdoptionAt,
    reviewedFrom: record.reviewedFrom ?? null,
    archivedAt: record.archived?.at ?? null,
    cancelledAt: record.cancelled?.at ?? null,
    cancellation: record.cancellation,
    protection: record.protection,
    pause: record.paused && { at: record.paused.at, until: record.paused.until },
    pausedIn: record.pausedIn,
    extension: record.extension && { ...record.extension, agreed: record.extension.agreedBy !== null },
  };
}

/**
 * The same with the review that follows from its ideas by now. Asked with every key, for a record that was read once:
 * what a record says does not change under it.
 */
export function currentStates(reviewedFrom: (id: ChallengeId) => Date | null) {
  const states = new WeakMap<ChallengeRecord, ChallengeState>();
  return (record: ChallengeRecord): ChallengeState => {
    const reviewed = reviewedFrom(record.id);
    const known = states.get(record);
    if (known !== undefined && known.reviewedFrom === reviewed) return known;
    const state = { ...stateOf(record), reviewedFrom: reviewed };
    states.set(record, state);
    return state;
  };
}

/** Ideas are not written any more: from here counters may be shown and answers prepared. */
export function isClosed(record: ChallengeRecord, now: Date): boolean {
  const { paused } = record;
  const shown = paused !== null && paused.at < now ? paused.at : now;
  return record.scheduledAt !== null && instantOf(record.closesAt) <= shown;
}

export function momentOf(time: LocalTime): Moment {
  return { local: time.local, timeZone: time.timeZone, instant: instantOf(time).toISOString() };
}

export const timeBoxOf = ({ opensAt, ideasUntil, closesAt, decisionDueAt }: ChallengeRecord): TimeBox => ({
  opensAt,
  ideasUntil,
  closesAt,
  decisionDueAt,
});
