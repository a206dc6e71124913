/** What the register sends by mail: receipts to those an act names, its state to those who witness it. */
import { judgeReceipt } from '@butinerie/attribution';
import {
  chooseWitnesses,
  listReceipts,
  mintId,
  readCheckpoint,
  readConsistency,
  readMailPreferences,
  readReceipt,
  readVerificationKeys,
  readWitnesses,
  reboundOnIdea,
  writeMailPreferences,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENCE } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let idea: IdeaId;
beforeAll(async () => {
  house = await openWritingHouse();
  const { challenge } = await house.openChallenge();
  idea = await house.idea(challenge, { shared: true });
});
afterAll(() => house.server.stop());

const to = (mail: string) => house.server.mails.filter((sent) => sent.to.includes(mail));
const vkeys = async () => (await house.author.expect(readVerificationKeys)).trim().split('\n');
const reboundBy = (person: TestPerson, text: string) =>
  person.expect(reboundOnIdea, { params: { idea }, body: { id: mintId('rebound'), text } });

/** Moves the clock to the next time it is that hour by UTC on a working day, and lets the mail leave. */
async function nextAt(hour: string): Promise<void> {
  const { clock } = house.server;
  const next = new Date(`${clock.now().toISOString().slice(0, 10)}T${hour}:00Z`);
  while (next <= clock.now() || [0, 6].includes(next.getUTCDay())) next.setUTCDate(next.getUTCDate() + 1);
  clock.set(next);
  await house.server.app.mailSettled();
}
async function aDay(): Promise<void> {
  await nextAt('08:00');
  await nextAt('15:31');
}

test('whoever an act names gets its receipt by mail, once, and it verifies from what the mail holds', async () => {
  // The opening and the question to co-write are mails of their own days; what is left follows them.
  await aDay();
  await aDay();
  for (const [person, expected] of [
    [house.author, ['idea.proposed', 'coauthor.invited']],
    [house.colleague, ['coauthor.invited', 'coauthor.consented']],
  ] as const) {
    const carrying = to(person.mail).filter(({ files = [] }) => files.length > 0);
    const files = carrying.flatMap((mail) => mail.files ?? []);
    const acts = files.map(({ text }) => /"k":"([a-z.]+)"/.exec(text)?.[1]);
    expect(acts).toHaveLength(expected.length);
    expect(new Set(acts)).toEqual(new Set(expected));
    for (const { name, text } of files) {
      expect(name).toMatch(/^butinerie-recu-\d+\.txt$/);
      expect(judgeReceipt(`Bonjour,\n\n${text}`, { vkeys: await vkeys() }).standing).toBe('holds');
    }
    for (const { text } of carrying) expect(text).toContain('mes-credits');
  }
});

test('a mail that brings nothing but receipts says so; who wants none gets none, and the page keeps them', async () => {
  house.server.mails.length = 0;
  await reboundBy(house.reader, 'Et dans les collèges ?');
  await aDay();
  const mail = to(house.reader.mail).find(({ files = [] }) => files.length > 0);
  expect(mail?.subject).toBe('Vos reçus du registre des crédits');
  expect(mail?.unsubscribe).toBeDefined();
  expect(mail?.files).toHaveLength(1);

  const preferences = await house.reader.expect(readMailPreferences);
  await house.reader.expect(writeMailPreferences, { body: { ...preferences, receipts: 'never' } });
  house.server.mails.length = 0;
  await reboundBy(house.reader, 'Et dans les routes ?');
  await aDay();
  expect(to(house.reader.mail).flatMap(({ files = [] }) => files)).toEqual([]);
  const { receipts } = await house.reader.expect(listReceipts);
  expect(receipts.filter(({ kind }) => kind === 'rebound.made')).toHaveLength(2);
});

test('witnesses chosen by an administrator get the signed state once a day, even after a restart, and it is understood as pasted', async () => {
  const witnesses = [
    { name: 'Archives Exemple', mail: 'archives@exemple.test', language: 'fr' as const },
    { name: 'Union Example', mail: 'union@exemple.test', language: 'en' as const },
  ];
  const { receipts } = await house.author.expect(listReceipts);
  const receipt = await house.author.expect(readReceipt, { params: { n: receipts[0]?.n ?? 0 } });
  const from = Number((await house.author.expect(readCheckpoint)).split('\n')[1]);
  await reboundBy(house.colleague, 'Et aux archives ?');
  const refused = await house.moderator.call(chooseWitnesses, { body: { witnesses } });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  expect((await house.server.administrator.expect(readWitnesses)).mailedOn).toBeNull();

  await house.server.administrator.expect(chooseWitnesses, { body: { witnesses } });
  const received = async (mail: string) => {
    await house.server.app.mailSettled();
    return to(mail).length;
  };
  await expect.poll(() => received('archives@exemple.test'), PATIENCE).toBe(1);
  await expect.poll(() => received('union@exemple.test'), PATIENCE).toBe(1);
  expect(to('union@exemple.test')[0]?.subject).toMatch(/^State of the register/);
  await house.server.restart();
  expect(await received('archives@exemple.test')).toBe(1);

  // A receipt given before, held against the mail as it was pasted: quoted, greeting and signature included.
  const [mail] = to('archives@exemple.test');
  const pasted = (mail?.text ?? '').replace(/^/gm, '> ');
  const size = Number(mail?.files?.[0]?.text.split('\n')[1]);
  const { hashes } = await house.author.expect(readConsistency, { params: { from, to: size } });
  expect(judgeReceipt(receipt, { vkeys: [], checkpoint: pasted, hashes }).standing).toBe('holds');
  const lied = pasted.replace(new RegExp(`^> ${size}$`, 'm'), `> ${size + 1}`);
  expect(judgeReceipt(receipt, { vkeys: [], checkpoint: lied, hashes }).standing).toBe('fails');

  await nextAt('08:00');
  await expect.poll(() => received('archives@exemple.test'), PATIENCE).toBe(2);
});
