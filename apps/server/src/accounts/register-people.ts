/**
 * People come in here and nowhere else: each with her directorate, made where missing, and her line in the ledger, in
 * the caller's transaction.
 */
import type { Grant, Language, PersonId } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import { cleanCell } from '../platform/tables/clean-cell.ts';
import type { PersonStored } from './people.store.ts';

export interface NewPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly directorate: string | null;
  readonly mail: string | null;
  /** Of an outsider, who has no directorate here. */
  readonly organisation?: string;
  readonly grants?: readonly Grant[];
  readonly account?: boolean;
  readonly source?: string;
  readonly language?: Language;
}

/** Those of `people` who were not known by this id, now written. Calling again with the same ids writes nothing. */
export async function registerPeople(
  kit: Kit,
  tx: Transaction,
  people: readonly NewPerson[],
): Promise<PersonStored[]> {
  const known = new Set(
    (
      await kit.people.byIds(
        people.map(({ id }) => id),
        tx,
      )
    ).map(({ _id }) => _id),
  );
  const fresh = people.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return [];
  const directorateOf = await kit.directorates.ensure(
    tx,
    fresh.flatMap(({ directorate }) => (directorate === null ? [] : [directorate])),
  );
  const invitedAt = kit.clock.now();
  const stored = fresh.map((person): PersonStored => ({
    _id: person.id,
    name: cleanCell(person.name),
    mail: person.mail === null ? null : person.mail.trim(),
    directorate: person.directorate === null ? null : directorateOf(person.directorate).id,
    organisation: person.organisation === undefined ? null : cleanCell(person.organisation),
    language: person.language ?? 'fr',
    grants: person.grants ?? [],
    account: person.account ?? true,
    invitedAt,
    lastSeenOn: null,
    passwordHash: null,
    source: person.source ?? null,
  }));
  await kit.people.insert(tx, stored);
  await kit.ledger.record(
    tx,
    fresh.map(({ id, name, directorate, organisation }) => ({
      act: 'person.known' as const,
      person: id,
      name: cleanCell(name),
      // Its name of today: a receipt is read by people, years later. An outsider's is that of her organisation.
      directorate:
        directorate === null ? cleanCell(organisation ?? '') || null : directorateOf(directorate).name,
    })),
  );
  return stored;
}
