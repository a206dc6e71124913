/** The words of one text with their writers, and the days on which people wrote or removed. */
import type { LogRow, Provenance } from '@butinerie/collaboration/server';
import {
  ok,
  personId,
  refuse,
  type Authorship,
  type DayOfWriting,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { calendarDay, isAuthor, mayModerate, mayReadIdea } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { AuthorshipSetup } from './index.ts';

export interface AuthorshipDeps extends AuthorshipSetup {
  readonly provenance: (idea: IdeaId, rows: readonly LogRow[]) => Promise<Provenance>;
}

export function readAuthorship(deps: AuthorshipDeps) {
  return async (idea: IdeaId, by: Speaker): Promise<Result<Authorship, Failure<'not-found'>>> => {
    const record = await deps.ideas.record(idea);
    if (record === null || !mayReadIdea(record, by.person, mayModerate(by, record.challenge)))
      return refuse('not-found', { what: 'idea' });
    const rows = await deps.documents.rows(idea);
    const { title, text, removals } = await deps.provenance(idea, rows);
    // What was thrown away, in a draft or since, is for those who write here and those who moderate: taking a word out
    // of sight has to take it out of sight.
    const insider = isAuthor(record, by.person) || mayModerate(by, record.challenge);
    const days = daysOf(rows, insider ? removals : [], deps.timeZone);
    const spans = [title, text].map((written) =>
      written.map(({ text: words, person }) => ({ text: words, by: personOf(person) })),
    );
    const named = new Set([...spans.flat().map((span) => span.by), ...days.map(({ person }) => person)]);
    const refs = await deps.people.refs([...named].flatMap((person) => person ?? []));
    const [titleSpans = [], textSpans = []] = spans;
    return ok({ title: titleSpans, text: textSpans, days, people: [...refs.values()] });
  };
}

/** What the system wrote for nobody has no person. */
const personOf = (person: string | null): PersonId | null => personId.safeParse(person).data ?? null;

function daysOf(rows: readonly LogRow[], removals: Provenance['removals'], timeZone: string): DayOfWriting[] {
  const removedAt = new Map<number, string[]>();
  for (const { seq, text } of removals)
    if (/[\p{L}\p{N}]/u.test(text)) removedAt.set(seq, [...(removedAt.get(seq) ?? []), text]);
  const days = new Map<string, { day: string; person: PersonId; wrote: boolean; removed: string[] }>();
  for (const { seq, at, person: who, clientId } of rows) {
    const person = personOf(who);
    const removed = removedAt.get(seq) ?? [];
    if (person === null || (clientId === undefined && removed.length === 0)) continue;
    const day = calendarDay(at, timeZone);
    const key = `${day} ${person}`;
    const known = days.get(key) ?? { day, person, wrote: false, removed: [] };
    known.wrote ||= clientId !== undefined;
    known.removed.push(...removed);
    days.set(key, known);
  }
  return [...days.values()].reverse();
}
