/** What of a text's past somebody may read: its versions, and what was taken out, as the log tells them. */
import type { LogRow, Provenance } from '@butinerie/collaboration/server';
import {
  ok,
  personId,
  refuse,
  type Failure,
  type IdeaId,
  type PersonId,
  type Removal,
  type Result,
  type TextVersion,
} from '@butinerie/contracts';
import {
  calendarDay,
  historyFrom,
  LARGE_REMOVAL,
  mayModerate,
  mayReadIdea,
  versionsOf,
  type AskedInChallenge,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { HistoryDeps } from './index.ts';

export interface Past {
  readonly idea: IdeaRecord;
  readonly asked: AskedInChallenge;
  readonly rows: readonly LogRow[];
  /** In the order of the log, both. */
  readonly versions: readonly TextVersion[];
  readonly removals: readonly (Removal & { readonly from: number })[];
}

export async function pastOf(
  deps: HistoryDeps,
  id: IdeaId,
  by: Speaker,
): Promise<Result<Past, Failure<'not-found' | 'not-allowed'>>> {
  const idea = await deps.ideas.record(id);
  const challenge = idea && (await deps.challenges.record(idea.challenge));
  const moderates = idea !== null && mayModerate(by, idea.challenge);
  if (!idea || !challenge || !mayReadIdea(idea, by.person, moderates))
    return refuse('not-found', { what: 'idea' });
  const since = historyFrom(idea, { person: by.person, moderates });
  if (since === null) return refuse('not-allowed', { act: 'readTextHistory', why: 'not-an-author' });

  const rows = await deps.documents.rows(id);
  const { removals } = await deps.provenance(id, rows);
  const dayOf = (row: number): string => calendarDay(rows[row - 1]?.at ?? new Date(0), deps.timeZone);
  const isShown = (row: number): boolean => (rows[row - 1]?.at ?? since) >= since;
  const large = removals.filter(({ text }) => text.length >= LARGE_REMOVAL).map(({ from }) => from);
  const written = rows.map(({ seq, at, person, via }) => ({
    seq,
    at,
    person: personOf(person),
    restores: via === 'restore',
  }));
  const { publishedAt } = idea;
  const telling = { timeZone: deps.timeZone, publishedAt, removals: new Set(large) };
  // What was published was read by everybody, whenever it had been written.
  const versions = versionsOf(written, telling).filter(
    ({ version, endedBy }) => endedBy === 'publication' || endedBy === 'now' || isShown(version),
  );
  const phase = deps.challenges.standing(challenge);
  return ok({
    idea,
    asked: { by, challenge: challenge.id, phase, now: deps.clock.now() },
    rows,
    versions,
    removals: together(removals, dayOf).filter(({ removal }) => isShown(removal)),
  });
}

/** What the system wrote for nobody has no person. */
const personOf = (person: string): PersonId | null => personId.safeParse(person).data ?? null;

/** All that one row took out, as one; what held neither a letter nor a digit is not told. */
function together(
  removals: Provenance['removals'],
  dayOf: (row: number) => string,
): (Removal & { from: number })[] {
  const found = new Map<number, Removal & { from: number }>();
  for (const { seq, from, person, text, of, gone } of removals) {
    const by = personOf(person);
    if (by === null || !/[\p{L}\p{N}]/u.test(text)) continue;
    const known = found.get(seq);
    const writers = of.flatMap((writer) => personOf(writer.person) ?? []);
    found.set(seq, {
      removal: seq,
      from: Math.min(known?.from ?? from, from),
      day: dayOf(seq),
      by,
      of: [...new Set([...(known?.of ?? []), ...writers])],
      passages: [...(known?.passages ?? []), text],
      gone: (known?.gone ?? false) || gone,
    });
  }
  return [...found.values()];
}
