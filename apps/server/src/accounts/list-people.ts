/** People with their roles, for those who prepare challenges. There is no view of somebody's team: nobody is watched. */
import { ok, refuse, type Failure, type PersonRecord, type Result } from '@butinerie/contracts';
import { mayListPeople } from '@butinerie/domain';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import type { PersonStored } from './people.store.ts';
import { directorateOf } from './session-state.ts';

export async function listPeople(
  kit: Kit,
  by: Speaker,
): Promise<Result<{ people: PersonRecord[] }, Failure<'not-allowed'>>> {
  if (!mayListPeople(by))
    return refuse('not-allowed', { act: 'listPeople', why: 'moderators-and-administrators' });
  const names = await kit.directorates.names();
  const people = await kit.people.withAccount();
  return ok({
    people: people.map((person) =>
      recordOf(
        person,
        person.directorate === null
          ? null
          : { id: person.directorate, name: names.get(person.directorate) ?? '' },
      ),
    ),
  });
}

export async function personRecord(kit: Kit, person: PersonStored): Promise<PersonRecord> {
  return recordOf(person, await directorateOf(kit, person));
}

function recordOf(person: PersonStored, directorate: PersonRecord['directorate']): PersonRecord {
  return {
    id: person._id,
    name: person.name,
    mail: person.mail,
    directorate,
    organisation: person.organisation,
    grants: [...person.grants],
    invitedAt: person.invitedAt.toISOString(),
    lastSeenAt: person.lastSeenOn,
  };
}
