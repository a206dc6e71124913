/** Who hears that an idea earned something: the people of the ideas it grew from, each once. */
import type { IdeaId, PersonId } from '@butinerie/contracts';
import { hearsOfIt, waysFrom } from '@butinerie/domain';
import type { CreditLine } from '../attribution/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { familyOf, type FamilyDeps } from './family.ts';

const everybody = (line: CreditLine | undefined): PersonId[] =>
  line === undefined ? [] : [...line.originators, ...line.coauthors, ...line.rebounders];

const UNSEEN: ReadonlySet<IdeaRecord['state']> = new Set(['draft', 'hidden', 'withdrawn']);

/** One notice for each of them: what was earned, and by way of which idea of hers. */
export const upstreamNotices =
  (deps: FamilyDeps) =>
  async (
    idea: IdeaRecord,
    kind: 'lineage-selected' | 'lineage-adopted',
    actor: PersonId | null,
  ): Promise<NoticeToTell[]> => {
    const reads = async (found: readonly IdeaRecord[]) => found.filter(({ state }) => !UNSEEN.has(state));
    const family = await familyOf(deps, [idea], { way: 'up', reads });
    const credits = await deps.ledger.credits([...family.ideas.keys()]);
    const upstream = [...waysFrom(idea.id, family.parents).keys()].map((each: IdeaId) => ({
      idea: each,
      people: everybody(credits.get(each)),
    }));
    return [...hearsOfIt(upstream, everybody(credits.get(idea.id)))].map(([to, through]) => ({
      to,
      kind,
      challenge: idea.challenge,
      idea: idea.id,
      about: idea.title,
      actor,
      reason: family.ideas.get(through)?.title ?? '',
    }));
  };
