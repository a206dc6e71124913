/** A person's name replaced or effaced, with every door she had: in one transaction with what the ledger says of it. */
import type { PersonId } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';

export interface Identities {
  /** The name from now on, and the directorate it is shown with; null for nobody known. */
  rename(tx: Transaction, person: PersonId, name: string): Promise<{ directorate: string | null } | null>;
  /** Answers with the sessions that are over, so that their sockets can be closed after the commit. */
  efface(tx: Transaction, person: PersonId, name: string): Promise<readonly string[]>;
  administrators(tx: Transaction): Promise<PersonId[]>;
}

export function identitiesPort(kit: Kit): Identities {
  return {
    async rename(tx, id, name) {
      const person = await kit.people.byId(id, tx);
      if (person === null) return null;
      await kit.people.amend(id, { name }, tx);
      const names = await kit.directorates.names();
      return { directorate: person.directorate === null ? null : (names.get(person.directorate) ?? null) };
    },
    async efface(tx, id, name) {
      await kit.links.revokeAll(tx, id, kit.clock.now());
      const ended = await kit.sessions.endBut(tx, id, []);
      await kit.people.efface(tx, id, name);
      return ended;
    },
    async administrators(tx) {
      await kit.instance.touchAdministrators(tx);
      return (await kit.people.withRole('admin', tx)).map(({ _id }) => _id);
    },
  };
}
