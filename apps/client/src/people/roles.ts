/** Which roles the reader may hand on or take back: asked of the same rules as the server. */
import {
  ROLES,
  type ChallengeId,
  type DirectorateId,
  type Grant,
  type Me,
  type PersonId,
  type Role,
} from '@butinerie/contracts';
import { isInstanceRole, mayGrantRole, mayRevokeRole, sameGrant, type Speaker } from '@butinerie/domain';

export const speakerOf = ({ id, directorate, grants }: Me): Speaker => ({
  person: id,
  directorate: directorate?.id ?? null,
  grants,
});

export interface RoleAsked {
  readonly role: Role;
  readonly challenge: ChallengeId | null;
  readonly directorate: DirectorateId | null;
}
/** A grant says all it must and nothing more: a directorate for a sponsor, no challenge for a role of the instance. */
export const grantOf = ({ role, challenge, directorate }: RoleAsked): Grant => ({
  role,
  challenge: isInstanceRole(role) ? null : challenge,
  directorate: role === 'sponsor' ? directorate : null,
});

export interface Reach {
  readonly me: Me;
  readonly person: PersonId;
  readonly challenge: ChallengeId | null;
}
/** The roles that the reader may give to this person there. */
export const rolesToGive = ({ me, person, challenge }: Reach): Role[] =>
  ROLES.filter((role) =>
    mayGrantRole(speakerOf(me), { person, grant: grantOf({ role, challenge, directorate: null }) }),
  );

export const mayTake = (me: Me, person: PersonId, grant: Grant): boolean =>
  mayRevokeRole(speakerOf(me), { person, grant });

export const holdsAlready = (grants: readonly Grant[], grant: Grant): boolean =>
  grants.some((held) => sameGrant(held, grant));
