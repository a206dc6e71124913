/** What ideas changed: indicators, measures, what they cost and gave. How far ideas got, which counts upstream, is `lineage/`. */
import * as contracts from '@butinerie/contracts';
import { ok, type IdeaId, type PersonId } from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { loadImpact, type ImpactDeps, type ImpactSetup } from './deps.ts';
import { entryStore } from './entries.store.ts';
import { readEffects } from './read-effects.ts';
import { readEvaluations } from './read-evaluations.ts';
import { namesIn, showReview, told, type Told } from './show-review.ts';
import { writeEntry, writeStart, type Decide } from './write-entry.ts';

export interface ImpactReviews {
  /** A main indicator and its starting point are written. */
  hasBaseline(idea: IdeaId, tx: Transaction): Promise<boolean>;
  /** In the transaction that moves the idea: what is written before is fixed by it. */
  start(
    tx: Transaction,
    started: { readonly idea: IdeaRecord; readonly by: PersonId; readonly unmeasured: boolean },
  ): Promise<void>;
  /** Of these ideas those of which something was said, and what. */
  told(ideas: readonly IdeaId[]): Promise<ReadonlyMap<IdeaId, Told>>;
}

export function createImpact(setup: ImpactSetup): ImpactReviews & { serve(api: Api<Speaker>): void } {
  const deps: ImpactDeps = { ...setup, store: entryStore(setup.database.connection) };
  /** The rule says what is added; every act goes the same way from there. */
  const decided =
    <C, F extends contracts.Failure>(
      decide: (
        idea: rules.MeasuredIdea,
        command: C,
        asked: rules.AskedInChallenge,
      ) => contracts.Result<rules.ImpactSaid, F>,
      command: C,
    ): Decide<F> =>
    (idea, asked) => {
      const said = decide(idea, command, asked);
      return said.ok ? ok({ said: said.value }) : said;
    };
  return {
    async hasBaseline(idea, tx) {
      return rules.hasBaseline(rules.impactOf(await deps.store.ofIdea(idea, tx)));
    },
    start: (tx, started) => writeStart(deps, tx, started),
    async told(ideas) {
      const entries = await deps.store.ofIdeas(ideas);
      const ref = await namesIn(deps, [...entries.values()].flat());
      return new Map([...entries].map(([id, each]) => [id, told(rules.impactOf(each), ref)]));
    },
    serve(api) {
      serve(api, contracts.readImpactReview, async ({ params, speaker: by }) => {
        const loaded = await loadImpact(deps, params.idea, { by });
        return loaded.ok ? ok(await showReview(deps, loaded.value)) : loaded;
      });
      serve(api, contracts.defineIndicator, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.defineIndicator, command)),
      );
      serve(api, contracts.recordMeasurement, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.recordMeasurement, command)),
      );
      serve(api, contracts.recordCost, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.recordCost, command)),
      );
      serve(api, contracts.recordGain, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.recordGain, command)),
      );
      serve(api, contracts.lowerEvidence, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.lowerEvidence, command)),
      );
      serve(api, contracts.validateIndicator, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.validateIndicator, command)),
      );
      serve(api, contracts.leaveUnmeasured, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, decided(rules.leaveUnmeasured, command)),
      );
      serve(api, contracts.concludeMeasure, ({ params, body: { id, ...command }, speaker: by }) =>
        writeEntry(deps, { ...params, id, by }, (idea, asked) => rules.concludeMeasure(idea, command, asked)),
      );
      serve(api, contracts.readEvaluations, ({ speaker }) => readEvaluations(deps)(speaker));
      serve(api, contracts.readEffects, ({ params, speaker }) =>
        readEffects(deps)(params.challenge, speaker),
      );
    },
  };
}
