/** What waits for an evaluator: ideas that were delivered, ninety and one hundred and eighty days after their adoption. */
import type { AnswerOf, Credits, Result, readEvaluations as contract } from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { assessIndicator, hasRole, holding, impactOf, looksAt } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ImpactDeps } from './deps.ts';

type Evaluations = AnswerOf<typeof contract>;
const NOBODY: Credits = { originators: [], coauthors: [], rebounders: [], carrier: null };

export const readEvaluations =
  (deps: ImpactDeps) =>
  async (by: Speaker): Promise<Result<Evaluations, never>> => {
    if (!hasRole(by, 'evaluator')) return ok({ waiting: [] });
    const found = (await deps.ideas.inStates(['delivered', 'measured'])).filter(({ challenge }) =>
      hasRole(by, 'evaluator', challenge),
    );
    const ids = found.map(({ id }) => id);
    const [adoptions, entries, credits] = await Promise.all([
      deps.adoptions.ofIdeas(ids),
      deps.store.ofIdeas(ids),
      deps.ideas.credited(found),
    ]);
    const questions = new Map<string, string>();
    for (const id of new Set(found.map(({ challenge }) => challenge)))
      questions.set(id, (await deps.challenges.record(id))?.question ?? '');
    const waiting = found.flatMap((idea): Evaluations['waiting'] => {
      const adoption = adoptions.get(idea.id);
      const impact = impactOf(entries.get(idea.id) ?? []);
      if (adoption === undefined) return [];
      const looks = looksAt(impact, new Date(adoption.adoptedAt));
      const main = holding(impact).filter(({ definition }) => definition.role === 'main');
      const levels = main.map((each) => assessIndicator(each).level);
      const validated = main.length > 0 && main.every((each) => each.validated !== null);
      // Looked at twice and found right, or said with a reason that nobody measures it.
      if (looks.every(({ measured }) => measured) && validated) return [];
      if (impact.unmeasured !== null && levels.every((level) => level === 0)) return [];
      return [
        {
          idea: idea.id,
          challenge: idea.challenge,
          question: questions.get(idea.challenge) ?? '',
          title: idea.seal?.title ?? idea.title,
          credits: credits.get(idea.id) ?? NOBODY,
          state: idea.state,
          pilot: adoption.pilot,
          looks: [...looks],
          level: levels.toSorted((one, other) => one - other).at(-1) ?? null,
          validated,
        },
      ];
    });
    return ok({ waiting: waiting.toSorted((one, other) => (nextLook(one) < nextLook(other) ? -1 : 1)) });
  };

/** The day that was waited for the longest; what only waits to be validated comes last. */
const nextLook = ({ looks }: Evaluations['waiting'][number]): string =>
  looks.find(({ measured }) => !measured)?.on ?? '9999';
