/** Sign-in links on paper, for those without a mailbox: the address and its QR code. A new slip ends the one before. */
import { ok, refuse, type Failure, type PersonId, type Result, type Slip } from '@butinerie/contracts';
import { mayHandSignInLink } from '@butinerie/domain';
import QRCode from 'qrcode';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import { makeLinks } from './sign-in-links.ts';

export async function printSlips(
  kit: Kit,
  wanted: readonly PersonId[],
  by: Speaker,
): Promise<Result<{ slips: Slip[] }, Failure<'not-found' | 'not-allowed'>>> {
  const ids = [...new Set(wanted)];
  const found = new Map((await kit.people.byIds(ids)).map((person) => [person._id, person]));
  const people = ids.flatMap((id) => {
    const person = found.get(id);
    return person?.account === true ? [person] : [];
  });
  if (people.length < ids.length) return refuse('not-found', { what: 'person' });
  const reachable = people.every((person) =>
    mayHandSignInLink(by, { person: person._id, grants: person.grants }),
  );
  if (!reachable)
    return refuse('not-allowed', { act: 'printSlips', why: 'links-of-roles-are-the-administrators' });

  const names = await kit.directorates.names();
  const links = await kit.database.transaction((tx) =>
    makeLinks(
      kit,
      people.map(({ _id }) => ({ person: _id, kind: 'slip', path: '/' })),
      tx,
    ),
  );
  const slips = people.map(async (person, index): Promise<Slip> => {
    const link = links[index];
    if (link === undefined) throw new Error('a slip without its link');
    return {
      person: {
        id: person._id,
        name: person.name,
        directorate: person.directorate === null ? null : (names.get(person.directorate) ?? null),
      },
      url: link.url,
      qr: await QRCode.toString(link.url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
      validUntil: link.expiresAt.toISOString(),
    };
  });
  return ok({ slips: await Promise.all(slips) });
}
