/** What becomes of a name: by its bearer alone, after a delay, with every proof standing. */
import { verifyReceipt } from '@butinerie/attribution';
import {
  askNameChange,
  cancelNameChange,
  confirmNameChange,
  invitePeople,
  listNameRequests,
  listReceipts,
  mintId,
  orderNameChange,
  readCheckpoint,
  readCreditHistory,
  readIdea,
  readLeaf,
  readMyNameRequests,
  readReceipt,
  readSession,
  readVerificationKeys,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENCE } from './support/open-pages.ts';
import { createSmallInstance, known, person, proposed } from './support/small-instance.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const DAY = 86_400_000;
let house: WritingHouse;
let idea: IdeaId;
let officer: TestPerson;
beforeAll(async () => {
  house = await openWritingHouse();
  officer = await house.server.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  const { challenge } = await house.openChallenge();
  idea = await house.idea(challenge, { shared: true });
});
afterAll(() => house.server.stop());

const erase = { kind: 'erase' } as const;
const creditsNow = async () => (await house.moderator.expect(readIdea, { params: { idea } })).credits;
const lastMail = async (mail: string) => {
  await house.server.app.mailSettled();
  return house.server.mails.findLast(({ to }) => to.includes(mail));
};
const codeIn = (text = ''): string => /(\d{4} \d{4})/.exec(text)?.[1] ?? '';

async function ask(by: TestPerson, change: typeof erase | { kind: 'pseudonym'; name: string }) {
  const { id } = await by.expect(askNameChange, { body: { id: mintId('nameRequest'), change } });
  const code = codeIn((await lastMail(by.mail))?.text);
  return { params: { request: id }, code };
}

test('[T31] nobody effaces somebody else: no role asks, confirms or orders it but her, and an officer with a reference', async () => {
  const body = { id: mintId('nameRequest'), person: house.author.id, change: erase, reference: 'DPD-1' };
  for (const by of [house.server.administrator, house.moderator, house.sponsor, house.colleague]) {
    expect(await by.call(orderNameChange, { body })).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await by.call(listNameRequests)).toMatchObject({ failure: { code: 'not-allowed' } });
  }
  const { params, code } = await ask(house.author, erase);
  // The code alone, in other hands, confirms nothing; nor does it cancel.
  for (const by of [house.server.administrator, officer])
    expect(await by.call(confirmNameChange, { params, body: { code } })).toMatchObject({
      failure: { code: 'not-found' },
    });
  expect(await house.server.administrator.call(cancelNameChange, { params, body: {} })).toMatchObject({
    failure: { code: 'not-found' },
  });
  const wrong = code.startsWith('0000') ? '1111 1111' : '0000 0000';
  expect(await house.author.call(confirmNameChange, { params, body: { code: wrong } })).toEqual({
    ok: false,
    failure: { code: 'wrong-code', triesLeft: 4 },
  });
  expect((await creditsNow()).originators.map(({ name }) => name)).toEqual(['Ana Exemple']);
  await house.author.expect(cancelNameChange, { params, body: {} });
});

test('[T31] at her own wish her name goes after the delay and a mail; credit, slot and every proof stay', async () => {
  const vkeys = (await house.author.expect(readVerificationKeys))
    .trim()
    .split('\n')
    .map((vkey) => ({ vkey }));
  const { receipts } = await house.author.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'idea.proposed')?.n ?? -1;
  const kept = await house.author.expect(readReceipt, { params: { n } });
  const { leaf } = await house.colleague.expect(readLeaf, { params: { n } });

  const { params, code } = await ask(house.author, erase);
  const confirmed = await house.author.expect(confirmNameChange, { params, body: { code } });
  expect(confirmed).toMatchObject({ state: 'waiting' });
  expect((await lastMail(house.author.mail))?.text).toContain('vous pouvez annuler à tout moment');
  house.server.clock.advance(7 * DAY - 1_000);
  expect((await creditsNow()).originators.map(({ name }) => name)).toEqual(['Ana Exemple']);
  house.server.clock.advance(1_000);
  const names = async () => (await creditsNow()).originators.map(({ name }) => name);
  await expect.poll(names, PATIENCE).toEqual(['Auteur·rice dont l’identité a été effacée à sa demande']);
  expect((await creditsNow()).originators.map(({ id }) => id)).toEqual([house.author.id]);
  expect((await house.author.expect(readSession)).me).toBeNull();
  await house.server.app.mailSettled();
  const told = house.server.mails.filter(({ to }) => to.includes(house.author.mail));
  expect(told.map(({ subject }) => subject)).toContain('Votre demande sur votre nom est faite');

  // The leaf is byte for byte what it was, and the receipt she kept still says who she was.
  expect((await house.colleague.expect(readLeaf, { params: { n } })).leaf).toBe(leaf);
  const verdict = verifyReceipt(kept, { vkeys });
  expect([verdict.valid, verdict.valid && verdict.facts.identity?.held.name]).toEqual([true, 'Ana Exemple']);
  const { events } = await house.colleague.expect(readCreditHistory, { params: { idea } });
  expect(events.find(({ kind }) => kind === 'idea.proposed')?.by?.id).toBe(house.author.id);
  expect(Number((await house.colleague.expect(readCheckpoint)).split('\n')[1])).toBeGreaterThan(n);

  // Her mailbox invited again is somebody else, to whom nothing of hers comes back by itself.
  const again = mintId('person');
  const row = { id: again, name: 'Ana Exemple', directorate: 'Solidarités', mail: house.author.mail };
  await house.server.administrator.expect(invitePeople, { body: { rows: [row], send: false } });
  expect((await creditsNow()).originators.map(({ id }) => id)).toEqual([house.author.id]);
});

