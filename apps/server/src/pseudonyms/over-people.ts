/** People as everybody may see them: a pseudonym is a person of its own until whoever is behind it has opened it. */
import type { PersonId, PersonRef } from '@butinerie/contracts';
import type { Mailbox, People } from '../accounts/index.ts';
import type { Pseudonym } from './index.ts';

interface Known {
  readonly of: (person: PersonId) => Pseudonym | null;
  readonly onOpened: (listener: (pseudonym: PersonId) => void) => void;
}

export function overPeople(people: People, { of, onOpened }: Known): People {
  return {
    ...people,
    async refs(asked) {
      const wanted = [...asked];
      const pseudonyms = wanted.flatMap((person) => of(person) ?? []);
      if (pseudonyms.length === 0) return people.refs(wanted);
      const owners = pseudonyms.filter(({ openedAt }) => openedAt !== null).map(({ person }) => person);
      const found = new Map(await people.refs([...wanted, ...owners]));
      for (const { id, person, name, openedAt } of pseudonyms) {
        const sealed: PersonRef = { id, name, directorate: null };
        const ref = openedAt === null ? sealed : found.get(person);
        if (ref !== undefined) found.set(id, ref);
      }
      const known = new Set(wanted);
      return new Map([...found].filter(([id]) => known.has(id)));
    },
    /** A pseudonym has no mailbox: what is for its owner is addressed to her before a mail is thought of. */
    async mailboxes(asked, tx) {
      const wanted = [...asked];
      const found = new Map(await people.mailboxes(wanted, tx));
      for (const person of wanted) {
        const pseudonym = of(person);
        if (pseudonym === null) continue;
        const box: Mailbox = { person, name: pseudonym.name, mail: null, language: 'fr' };
        found.set(person, box);
      }
      return found;
    },
    onChanged(listener) {
      people.onChanged(listener);
      onOpened(listener);
    },
  };
}
