/** Somebody looks for a person to address: a few of those the challenge is for, never the list of everybody. */
import type {
  AnswerOf,
  CodesOf,
  Failure,
  findMentionable as contract,
  IdeaId,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import {
  findMentionable as find,
  MENTIONS_SOUGHT_A_MINUTE,
  MENTIONS_SOUGHT_AN_HOUR,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { limiter } from '../platform/rates.ts';
import { askedAbout, type DiscussionDeps } from './deps.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const findMentionable = (deps: DiscussionDeps) => {
  const limits = [
    limiter({ points: MENTIONS_SOUGHT_A_MINUTE, seconds: 60 }),
    limiter({ points: MENTIONS_SOUGHT_AN_HOUR, seconds: 3_600 }),
  ];
  return async (id: IdeaId, words: string, by: Speaker): Promise<Answer> => {
    const about = await askedAbout(deps, id, by);
    if (!about.ok) return about;
    for (const limit of limits) {
      const slowDown = await limit(by.person);
      if (slowDown) return { ok: false, failure: slowDown };
    }
    // Whoever comes from elsewhere addresses those she reads on the page.
    if (by.outside) return ok({ people: [] });
    const everybody = await deps.people.all();
    const told = await deps.among(
      about.value.idea.challenge,
      everybody.map((person) => person.id),
    );
    const others = everybody.filter((person) => person.id !== by.person && told.has(person.id));
    return ok({ people: find(others, words) });
  };
};
