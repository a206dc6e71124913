/** A page that needs somebody in a role sends its reader here: `/personnes?role=sponsor&defi=ch_…`. */
import { challengeId, role, type ChallengeId, type Role } from '@butinerie/contracts';

export interface Giving {
  readonly role: Role;
  readonly challenge: ChallengeId;
}

export function givingOf(search: URLSearchParams): Giving | null {
  const asked = role.safeParse(search.get('role'));
  const where = challengeId.safeParse(search.get('defi'));
  return asked.success && where.success ? { role: asked.data, challenge: where.data } : null;
}
