/** Puts a challenge away after its impact review. Everything in it stays readable; those who took part are told what it gave. */
import type {
  archiveChallenge as contract,
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  PersonId,
  Result,
} from '@butinerie/contracts';
import { archiveChallenge as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { commitAndTell } from './commit-and-tell.ts';
import { leadsOf, loadChallenge, moderatorsOf, type ChallengeDeps } from './deps.ts';
import { publishedIn, titleOf } from './published-in.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const archiveChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const published = await publishedIn(deps, id);
    const ideas = published.map((idea) => ({ id: idea.id, state: idea.state, title: titleOf(idea) }));
    const leads = await leadsOf(deps.people, id);
    const decided = decide(stateOf(record), { ...body, ideas, leads }, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { at, story, unmeasured, version } = decided.value;
    return commitAndTell(deps, {
      seen: record,
      next: { ...record, archived: { at, by: by.person, story, unmeasured }, version },
      by,
      tell: { kind: 'challenge-archived', to: await concernedBy(deps, id, published) },
    });
  };

/** Everybody named in what was published, those who answered for it and those who moderated it. */
async function concernedBy(
  deps: ChallengeDeps,
  challenge: ChallengeId,
  published: Awaited<ReturnType<typeof publishedIn>>,
): Promise<readonly PersonId[]> {
  const [credits, sponsors, moderators] = await Promise.all([
    deps.ledger.credits(published.map(({ id }) => id)),
    deps.people.holders('sponsor', { challenge }),
    moderatorsOf(deps.people, challenge),
  ]);
  const named = published.flatMap(({ id, originators, coauthors }) => {
    const { rebounders = [], carrier = null } = credits.get(id) ?? {};
    return [...originators, ...coauthors, ...rebounders, ...(carrier === null ? [] : [carrier])];
  });
  return [...new Set([...named, ...sponsors, ...moderators])];
}
