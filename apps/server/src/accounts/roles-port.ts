/** What the life of a challenge asks about roles: who answers for which directorate, and a role for who starts one. */
import type { ChallengeId, DirectorateId, Grant, PersonId } from '@butinerie/contracts';
import { sameGrant } from '@butinerie/domain';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';

export interface Roles {
  /** Who answers for which directorate in the challenge, for it alone or everywhere. */
  sponsorships(of: ChallengeId): Promise<readonly { person: PersonId; directorate: DirectorateId }[]>;
  /** Gives a role in the caller's transaction; nothing changes where it is held already. */
  give(tx: Transaction, person: PersonId, grant: Grant): Promise<void>;
}

export function rolesPort(kit: Kit): Roles {
  return {
    async sponsorships(of) {
      const sponsors = await kit.people.withRole('sponsor');
      return sponsors.flatMap(({ _id, grants }) =>
        grants.flatMap(({ role, challenge, directorate }) =>
          role === 'sponsor' && directorate !== null && (challenge === null || challenge === of)
            ? [{ person: _id, directorate }]
            : [],
        ),
      );
    },
    async give(tx, id, grant) {
      const person = await kit.people.byId(id, tx);
      if (person === null) throw new Error('a role was given to a person who is not known');
      if (person.grants.some((held) => sameGrant(held, grant))) return;
      await kit.people.amend(id, { grants: [...person.grants, grant] }, tx);
    },
  };
}
