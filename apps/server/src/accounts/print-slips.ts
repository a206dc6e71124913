/** Sign-in links on paper, for those without a mailbox: the address and its QR code. A new slip ends the one before. */
import { ok, refuse, type Failure, type PersonId, type Result, type Slip } from '@butinerie/contracts';
import { mayHandSignInLink } from '@butinerie/domain';
import QRCode from 'qrcode';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import type { PersonStored } from './people.store.ts';
import { makeLinks, type MadeLink } from './sign-in-links.ts';

export async function printSlips(
  kit: Kit,
  wanted: readonly PersonId[],
  by: Speaker,
): Promise<Result<{ slips: Slip[] }, Failure<'not-found' | 'not-allowed'>>> {
  const ids = [...new Set(wanted)];
  const printed = await kit.database.transaction((tx) => print(kit, tx, { ids, by }));
  if (!printed.ok) return printed;

  const names = await kit.directorates.names();
  const slips = printed.value.map(async ({ person, link }): Promise<Slip> => ({
    person: {
      id: person._id,
      name: person.name,
      directorate: person.directorate === null ? null : (names.get(person.directorate) ?? null),
    },
    url: link.url,
    qr: await QRCode.toString(link.url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    validUntil: link.expiresAt.toISOString(),
  }));
  return ok({ slips: await Promise.all(slips) });
}

/** Who holds a role is looked at where the link is made: a role given meanwhile makes one of the two start over. */
async function print(
  kit: Kit,
  tx: Transaction,
  { ids, by }: { ids: readonly PersonId[]; by: Speaker },
): Promise<Result<{ person: PersonStored; link: MadeLink }[], Failure<'not-found' | 'not-allowed'>>> {
  const found = new Map((await kit.people.byIds(ids, tx)).map((person) => [person._id, person]));
  const people = ids.flatMap((id) => {
    const person = found.get(id);
    return person?.account === true ? [person] : [];
  });
  if (people.length < ids.length) return refuse('not-found', { what: 'person' });
  const reachable = people.every(({ _id, grants }) => mayHandSignInLink(by, { person: _id, grants }));
  if (!reachable)
    return refuse('not-allowed', { act: 'printSlips', why: 'links-of-roles-are-the-administrators' });
  await kit.people.touchDoors(tx, ids);
  const links = await makeLinks(
    kit,
    people.map(({ _id }) => ({ person: _id, kind: 'slip', path: '/' })),
    tx,
  );
  return ok(
    people.map((person, index) => {
      const link = links[index];
      if (link === undefined) throw new Error('a slip without its link');
      return { person, link };
    }),
  );
}