test('[S38] who leaves may keep a pseudonym instead of a name: everywhere, and credit does not move', async () => {
  const before = (await creditsNow()).coauthors;
  const { params, code } = await ask(house.colleague, { kind: 'pseudonym', name: 'C. E., Routes' });
  await house.colleague.expect(confirmNameChange, { params, body: { code } });
  await house.server.restart();
  house.server.clock.advance(7 * DAY);
  const names = async () => (await creditsNow()).coauthors.map(({ name }) => name);
  await expect.poll(names, PATIENCE).toEqual(['C. E., Routes']);
  expect((await creditsNow()).coauthors.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const { receipts } = await house.colleague.expect(listReceipts);
  expect(receipts.map(({ kind }) => kind)).toContain('person.rectified');
});

test('an officer acts on a signed request: its reference is told to her, she may cancel, and it is committed in the leaf', async () => {
  const order = () => ({
    body: {
      id: mintId('nameRequest'),
      person: house.reader.id,
      change: erase,
      reference: 'Courrier 2026-118',
    },
  });
  const first = await officer.expect(orderNameChange, order());
  expect((await lastMail(house.reader.mail))?.text).toContain('Courrier 2026-118');
  await house.reader.expect(cancelNameChange, { params: { request: first.id }, body: {} });
  expect((await house.reader.expect(readMyNameRequests)).requests[0]?.state).toBe('cancelled');

  const second = await officer.expect(orderNameChange, order());
  house.server.clock.advance(15 * DAY);
  const state = async () =>
    (await officer.expect(listNameRequests)).requests.find(({ id }) => id === second.id)?.state;
  await expect.poll(state, PATIENCE).toBe('done');
  const { receipts } = await officer.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'person.erased')?.n ?? -1;
  const { leaf } = await officer.expect(readLeaf, { params: { n } });
  expect(JSON.parse(leaf)).toMatchObject({ by: officer.id, p: house.reader.id, ref: expect.any(String) });
  expect(leaf).not.toContain('2026-118');
  expect(await officer.expect(readReceipt, { params: { n } })).toContain('Courrier 2026-118');
});

test('[T31] what opened the name is gone from the database, and the whole ledger still verifies', async () => {
  const small = await createSmallInstance();
  try {
    await small.record(known('a'), known('b'), proposed('1', 'a'), proposed('2', 'b'));
    const before = (await small.verify()).findings.filter(({ problem }) => problem !== 'idea-missing');
    await small.database.transaction(async (tx) => {
      await small.attribution.record(tx, [
        { act: 'person.erased', person: person('a'), by: person('a'), reference: null },
      ]);
      await small.attribution.closeIdentity(tx, person('a'));
    });
    const kept = await small.database.connection.collection('openings').find().toArray();
    const texts = JSON.stringify([
      ...kept,
      ...(await small.database.connection.collection('personas').find().toArray()),
    ]);
    expect([texts.includes('Personne A'), texts.includes('Personne B')]).toEqual([false, true]);
    const after = (await small.verify()).findings.filter(({ problem }) => problem !== 'idea-missing');
    expect([before, after]).toEqual([[], []]);
    expect((await small.restarted().head()).ok).toBe(true);
  } finally {
    await small.stop();
  }
});
