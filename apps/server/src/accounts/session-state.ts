/** What a page needs to know first: who I am here, what time it is, which instance this is. */
import { PROTOCOL, type Directorate, type Me, type PersonId, type SessionState } from '@butinerie/contracts';
import type { Kit } from './deps.ts';
import type { PersonStored } from './people.store.ts';

export async function sessionState(kit: Kit, id: PersonId | null): Promise<SessionState> {
  const instance = await kit.instance.read();
  const person = id === null ? null : await kit.people.byId(id);
  return {
    me: person === null ? null : await meOf(kit, person),
    serverTime: kit.clock.now().toISOString(),
    protocol: PROTOCOL,
    instance: {
      id: instance.id,
      name: instance.name,
      demonstration: instance.demonstration,
      embeddedDatabase: kit.database.embedded,
      mailPage: kit.mailPage,
      vocabulary: kit.ownWords.vocabulary(),
    },
    demonstrationRoles: instance.demonstration ? await demonstrationRoles(kit, instance.parts) : [],
  };
}

export async function meOf(kit: Kit, person: PersonStored): Promise<Me> {
  return {
    id: person._id,
    name: person.name,
    mail: person.mail,
    directorate: await directorateOf(kit, person),
    language: person.language,
    grants: [...person.grants],
    ...(person.organisation === null ? {} : { outside: true }),
  };
}

export async function directorateOf(kit: Kit, person: PersonStored): Promise<Directorate | null> {
  return person.directorate === null ? null : kit.directorates.byId(person.directorate);
}

async function demonstrationRoles(
  kit: Kit,
  parts: readonly { person: PersonId; part: string }[],
): Promise<SessionState['demonstrationRoles']> {
  const people = new Map((await kit.people.byIds(parts.map(({ person }) => person))).map((p) => [p._id, p]));
  const names = await kit.directorates.names();
  return parts.flatMap(({ person, part }) => {
    const found = people.get(person);
    if (found === undefined) return [];
    const directorate = found.directorate === null ? null : (names.get(found.directorate) ?? null);
    return [{ person, name: found.name, directorate, part }];
  });
}
