/** A delivery as people see it, with names. */
import type { Delivery, IdeaId, PersonId } from '@butinerie/contracts';
import { deliveryOf, deliveryStep, type DeliveryEvent } from '@butinerie/domain';
import type { AnswersRecord } from '../adoption/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { DeliveryRecord } from './deliveries.store.ts';
import type { DeliveryDeps } from './deps.ts';

export async function showDelivery(
  { people }: Pick<DeliveryDeps, 'people'>,
  {
    idea,
    answers,
    record,
  }: {
    readonly idea: IdeaRecord;
    readonly answers: AnswersRecord;
    readonly record: DeliveryRecord;
  },
): Promise<Delivery> {
  const delivery = deliveryOf(record.events);
  const refs = await people.refs(record.events.flatMap(({ by }) => by ?? []));
  const ref = (person: PersonId | null) => (person === null ? null : (refs.get(person) ?? null));
  const nobody = { originators: [], coauthors: [], rebounders: [], declared: [], carrier: null };
  const { startedAt, unmeasured, proposed, abandonment } = delivery;
  return {
    idea: idea.id,
    step: deliveryStep({ id: idea.id, state: idea.state, adoption: answers.adoption, delivery, ...nobody }),
    startedAt: startedAt?.toISOString() ?? null,
    unmeasured,
    until: (abandonment ?? proposed)?.until ?? null,
    events: record.events.map(({ type, at, by, as, words, link, until }: DeliveryEvent) => ({
      type,
      at: at.toISOString(),
      by: ref(by),
      as,
      words,
      link,
      until,
    })),
  };
}

export async function tellDeliveries(
  deps: Pick<DeliveryDeps, 'people' | 'adoptions' | 'store'>,
  ideas: readonly IdeaRecord[],
): Promise<ReadonlyMap<IdeaId, Delivery>> {
  const ids = ideas.map(({ id }) => id);
  const [answered, records] = await Promise.all([deps.adoptions.recordsOf(ids), deps.store.ofIdeas(ids)]);
  const byIdea = new Map(records.map((record) => [record.idea, record]));
  const shown = new Map<IdeaId, Delivery>();
  for (const idea of ideas) {
    const answers = answered.find((each) => each.idea === idea.id);
    if (answers === undefined || (answers.adoption === null && answers.former.length === 0)) continue;
    const record = byIdea.get(idea.id) ?? { idea: idea.id, challenge: idea.challenge, events: [] };
    shown.set(idea.id, await showDelivery(deps, { idea, answers, record }));
  }
  return shown;
}
