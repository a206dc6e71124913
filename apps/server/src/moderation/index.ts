/** Moderation: one queue, acts with reasons that can be undone for ten seconds, a log that only grows. */
import * as contracts from '@butinerie/contracts';
import { lateOutcome, type LateOutcome } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { FileModeration } from '../attachments/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { serve, type Api } from '../platform/http.ts';
import { declaredOn, type ModerationDeps, type ModerationSetup } from './deps.ts';
import { fileActs } from './file-acts.ts';
import { moderate, undoModeration } from './moderate.ts';
import { moderationStore } from './moderation.store.ts';
import { readQueue } from './read-queue.ts';
import { reportContent } from './report-content.ts';
import { outcomes } from './tell-outcomes.ts';

export interface Moderation extends FileModeration {
  /** Who declared a link with each of these ideas, for whoever decides about them. */
  declared(
    ideas: readonly Pick<IdeaRecord, 'id' | 'challenge' | 'originators'>[],
  ): Promise<ReadonlyMap<contracts.IdeaId, readonly contracts.PersonId[]>>;
  /** What became of texts of an idea that arrived after the closing. */
  lateOutcomes(
    challenge: contracts.ChallengeId,
    late: readonly { readonly id: contracts.LateId; readonly at: Date }[],
  ): Promise<readonly LateOutcome[]>;
}

export function createModeration(setup: ModerationSetup): Moderation & {
  serve(api: Api<Speaker>): void;
  /** Tells what a stopped server left untold. */
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const deps: ModerationDeps = { ...setup, store: moderationStore(setup.database.connection) };
  const telling = outcomes(deps);
  return {
    declared: (ideas) => declaredOn(deps, ideas),
    fileActs: (idea, files, by) => fileActs(deps, { idea, files }, by),
    async lateOutcomes(challenge, late) {
      const log = await deps.store.ofChallenge(challenge);
      return late.map((text) => lateOutcome(text, log, setup.clock.now()));
    },
    start: () => telling.start(),
    stop: () => telling.stop(),
    serve(api) {
      const report = reportContent(deps);
      serve(api, contracts.reportContent, ({ params, body, speaker }) => report(params.idea, body, speaker));
      serve(api, contracts.readModeration, ({ params, speaker }) =>
        readQueue(deps)(params.challenge, speaker),
      );
      serve(api, contracts.moderate, ({ params, body, speaker }) =>
        moderate(deps, () => telling.look())(params.challenge, body, speaker),
      );
      serve(api, contracts.undoModeration, ({ params, speaker }) =>
        undoModeration(deps)(params.challenge, params.moderation, speaker),
      );
    },
  };
}
