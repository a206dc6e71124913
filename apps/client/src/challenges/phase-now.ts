/**
 * Which phase a challenge is in at this moment: what the server said, moved on by the clock alone. The rule is the
 * domain's; the server's answer stands wherever people, and not the clock, decide.
 */
import type { Challenge, Phase } from '@butinerie/contracts';
import { phaseAt, sealableFrom, type ChallengeDates } from '@butinerie/domain';

type Dated = Pick<Challenge, 'phase' | 'opensAt' | 'ideasUntil' | 'closesAt' | 'paused'>;

const BY_CLOCK: ReadonlySet<Phase> = new Set(['scheduled', 'ideation', 'rebound', 'closing']);

function datesOf({ opensAt, ideasUntil, closesAt, paused }: Dated): ChallengeDates {
  const opening = new Date(opensAt.instant);
  return {
    timeZone: opensAt.timeZone,
    opensAt: opening,
    ideasUntil: new Date(ideasUntil.instant),
    closesAt: new Date(closesAt.instant),
    // Only asked about challenges that are scheduled and untouched since.
    scheduledAt: opening,
    resultsPublishedAt: null,
    firstAdoptedAt: null,
    reviewedFrom: null,
    archivedAt: null,
    cancelledAt: null,
    pause: paused && { at: new Date(paused.at), until: new Date(paused.until) },
  };
}

export function phaseNow(challenge: Dated, now: number): Phase {
  return BY_CLOCK.has(challenge.phase) ? phaseAt(datesOf(challenge), new Date(now)) : challenge.phase;
}

/** Instants at which something on the screen changes. */
export function boundariesOf({ opensAt, ideasUntil, closesAt, paused }: Dated): number[] {
  // The deadlines stand still with the challenge.
  if (paused !== null) return [Date.parse(paused.until)];
  const closes = Date.parse(closesAt.instant);
  return [
    Date.parse(opensAt.instant),
    Date.parse(ideasUntil.instant),
    closes,
    sealableFrom(new Date(closes)).getTime(),
  ];
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** When « encore 3 jours » becomes « encore 2 jours »: the count is drawn again then, and not every second. */
export function nextCount(target: number, now: number): number | null {
  const left = target - now;
  if (left <= 0) return null;
  const unit = left >= 2 * DAY ? DAY : left >= 2 * HOUR ? HOUR : MINUTE;
  const steps = unit === MINUTE ? Math.ceil(left / unit) - 1 : Math.floor(left / unit);
  // The count is rounded down for days and hours: it falls just after the whole number has passed.
  return target - steps * unit + (unit === MINUTE ? 0 : 1);
}
