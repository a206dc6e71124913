/** Which moments of a text are told as versions: the ends of days, and what stood before something large happened. */
import type { PersonId, TextVersion } from '@butinerie/contracts';
import { calendarDay } from '../time/calendar.ts';

export interface WrittenRow {
  readonly seq: number;
  readonly at: Date;
  /** Null for words of nobody. */
  readonly person: PersonId | null;
  /** Whether it put back an earlier version, or a passage. */
  readonly restores: boolean;
}

/** So many characters taken out at once are a large removal: what stood before it is a version. */
export const LARGE_REMOVAL = 60;

export interface TellingVersions {
  readonly timeZone: string;
  readonly publishedAt: Date | null;
  /** Numbers of the rows with which large removals begin. */
  readonly removals: ReadonlySet<number>;
}

/** In the order of the log. */
export function versionsOf(rows: readonly WrittenRow[], telling: TellingVersions): TextVersion[] {
  const versions: TextVersion[] = [];
  let before: WrittenRow | null = null;
  for (const row of rows) {
    const endedBy = before && endOf(before, row, telling);
    const people = row.person === null ? [] : [row.person];
    const last = versions.at(-1);
    if (last && endedBy === null) {
      const both = [...new Set([...last.people, ...people])];
      versions[versions.length - 1] = { ...last, version: row.seq, people: both };
    } else {
      if (last && endedBy) versions[versions.length - 1] = { ...last, endedBy };
      const day = calendarDay(row.at, telling.timeZone);
      versions.push({ version: row.seq, day, people, restored: row.restores, endedBy: 'now' });
    }
    before = row;
  }
  return versions;
}

/** Why the one row ends a version; null where it goes on. */
function endOf(
  before: WrittenRow,
  next: WrittenRow,
  { timeZone, publishedAt, removals }: TellingVersions,
): TextVersion['endedBy'] | null {
  if (publishedAt !== null && before.at <= publishedAt && publishedAt < next.at) return 'publication';
  if (calendarDay(before.at, timeZone) !== calendarDay(next.at, timeZone)) return 'day';
  if (next.restores) return 'restoring';
  return removals.has(next.seq) ? 'removal' : null;
}
