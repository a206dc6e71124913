/** What became of the ideas of a challenge that were selected: what was adopted, until when, and how many still wait. */
import type { ChallengeId } from '@butinerie/contracts';
import type { Outcomes } from '@butinerie/domain';
import type { AdoptionDeps } from './deps.ts';

export const outcomesIn =
  (deps: AdoptionDeps) =>
  async (challenge: ChallengeId): Promise<Outcomes> => {
    const ideas = await deps.ideas.ofChallenge(challenge);
    const answers = await deps.store.ofIdeas(ideas.map(({ id }) => id));
    const due = new Map(answers.map(({ idea, adoption }) => [idea, adoption?.dueOn]));
    return {
      adopted: ideas.flatMap(({ id, state }) => {
        const dueOn = due.get(id);
        return dueOn === undefined ? [] : [{ state, dueOn }];
      }),
      waiting: ideas.filter(({ state }) => state === 'selected').length,
    };
  };
