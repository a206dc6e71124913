/** Where ideas come from and what came of them. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import { ok, type ChallengeId, type IdeaId } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { Adoptions } from '../adoption/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Rebounds } from '../rebounds/index.ts';
import { familyOf, type FamilyDeps } from './family.ts';
import { showImpact, showLineage } from './show-lineage.ts';
import { upstreamNotices } from './upstream.ts';

export interface LineageSetup extends FamilyDeps {
  readonly ideas: Pick<Ideas, 'byIds' | 'grownFrom' | 'record' | 'named' | 'credited'>;
  readonly rebounds: Pick<Rebounds, 'byPerson'>;
}
export interface LineageDeps extends LineageSetup {
  readonly adoptions: Pick<Adoptions, 'ofIdeas'>;
  readonly pseudonyms: Pick<Pseudonyms, 'selvesOf'>;
  readonly within: (speaker: Speaker, challenges: Iterable<ChallengeId>) => Promise<ReadonlySet<ChallengeId>>;
}

export interface Lineage {
  /** For the commit in which an idea earns something. */
  readonly upstreamNotices: ReturnType<typeof upstreamNotices>;
  /** What it grew from or gathers, and what grew from it, itself included: whoever may read them. */
  relatives(idea: IdeaRecord): Promise<ReadonlySet<IdeaId>>;
}

export function createLineage(setup: LineageSetup): Lineage & {
  serve(api: Api<Speaker>, late: Omit<LineageDeps, keyof LineageSetup>): void;
} {
  return {
    upstreamNotices: upstreamNotices(setup),
    async relatives(idea) {
      const reads = async (found: readonly IdeaRecord[]) => found;
      return new Set((await familyOf(setup, [idea], { way: 'both', reads })).ideas.keys());
    },
    serve(api, late) {
      const deps = { ...setup, ...late };
      serve(api, contracts.readLineage, ({ params, speaker }) => showLineage(deps)(params.idea, speaker));
      serve(api, contracts.listImpact, async ({ speaker }) =>
        ok({ impact: await showImpact(deps)(speaker) }),
      );
    },
  };
}
