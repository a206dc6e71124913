/** People of other organisations come in: registered like anybody, with their organisation where agents have a directorate. */
import { ok, refuse, type Failure, type OutsiderRow, type PersonId, type Result } from '@butinerie/contracts';
import { checkOutsiders, mailKey } from '@butinerie/domain';
import { cleanCell } from '../platform/tables/clean-cell.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { PersonStored } from './people.store.ts';
import { registerPeople } from './register-people.ts';

export async function admitOutsiders(
  kit: Kit,
  tx: Transaction,
  rows: readonly OutsiderRow[],
): Promise<Result<PersonId[], Failure<'invalid-people'>>> {
  const mails = rows.flatMap(({ mail }) => (mail === null ? [] : [mail]));
  const known = [
    ...(await kit.people.byMails(mails, tx)),
    ...(await kit.people.byIds(
      rows.map(({ id }) => id),
      tx,
    )),
  ];
  const holders = new Map(
    known.flatMap((person) => (person.mail === null ? [] : [[mailKey(person.mail), person]])),
  );
  const holderOf = ({ id, mail }: Pick<OutsiderRow, 'id' | 'mail'>): PersonStored | undefined =>
    known.find(({ _id }) => _id === id) ?? (mail === null ? undefined : holders.get(mailKey(mail)));
  const isAgent = (person: PersonStored | undefined): boolean =>
    person !== undefined && person.account && person.organisation === null;
  const refused = checkOutsiders(rows, (row) => isAgent(holderOf(row)));
  if (refused.length > 0) return refuse('invalid-people', { rows: refused });

  await registerPeople(
    kit,
    tx,
    rows
      .filter((row) => holderOf(row) === undefined)
      .map(({ id, name, organisation, mail }) => ({ id, name, organisation, mail, directorate: null })),
  );
  // The author an import named by her mail is the same person: she gets her account.
  for (const row of rows) {
    const person = holderOf(row);
    if (person === undefined || person.account) continue;
    const organisation = cleanCell(row.organisation);
    await kit.people.amend(
      person._id,
      { account: true, directorate: null, organisation, invitedAt: kit.clock.now() },
      tx,
    );
  }
  return ok(rows.map((row) => holderOf(row)?._id ?? row.id));
}
