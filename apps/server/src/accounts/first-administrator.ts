/**
 * The way in to a fresh instance: while no administrator ever signed in, each start makes a new link for the first one
 * and ends the one before. Whoever reads the server's console is trusted with it, once.
 */
import { mintId, type PersonId } from '@butinerie/contracts';
import type { Kit } from './deps.ts';
import { registerPeople } from './register-people.ts';
import { makeLink } from './sign-in-links.ts';

export async function firstAdministratorLink(kit: Kit): Promise<string | null> {
  const administrators = await kit.people.withRole('admin');
  if (administrators.some(({ lastSeenOn }) => lastSeenOn !== null)) return null;
  const person = administrators[0]?._id ?? (await makeAdministrator(kit));
  return (await makeLink(kit, { person, kind: 'administrator', path: '/' })).url;
}

async function makeAdministrator(kit: Kit): Promise<PersonId> {
  const id = mintId('person');
  return kit.database.transaction(async (tx) => {
    // Two servers that start together on a fresh database meet here, and the second one finds the person made.
    await kit.instance.touchAdministrators(tx);
    const [made] = await kit.people.withRole('admin', tx);
    if (made !== undefined) return made._id;
    await registerPeople(kit, tx, [
      {
        id,
        name: 'Administration',
        directorate: null,
        mail: null,
        grants: [{ role: 'admin', challenge: null, directorate: null }],
      },
    ]);
    return id;
  });
}
