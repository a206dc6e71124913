/** People, roles and circumstances that the tests of the rules share. */
import {
  mintId,
  type ChallengeId,
  type DirectorateId,
  type Grant,
  type PersonId,
  type Role,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import type { Standing } from '../challenges/acts.ts';
import type { Speaker } from '../accounts/policy.ts';

export const challenge: ChallengeId = mintId('challenge');
export const otherChallenge: ChallengeId = mintId('challenge');
export const roads: DirectorateId = mintId('directorate');
export const buildings: DirectorateId = mintId('directorate');

export const [author, coauthor, colleague, moderator1, moderator2, sponsor, pilot, admin] = Array.from(
  { length: 8 },
  () => mintId('person'),
) as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId];

export function grantOf(role: Role, to: Partial<Grant> = {}): Grant {
  return { role, challenge: null, directorate: null, ...to };
}

export function speaker(person: PersonId, ...grants: Grant[]): Speaker {
  return { person, directorate: roads, grants };
}

export const now = new Date('2026-10-20T10:00:00.000Z');

export function asked(phase: Standing, person: PersonId, ...grants: Grant[]): AskedInChallenge {
  return { by: speaker(person, ...grants), now, challenge, phase };
}

export const moderates = grantOf('moderator', { challenge });
export const answersForRoads = grantOf('sponsor', { challenge, directorate: roads });

/** The code of a refusal, or `ok`. */
export function codeOf(result: { ok: true } | { ok: false; failure: { code: string } }): string {
  return result.ok ? 'ok' : result.failure.code;
}
