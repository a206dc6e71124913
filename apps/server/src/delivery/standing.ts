/** Where deliveries stand, for lists: the step, and the day by which what has changed is still to be told. */
import type { DeliveryStep, IdeaId } from '@butinerie/contracts';
import { deliveryOf, deliveryStep, PARIS, stillDueOn, type CalendarDate } from '@butinerie/domain';
import type { IdeaRecord } from '../ideas/index.ts';
import type { DeliveryDeps } from './deps.ts';

export interface Standing {
  readonly step: DeliveryStep | null;
  readonly dueOn: CalendarDate | null;
}

const DELIVERING: ReadonlySet<IdeaRecord['state']> = new Set([
  'adopted',
  'in_progress',
  'delivered',
  'measured',
  'abandoned',
]);
const NOBODY = { originators: [], coauthors: [], rebounders: [], declared: [], carrier: null };

export async function standingOf(
  { adoptions, store }: Pick<DeliveryDeps, 'adoptions' | 'store'>,
  ideas: readonly Pick<IdeaRecord, 'id' | 'state'>[],
): Promise<ReadonlyMap<IdeaId, Standing>> {
  const found = ideas.filter(({ state }) => DELIVERING.has(state));
  const ids = found.map(({ id }) => id);
  const [answers, records] = await Promise.all([adoptions.recordsOf(ids), store.ofIdeas(ids)]);
  const adopted = new Map(answers.map(({ idea, adoption }) => [idea, adoption]));
  const events = new Map(records.map((record) => [record.idea, record.events]));
  return new Map(
    found.map(({ id, state }) => {
      const adoption = adopted.get(id) ?? null;
      const delivery = deliveryOf(events.get(id) ?? []);
      const step = deliveryStep({ id, state, adoption, delivery, ...NOBODY });
      const dueOn = adoption && stillDueOn({ state, dueOn: adoption.dueOn, delivery }, PARIS);
      return [id, { step, dueOn }];
    }),
  );
}
