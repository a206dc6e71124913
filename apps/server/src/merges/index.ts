/** Two ideas become one by consent, and two again. */
import * as contracts from '@butinerie/contracts';
import type { ChallengeId, IdeaId } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import { answerMerge } from './answer-merge.ts';
import type { MergeDeps, MergeSetup } from './deps.ts';
import { mergeStore, type MergeRecord } from './merges.store.ts';
import { proposeMerge } from './propose-merge.ts';
import { listMerges } from './show-merges.ts';
import { undoMerge } from './undo-merge.ts';

export interface Merges {
  record(id: contracts.MergeId): Promise<MergeRecord | null>;
  /** Ideas somebody asked to bring together, whatever came of it. */
  pairs(challenge: ChallengeId): Promise<readonly { readonly source: IdeaId; readonly target: IdeaId }[]>;
}

export function createMerges(setup: MergeSetup): Merges & { serve(api: Api<Speaker>): void } {
  const deps: MergeDeps = { ...setup, store: mergeStore(setup.database.connection) };
  return {
    record: (id) => deps.store.record(id),
    pairs: (challenge) => deps.store.ofChallenge(challenge),
    serve(api) {
      // Two ideas are concerned: as whom she speaks is looked up for both.
      serve(api, contracts.listMerges, ({ params, speaker }) => listMerges(deps)(params.idea, speaker), {
        asHerself: true,
      });
      serve(
        api,
        contracts.proposeMerge,
        ({ params, body, speaker }) => proposeMerge(deps)(params.idea, body, speaker),
        { asHerself: true },
      );
      serve(api, contracts.answerMerge, ({ params, body, speaker }) =>
        answerMerge(deps)(params.merge, body, speaker),
      );
      serve(api, contracts.undoMerge, ({ params, speaker }) => undoMerge(deps)(params.merge, speaker));
    },
  };
}
