/** Moderation: one queue, acts with reasons that can be undone for ten seconds, a log that only grows. */
import * as contracts from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { ModerationDeps, ModerationSetup } from './deps.ts';
import { moderate, undoModeration } from './moderate.ts';
import { moderationStore } from './moderation.store.ts';
import { readQueue } from './read-queue.ts';
import { reportContent } from './report-content.ts';
import { outcomes } from './tell-outcomes.ts';

export function createModeration(setup: ModerationSetup): {
  serve(api: Api<Speaker>): void;
  /** Tells what a stopped server left untold. */
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const deps: ModerationDeps = { ...setup, store: moderationStore(setup.database.connection) };
  const telling = outcomes(deps);
  return {
    start: () => telling.start(),
    stop: () => telling.stop(),
    serve(api) {
      const report = reportContent(deps);
      serve(api, contracts.reportContent, ({ params, body, speaker }) => report(params.idea, body, speaker));
      serve(api, contracts.readModeration, ({ params, speaker }) =>
        readQueue(deps)(params.challenge, speaker),
      );
      serve(api, contracts.moderate, ({ params, body, speaker }) =>
        moderate(deps, telling.look)(params.challenge, body, speaker),
      );
      serve(api, contracts.undoModeration, ({ params, speaker }) =>
        undoModeration(deps)(params.challenge, params.moderation, speaker),
      );
    },
  };
}
