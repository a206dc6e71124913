/** What the ideas of a challenge changed: how many came how far, each figure with its proof, and totals of what may be added. */
import type { AnswerOf, ChallengeId, Failure, Result, readEffects as contract } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import {
  assessGains,
  funnelOf,
  holding,
  impactOf,
  incompleteOf,
  isListed,
  maySeeDraftChallenge,
  totalOf,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ImpactDeps } from './deps.ts';
import { indicatorShown, namesIn } from './show-review.ts';

type Effects = AnswerOf<typeof contract>;

export const readEffects =
  (deps: ImpactDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<Effects, Failure<'not-found'>>> => {
    const challenge = await deps.challenges.record(id);
    const drafted = challenge !== null && deps.challenges.standing(challenge) === 'draft';
    if (challenge === null || (drafted && !maySeeDraftChallenge(by, id)))
      return refuse('not-found', { what: 'challenge' });
    const ideas = (await deps.ideas.ofChallenge(id)).filter(({ state }) => isListed(state));
    const entries = await deps.store.ofIdeas(ideas.map((idea) => idea.id));
    const ref = await namesIn(deps, [...entries.values()].flat());
    const measured = ideas.map((idea) => ({ idea, impact: impactOf(entries.get(idea.id) ?? []) }));
    const gains = measured.flatMap(({ impact }) => assessGains(impact));
    return ok({
      funnel: funnelOf(ideas),
      rows: measured.flatMap(({ idea, impact }) =>
        holding(impact)
          // What was not to get worse stands just under what was to get better.
          .toSorted(
            (one, other) =>
              Number(one.definition.role === 'guardrail') - Number(other.definition.role === 'guardrail'),
          )
          .map((indicator) => ({
            idea: idea.id,
            title: idea.seal?.title ?? idea.title,
            incomplete: incompleteOf(impact).length > 0,
            indicator: indicatorShown(indicator, ref),
          })),
      ),
      budget: [...totalOf('budget', gains)],
      time: [...totalOf('time', gains)],
      leftOut: gains.filter(({ counts, superseded }) => !counts && !superseded).length,
    });
  };
