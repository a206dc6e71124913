/** The kit of a challenge through the doors of a whole server. */
import {
  draftChallenge,
  listNotices,
  mintId,
  readKit,
  saveKitText,
  signCommitment,
  type ChallengeId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;
const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
beforeAll(async () => {
  house = await openWritingHouse();
  challenge = mintId('challenge');
  const timeBox = {
    opensAt: paris('2026-10-12T09:00'),
    ideasUntil: paris('2026-10-23T17:00'),
    closesAt: paris('2026-10-30T17:00'),
    decisionDueAt: paris('2026-11-13T17:00'),
  };
  const body = { question: 'Que gaspillons-nous sans le voir ?', brief: '', timeBox, version: 0 };
  await house.moderator.expect(draftChallenge, { params: { challenge }, body });
}, 120_000);
afterAll(() => house.server.stop());

test('[KI1] [KI2] the commitment is written by a moderator, asked of the sponsor and signed with its words and its day', async () => {
  const { moderator, sponsor, reader } = house;
  const params = { challenge };
  const first = { name: 'commitment', text: 'Répondre à chaque idée.', version: 0 } as const;
  expect(await sponsor.call(saveKitText, { params, body: first })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  await moderator.expect(saveKitText, { params, body: first });
  const notices = (await sponsor.expect(listNotices)).notices.filter(
    ({ challenge: about }) => about === challenge,
  );
  expect(notices.map(({ kind }) => kind)).toEqual(['commitment-asked']);
  expect(await moderator.call(signCommitment, { params, body: { version: 1 } })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const signed = await sponsor.expect(signCommitment, { params, body: { version: 1 } });
  await sponsor.expect(signCommitment, { params, body: { version: 1 } });
  expect(signed.signatures).toMatchObject([
    { person: { id: sponsor.id }, directorate: 'Bâtiments', version: 1, text: 'Répondre à chaque idée.' },
  ]);
  // Other words are not what was signed: both can be read, and the sponsor is asked again.
  const other = { ...first, text: 'Répondre à chaque idée, en dix jours.', version: 1 };
  const rewritten = await moderator.expect(saveKitText, { params, body: other });
  expect(rewritten.signatures.map(({ version, text }) => [version, text])).toEqual([
    [1, 'Répondre à chaque idée.'],
  ]);
  expect(await moderator.call(saveKitText, { params, body: other })).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
  expect(await sponsor.call(signCommitment, { params, body: { version: 1 } })).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
  await sponsor.expect(signCommitment, { params, body: { version: 2 } });
  await house.server.restart();
  const kit = await sponsor.expect(readKit, { params });
  expect(kit.signatures.map(({ version }) => version)).toEqual([1, 2]);
  // Nobody but those who prepare it knows of a draft.
  expect(await reader.call(readKit, { params })).toMatchObject({ failure: { code: 'not-found' } });
});

test('[KI3] of an open challenge every agent reads the signed commitment and its address, not the texts in preparation', async () => {
  const { moderator, reader } = house;
  const { challenge: open } = await house.openChallenge();
  const params = { challenge: open };
  const text = { name: 'poster', text: 'Trois semaines pour le dire.', version: 0 } as const;
  await moderator.expect(saveKitText, { params, body: text });
  const late = { name: 'commitment', text: 'Trop tard.', version: 0 } as const;
  expect(await moderator.call(saveKitText, { params, body: late })).toMatchObject({
    failure: { code: 'challenge-phase' },
  });
  const kit = await reader.expect(readKit, { params });
  expect([kit.texts, kit.signatures, kit.acts]).toEqual([[], [], []]);
  expect(kit.url).toContain(`/defis/${open}`);
  expect(kit.qr).toContain('<svg');
});
