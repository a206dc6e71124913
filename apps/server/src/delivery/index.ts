/** The ninety days of an adopted idea: started, delivered and confirmed, or given up after a hearing; and what follows. */
import * as contracts from '@butinerie/contracts';
import type { IdeaId, Delivery } from '@butinerie/contracts';
import { actsOnDelivery, type Act, type AskedInChallenge } from '@butinerie/domain';
import type { Edges, Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { serve } from '../platform/http.ts';
import { carryOnDelivery, offerAgain } from './after-abandonment.ts';
import { moveHearings } from './after-pause.ts';
import { deliveryStore } from './deliveries.store.ts';
import * as delivering from './delivering.ts';
import { asPilot, deliverableOf, directoratesFor, type DeliveryDeps, type DeliverySetup } from './deps.ts';
import { showDelivery, tellDeliveries } from './show-delivery.ts';
import { standingOf, type Standing } from './standing.ts';
import { deliveryWatch } from './watch-deliveries.ts';

export interface Deliveries {
  /** Of those that are to be delivered, and of those that were: where each stands. */
  standing(ideas: readonly Pick<IdeaRecord, 'id' | 'state'>[]): Promise<ReadonlyMap<IdeaId, Standing>>;
  /** Of those that were ever adopted, as everybody reads it: for an export. */
  told(ideas: readonly IdeaRecord[]): Promise<ReadonlyMap<IdeaId, Delivery>>;
  /** Where it stands, and what whoever asks may do about it now; nothing before its first adoption. */
  seen(
    idea: IdeaRecord,
    asked: AskedInChallenge,
    reader: Speaker,
  ): Promise<{ delivery: Delivery | null; acts: readonly Act[] }>;
}

export function createDelivery(setup: DeliverySetup): Deliveries & {
  serve(edges: Pick<Edges, 'http'>): void;
  /** Follows hearings and answers that wait. */
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const deps: DeliveryDeps = { ...setup, store: deliveryStore(setup.database.connection, setup.wakeUps) };
  const watch = deliveryWatch(deps);
  deps.store.onWritten((ids) => {
    setup.challenges.outcomesChanged(ids);
    void watch.look();
  });
  // Adopted, or promised for another day.
  setup.adoptions.onWritten(() => void watch.look());
  setup.challenges.onResumed(moveHearings(deps));
  // Paused, or going on: what is due by its clock is another matter now.
  setup.challenges.onWritten(() => void watch.look());
  return {
    start: () => watch.start(),
    stop: () => watch.stop(),
    standing: (ideas) => standingOf(deps, ideas),
    told: (ideas) => tellDeliveries(deps, ideas),
    async seen(idea, asked, reader) {
      const [[answers], [record]] = await Promise.all([
        deps.adoptions.recordsOf([idea.id]),
        deps.store.ofIdeas([idea.id]),
      ]);
      const isNew = answers === undefined || (answers.adoption === null && answers.former.length === 0);
      if (isNew) return { delivery: null, acts: [] };
      const known = record ?? { idea: idea.id, challenge: idea.challenge, events: [] };
      const [deliverable, directorates, delivery] = await Promise.all([
        deliverableOf(deps, idea, { answers, record: known }),
        directoratesFor(deps, answers),
        showDelivery(deps, { idea, answers, record: known }),
      ]);
      // Whoever leads it does so under her name, also where she speaks in its text under a pseudonym.
      const herself = { ...reader, person: deps.pseudonyms.ownerOf(reader.person) };
      const speakers = [asked.by, asPilot(deps, answers, herself)];
      const acts = speakers.flatMap((by) => actsOnDelivery(deliverable, directorates, { ...asked, by }));
      return { delivery, acts: [...new Set(acts)] };
    },
    serve({ http }) {
      // A directorate's word has a name under it, also where the idea is its signatory's own.
      const asHerself = { asHerself: true } as const;
      serve(
        http,
        contracts.startDelivery,
        ({ params, body, speaker }) => delivering.startDelivery(deps)(params.idea, body, speaker),
        asHerself,
      );
      serve(
        http,
        contracts.proposeDelivered,
        ({ params, body, speaker }) => delivering.proposeDelivered(deps)(params.idea, body, speaker),
        asHerself,
      );
      serve(http, contracts.confirmDelivered, ({ params, body, speaker }) =>
        delivering.confirmDelivered(deps)(params.idea, body, speaker),
      );
      serve(
        http,
        contracts.abandonDelivery,
        ({ params, body, speaker }) => delivering.abandonDelivery(deps)(params.idea, body, speaker),
        asHerself,
      );
      serve(
        http,
        contracts.keepDelivering,
        ({ params, speaker }) => delivering.keepDelivering(deps)(params.idea, speaker),
        asHerself,
      );
      serve(http, contracts.answerAbandonment, ({ params, body, speaker }) =>
        delivering.answerAbandonment(deps)(params.idea, body, speaker),
      );
      serve(http, contracts.offerAgain, ({ params, speaker }) => offerAgain(deps)(params.idea, speaker));
      serve(http, contracts.carryOnDelivery, ({ params, speaker }) =>
        carryOnDelivery(deps)(params.idea, speaker),
      );
    },
  };
}
