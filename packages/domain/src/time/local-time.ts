/**
 * From the hour on the wall to the instant and back, over the platform's own table of time zones.
 * A deadline is kept as people agreed on it; its instant is derived each time, so it follows a change of rules.
 */
import { ok, type LocalTime, type Result } from '@butinerie/contracts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** The failure of the catalogue without its `field`: only the caller knows which field of its form this was. */
export interface HourProblem {
  code: 'impossible-hour' | 'ambiguous-hour';
  local: string;
  timeZone: string;
}

// Building a formatter is slow. Names of zones come from people, so the number kept is bounded.
const FORMATS_KEPT = 64;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (formats.size >= FORMATS_KEPT) formats.clear();
  formats.set(timeZone, format);
  return format;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** `YYYY-MM-DDTHH:mm:ss` as clocks there show it. */
function wallClock(instant: Date, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
}

/** `YYYY-MM-DDTHH:mm` as clocks in that zone show it. */
export function toLocal(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 16);
}

function offsetAt(epoch: number, timeZone: string): number {
  const whole = Math.floor(epoch / SECOND) * SECOND;
  return Date.parse(`${wallClock(new Date(whole), timeZone)}Z`) - whole;
}

/** Every instant at which clocks there show this hour: none in a gap, two where the hour comes twice. */
export function readingsOf(local: string, timeZone: string): Date[] {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return [];
  // No zone is a day away from UTC, so the two offsets around a change are those of the day before and the day after.
  const offsets = new Set([asUtc - DAY, asUtc + DAY].map((around) => offsetAt(around, timeZone)));
  return [...offsets]
    .map((offset) => new Date(asUtc - offset))
    .filter((candidate) => toLocal(candidate, timeZone) === local)
    .toSorted((a, b) => a.getTime() - b.getTime());
}

export function toInstant(time: LocalTime): Result<Date, HourProblem> {
  const { local, timeZone, fold } = time;
  const [earlier, later] = isTimeZone(timeZone) ? readingsOf(local, timeZone) : [];
  if (earlier === undefined) return { ok: false, failure: { code: 'impossible-hour', local, timeZone } };
  if (later === undefined || fold === 'earlier') return ok(earlier);
  if (fold === 'later') return ok(later);
  return { ok: false, failure: { code: 'ambiguous-hour', local, timeZone } };
}
