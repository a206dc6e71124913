/** Whom a challenge is for: all agents, chosen directorates, people of other organisations by name. */
import * as z from 'zod';
import { challenge } from './challenges.ts';
import { route } from './define.ts';
import { challengeId, directorateId, personId } from './ids.ts';
import { PERSON_NAME_LIMIT } from './people.ts';

const params = z.strictObject({ challenge: challengeId });

/** Whoever has a part in it already stays, whatever the audience becomes. */
export const setAudience = route({
  name: 'setAudience',
  method: 'PUT',
  path: '/api/challenges/:challenge/audience',
  params,
  body: z.strictObject({
    /** Null: agents of every directorate. None: only the people invited by name. */
    directorates: z.array(directorateId).max(300).nullable(),
    version: z.number().int(),
  }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

export const outsiderRow = z.strictObject({
  id: personId,
  name: z.string().trim().min(1).max(PERSON_NAME_LIMIT),
  /** Shown and credited wherever an agent's directorate is. */
  organisation: z.string().trim().min(1).max(120),
  mail: z.email().max(254).nullable(),
});
export type OutsiderRow = z.infer<typeof outsiderRow>;

/** All or nothing. Somebody invited to another challenge before is found again by her mail. */
export const inviteOutsiders = route({
  name: 'inviteOutsiders',
  method: 'POST',
  path: '/api/challenges/:challenge/outsiders',
  params,
  body: z.strictObject({ rows: z.array(outsiderRow).min(1).max(200) }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'invalid-people'],
});

/** What she wrote stays, with her name, and then so does her way in. */
export const releaseOutsider = route({
  name: 'releaseOutsider',
  method: 'DELETE',
  path: '/api/challenges/:challenge/outsiders/:person',
  params: z.strictObject({ challenge: challengeId, person: personId }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});
