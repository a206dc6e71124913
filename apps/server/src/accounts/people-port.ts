/** What other slices ask about people. */
import { mintId, type PersonId, type PersonRef } from '@butinerie/contracts';
import { admitOutsiders } from './admit-outsiders.ts';
import type { Kit } from './deps.ts';
import type { Mailbox, People } from './index.ts';
import type { PersonStored } from './people.store.ts';
import { registerPeople } from './register-people.ts';
import { makeLink, openLinks } from './sign-in-links.ts';
import { speakerFrom } from './web-sessions.ts';

export function peoplePort(kit: Kit): People {
  const refsOf = async (
    people: readonly Pick<PersonStored, '_id' | 'name' | 'directorate' | 'organisation'>[],
  ): Promise<PersonRef[]> => {
    const names = await kit.directorates.names(people.flatMap(({ directorate }) => directorate ?? []));
    return people.map(({ _id, name, directorate, organisation }) => ({
      id: _id,
      name,
      directorate: directorate === null ? organisation : (names.get(directorate) ?? null),
    }));
  };

  return {
    async refs(people) {
      return new Map((await refsOf(await kit.people.namesOf(people))).map((ref) => [ref.id, ref]));
    },
    async holders(role, of) {
      const people = await kit.people.withRole(role);
      const holds = ({ grants }: PersonStored): boolean =>
        grants.some(
          (grant) =>
            grant.role === role &&
            (of.challenge === undefined || grant.challenge === null || grant.challenge === of.challenge) &&
            (of.directorate === undefined || grant.directorate === of.directorate),
        );
      return people.filter(holds).map(({ _id }) => _id);
    },
    async mailboxes(people, tx) {
      const boxes = (await kit.people.byIds(people, tx))
        .filter(({ account }) => account)
        .map(({ _id, name, mail, language }): Mailbox => ({ person: _id, name, mail, language }));
      return new Map(boxes.map((box) => [box.person, box]));
    },
    onChanged: (listener) =>
      kit.people.onChanged((people) => {
        for (const person of people) listener(person);
      }),
    async directorate(id) {
      return kit.directorates.byId(id);
    },
    async all() {
      return refsOf((await kit.people.withAccount()).filter(({ organisation }) => organisation === null));
    },
    async speakers(among) {
      const people = await (among === undefined ? kit.people.withAccount() : kit.people.byIds(among));
      return people.map(speakerFrom);
    },
    directorates: () => kit.directorates.all(),
    async ensureAuthor(tx, { name, mail, directorate, source: asWritten, challenge }): Promise<PersonId> {
      const source = asWritten === '' ? '' : `${challenge}:${asWritten}`;
      // No identifier in the source is nobody's: two authors without one are two people.
      const known =
        (source === '' ? null : await kit.people.bySource(source, tx)) ??
        (mail === null ? null : await kit.people.byMail(mail, tx));
      if (known !== null) return known._id;
      const id = mintId('person');
      const author = { id, name, mail, directorate: directorate === '' ? null : directorate, account: false };
      await registerPeople(kit, tx, [source === '' ? author : { ...author, source }]);
      return id;
    },
    async invite(tx, people) {
      await registerPeople(kit, tx, people);
    },
    admitOutsiders: (tx, rows) => admitOutsiders(kit, tx, rows),
    async openAccount(tx, person) {
      await kit.people.amend(person, { account: true }, tx);
    },
    async signInLink(person, kind, path, tx) {
      return (await makeLink(kit, { person, kind, path }, tx)).url;
    },
    openLinks: (tokens) => openLinks(kit, tokens),
  };
}
