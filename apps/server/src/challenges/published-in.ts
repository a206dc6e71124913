/** The ideas of a challenge that everybody in it reads: what counts in it, and what is said when it ends. */
import type { ChallengeId, IdeaState } from '@butinerie/contracts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { ChallengeDeps } from './deps.ts';

const UNCOUNTED: readonly IdeaState[] = ['draft', 'merged', 'withdrawn', 'hidden'];

export async function publishedIn(
  { ideas }: Pick<ChallengeDeps, 'ideas'>,
  challenge: ChallengeId,
): Promise<IdeaRecord[]> {
  return (await ideas.ofChallenge(challenge)).filter(({ state }) => !UNCOUNTED.includes(state));
}

/** As it was sealed. */
export const titleOf = ({ seal, title }: IdeaRecord): string => seal?.title ?? title;
