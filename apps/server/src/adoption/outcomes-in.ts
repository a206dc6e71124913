/** What became of the ideas of a challenge that were selected: what was adopted, until when, and how many still wait. */
import type { ChallengeId } from '@butinerie/contracts';
import { calendarDay, PARIS, type Outcomes } from '@butinerie/domain';
import type { AdoptionDeps } from './deps.ts';

export const outcomesIn =
  (deps: AdoptionDeps) =>
  async (challenge: ChallengeId): Promise<Outcomes> => {
    const ideas = await deps.ideas.ofChallenge(challenge);
    const answers = await deps.store.ofIdeas(ideas.map(({ id }) => id));
    const due = new Map(answers.map(({ idea, adoption }) => [idea, adoption?.dueOn]));
    const selected = new Set(ideas.flatMap(({ id, state }) => (state === 'selected' ? [id] : [])));
    const offeredAgain = answers
      .filter(({ idea }) => selected.has(idea))
      .flatMap(({ former }) => former.map(({ endedAt }) => calendarDay(endedAt, PARIS)));
    return {
      adopted: ideas.flatMap(({ id, state }) => {
        const dueOn = due.get(id);
        return dueOn === undefined ? [] : [{ state, dueOn }];
      }),
      waiting: selected.size,
      offeredAgainOn: offeredAgain.toSorted().at(-1) ?? null,
    };
  };
