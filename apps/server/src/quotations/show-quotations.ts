/** The passages of an idea that stand in older ones too, for its authors and for moderators of its challenge. */
import type { AnswerOf, Failure, IdeaId, listQuotations, Quotation, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { answerQuotation, creditedByQuotation, isAuthor, mayModerate, mayReadIdea } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { sealedText, standsInBoth, type ServedDeps } from './deps.ts';
import type { QuotationRecord } from './quotations.store.ts';

/** As whom she reads them; null where the idea is none of hers to read. */
export function readerOf(idea: IdeaRecord, by: Speaker): 'concerned' | 'others' | null {
  const moderates = mayModerate(by, idea.challenge);
  if (!mayReadIdea(idea, by.person, moderates)) return null;
  return moderates || isAuthor(idea, by.person) ? 'concerned' : 'others';
}

export const showQuotations =
  (deps: ServedDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Result<AnswerOf<typeof listQuotations>, Failure<'not-found'>>> => {
    const idea = await deps.ideas.record(id);
    const reader = idea && readerOf(idea, by);
    if (!idea || !reader) return refuse('not-found', { what: 'idea' });
    if (reader === 'others') return ok({ quotations: [] });
    return ok({ quotations: await shown(deps, idea, await deps.store.ofIdea(id), by) });
  };

/** With names as they are known, and only where the older idea can still be read by her. */
export async function shown(
  deps: ServedDeps,
  idea: IdeaRecord,
  records: readonly QuotationRecord[],
  by: Speaker,
): Promise<Quotation[]> {
  const [text, challenge] = [sealedText(idea), await deps.challenges.record(idea.challenge)];
  const found = records.length === 0 ? [] : await deps.ideas.byIds(records.map(({ source }) => source));
  const within = await deps.within(
    by,
    found.map((source) => source.challenge),
  );
  const sources = new Map(
    found
      .filter((source) => within.has(source.challenge) && standsInBoth(idea, source))
      .map((source) => [source.id, source]),
  );
  const answering = records.flatMap(({ answered }) => (answered === null ? [] : [answered.by]));
  const refs = await deps.people.refs([
    ...[...sources.values()].flatMap((source) => creditedByQuotation(idea, source)),
    ...answering,
  ]);
  const refOf = (person: (typeof answering)[number]) =>
    refs.get(person) ?? { id: person, name: '', directorate: null };
  return records.flatMap((record): Quotation[] => {
    const source = sources.get(record.source);
    if (source === undefined || text === null || challenge === null) return [];
    const { answer, answered, start, end } = record;
    const asked = {
      by,
      challenge: idea.challenge,
      phase: deps.challenges.standing(challenge),
      now: deps.clock.now(),
    };
    return [
      {
        idea: idea.id,
        source: { id: source.id, title: source.title },
        people: creditedByQuotation(idea, source).map(refOf),
        passage: text.slice(start, end),
        answer,
        answered: answered && { ...answered, by: refOf(answered.by), at: answered.at.toISOString() },
        mayAnswer: answerQuotation(record, idea, { answer: 'decline', reason: '' }, asked).ok,
      },
    ];
  });
}
