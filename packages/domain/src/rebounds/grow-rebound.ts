/** A rebound that becomes an idea of its own, by the person who made it. */
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type PersonId,
  type ReboundId,
  type Result,
} from '@butinerie/contracts';

export interface GrowingRebound {
  readonly id: ReboundId;
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly grownInto: IdeaId | null;
}

/** The parents that the new idea has by it. */
export function growRebound(
  rebound: GrowingRebound,
  into: IdeaId,
  by: PersonId,
): Result<readonly IdeaId[], Failure<'not-allowed'>> {
  if (rebound.person !== by) return refuse('not-allowed', { act: 'growRebound', why: 'not-its-author' });
  if (rebound.grownInto !== null && rebound.grownInto !== into) {
    return refuse('not-allowed', { act: 'growRebound', why: 'already-grown' });
  }
  return ok([rebound.idea]);
}
