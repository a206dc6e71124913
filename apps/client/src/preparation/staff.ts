/** Who holds which role in the challenge, read from the grants of people: what scheduling asks about. */
import type { Challenge, ChallengeId, PersonRecord } from '@butinerie/contracts';
import {
  mayModerate,
  hasRole,
  missingToSchedule,
  type ChallengeStaff,
  type Missing,
} from '@butinerie/domain';

function staffOf(people: readonly PersonRecord[], challenge: ChallengeId): ChallengeStaff {
  return {
    sponsors: people.flatMap(({ id, grants }) =>
      grants.flatMap(({ role, directorate, challenge: where }) =>
        role === 'sponsor' && directorate !== null && (where === null || where === challenge)
          ? [{ person: id, directorate }]
          : [],
      ),
    ),
    moderators: people.filter((person) => mayModerate(person, challenge)).map(({ id }) => id),
    jurors: people.filter((person) => hasRole(person, 'juror', challenge)).map(({ id }) => id),
  };
}

export const missingIn = (
  challenge: Pick<Challenge, 'id' | 'selectionMode' | 'protection'>,
  question: string,
  people: readonly PersonRecord[],
): readonly Missing[] => missingToSchedule({ ...challenge, question }, staffOf(people, challenge.id));
