/** The key of the register changes hands: by two administrators, with every proof of before and after still standing. */
import { formatVerifierKey, judgeReceipt, originOf, verifyReceipt } from '@butinerie/attribution';
import {
  askKeyChange,
  cancelKeyChange,
  chooseWitnesses,
  confirmKeyChange,
  listReceipts,
  mintId,
  readCheckpoint,
  readExtension,
  readReceipt,
  readRegisterKeys,
  readSession,
  readVerificationKeys,
  sendKeyCode,
  type KeyChangeKind,
} from '@butinerie/contracts';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeyFile } from '../src/attribution/key-file.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let [first, second]: TestPerson[] = [];
beforeAll(async () => {
  house = await openWritingHouse();
  first = await house.server.person({ name: 'Mona Exemple', roles: ['admin'] });
  second = await house.server.person({ name: 'Nils Exemple', roles: ['admin'] });
  await house.idea((await house.openChallenge()).challenge);
});
afterAll(() => house.server.stop());

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);
const keysNow = async () => linesOf(await house.author.expect(readVerificationKeys));
const mailsTo = (person: TestPerson | undefined) =>
  house.server.mails.filter(({ to }) => to.includes(person?.mail ?? '-'));
async function codeOf(person: TestPerson | undefined): Promise<string> {
  await house.server.app.mailSettled();
  // Of two mails that leave at once either may be the last.
  const codes = mailsTo(person).flatMap(({ text }) => /(\d{4} \d{4})/.exec(text)?.[1] ?? []);
  return codes.at(-1) ?? '';
}
async function begin(kind: KeyChangeKind) {
  const id = mintId('keyChange');
  await first?.expect(askKeyChange, { body: { id, kind } });
  const params = { change: id };
  await first?.expect(confirmKeyChange, { params, body: { code: await codeOf(first) } });
  return params;
}
async function change(kind: KeyChangeKind) {
  const params = await begin(kind);
  await second?.expect(sendKeyCode, { params, body: {} });
  await second?.expect(confirmKeyChange, { params, body: { code: await codeOf(second) } });
}
const receiptOfHers = async () => {
  const { receipts } = await house.author.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'idea.proposed')?.n ?? -1;
  return house.author.expect(readReceipt, { params: { n } });
};
const keyFile = () => join(house.server.folder, 'keys', 'attribution.pem');
const trusting = (...vkeys: string[]) => ({ vkeys: vkeys.map((vkey) => ({ vkey })) });

test('[T36] one administrator changes nothing: not alone, not twice, and no other role at all', async () => {
  const before = await keysNow();
  const body = { id: mintId('keyChange'), kind: 'rotate' as const };
  for (const by of [
    house.moderator,
    house.author,
    await house.server.person({ name: 'D Exemple', roles: ['dpo'] }),
  ]) {
    expect(await by.call(askKeyChange, { body })).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await by.call(readRegisterKeys)).toMatchObject({ failure: { code: 'not-allowed' } });
  }
  expect(await first?.call(askKeyChange, { body: { ...body, kind: 'lose' } })).toMatchObject({
    failure: { code: 'key-state', state: 'signs' },
  });
  const own = { change: mintId('keyChange') };
  await second?.expect(askKeyChange, { body: { id: own.change, kind: 'rotate' } });
  const ownCode = await codeOf(second);
  const params = await begin('rotate');
  // Two that wait would make their keys in the same place.
  expect(await second?.call(confirmKeyChange, { params: own, body: { code: ownCode } })).toMatchObject({
    failure: { code: 'already-answered', answer: 'waiting' },
  });
  await second?.expect(cancelKeyChange, { params: own, body: {} });
  expect(await first?.call(sendKeyCode, { params, body: {} })).toMatchObject({
    failure: { why: 'second-person' },
  });
  const again = await first?.call(confirmKeyChange, { params, body: { code: await codeOf(first) } });
  expect(again).toMatchObject({ failure: { code: 'not-allowed', why: 'second-person' } });
  // The second one hears of it by mail, and her code is hers alone.
  expect(mailsTo(second).map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining('deuxième personne'),
  );
  await second?.expect(sendKeyCode, { params, body: {} });
  const code = await codeOf(second);
  expect(await house.server.administrator.call(confirmKeyChange, { params, body: { code } })).toMatchObject({
    failure: { code: 'wrong-code' },
  });
  await second?.expect(cancelKeyChange, { params, body: {} });
  expect(await second?.call(confirmKeyChange, { params, body: { code } })).toMatchObject({
    failure: { code: 'already-answered', answer: 'cancelled' },
  });
  expect(await keysNow()).toEqual(before);
  expect((await first?.expect(readRegisterKeys))?.changes).toMatchObject([
    { state: 'cancelled', second: null },
    { state: 'cancelled', second: null },
  ]);
});

test('[T36] a second administrator who comes after three days finds nothing to confirm', async () => {
  const params = await begin('rotate');
  house.server.clock.advance(3 * 86_400_000);
  expect(await second?.call(sendKeyCode, { params, body: {} })).toMatchObject({
    failure: { code: 'already-answered', answer: 'expired' },
  });
});

test('[T36] two administrators rotate the key: receipts of before and after verify from either key, witnesses are told', async () => {
  const witness = { name: 'Archives', mail: 'archives@exemple.fr', language: 'fr' as const };
  await first?.expect(chooseWitnesses, { body: { witnesses: [witness] } });
  const [oldKey = ''] = await keysNow();
  const before = await receiptOfHers();
  const oldHead = await house.author.expect(readCheckpoint);
  await change('rotate');
  const keys = await keysNow();
  const [newKey = '', listed, leaf = ''] = keys;
  expect([newKey === oldKey, listed]).toEqual([false, oldKey]);
  expect(JSON.parse(leaf)).toMatchObject({
    k: 'key.rotated',
    by: first?.id,
    second: second?.id,
    old: oldKey,
    new: newKey,
  });
  const after = await receiptOfHers();
  expect(verifyReceipt(before, trusting(oldKey)).valid).toBe(true);
  // For a month both keys sign: whoever knows only the old one is not left behind.
  expect(verifyReceipt(after, trusting(oldKey)).valid).toBe(true);
  expect(verifyReceipt(after, trusting(newKey)).valid).toBe(true);
  for (const receipt of [before, after])
    for (const known of [oldKey, newKey])
      expect(judgeReceipt(receipt, { vkeys: [known, leaf] })).toMatchObject({
        standing: 'holds',
        changes: [{ k: 'key.rotated' }],
      });
  const size = Number(oldHead.split('\n')[1]);
  const state = await house.author.expect(readExtension, { params: { from: size } });
  expect(judgeReceipt(before, { vkeys: [oldKey], checkpoint: state }).standing).toBe('holds');

  house.server.clock.advance(86_400_000);
  await expect
    .poll(async () => {
      await house.server.app.mailSettled();
      return house.server.mails.findLast(({ to }) => to.includes('archives@exemple.fr'))?.text ?? '';
    })
    .toContain('La clé qui signe le registre a été remplacée le');
  const told = house.server.mails.findLast(({ to }) => to.includes('archives@exemple.fr'));
  expect(JSON.stringify(told)).toContain('butinerie-cles.txt');
  expect(told?.text).toContain(newKey);
});

test('[T36] after a month the old key signs no more, here or stolen, and a start finds the new one in its place', async () => {
  const [newKey = '', oldKey = '', leaf = ''] = await keysNow();
  for (let week = 0; week < 5; week += 1) {
    house.server.clock.advance(7 * 86_400_000);
    // Whoever comes back within the time of a session stays signed in.
    for (const one of [first, second, house.author, house.server.administrator])
      await one?.expect(readSession);
  }
  await house.server.restart();
  await house.server.person({ name: 'Odile Exemple' });
  const after = await receiptOfHers();
  expect(verifyReceipt(after, trusting(oldKey)).valid).toBe(false);
  expect(verifyReceipt(after, trusting(oldKey, leaf)).valid).toBe(true);
  const origin = originOf(newKey.split('+')[0]?.replace('butinerie/', '') ?? '');
  const inPlace = readKeyFile(keyFile(), origin);
  expect(inPlace && formatVerifierKey(inPlace.key)).toBe(newKey);
  // The file of the old key lies apart; with it somebody signs, and nobody who knows of the change believes it.
  expect(existsSync(keyFile().replace('.pem', '.previous.pem'))).toBe(true);
});

test('[T36] a lost key: nothing is signed until two administrators begin another, which everybody is told plainly', async () => {
  const [oldKey = ''] = await keysNow();
  const before = await receiptOfHers();
  const kept = await house.author.expect(readCheckpoint);
  const size = Number(kept.split('\n')[1]);
  renameSync(keyFile(), `${keyFile()}.away`);
  rmSync(keyFile().replace('.pem', '.previous.pem'));
  await house.server.restart();
  expect(await house.author.call(readCheckpoint)).toMatchObject({ failure: { code: 'ledger-refuses' } });
  expect(await first?.expect(readRegisterKeys)).toMatchObject({ state: 'lost', current: oldKey });
  expect(
    await first?.call(askKeyChange, { body: { id: mintId('keyChange'), kind: 'rotate' } }),
  ).toMatchObject({
    failure: { code: 'key-state', state: 'lost' },
  });
  await change('lose');
  const [newKey = '', , ...leaves] = await keysNow();
  const leaf = leaves.at(-1) ?? '';
  expect(JSON.parse(leaf)).toMatchObject({ k: 'key.lost', old: oldKey, new: newKey, size });
  const after = await receiptOfHers();
  // What came before holds by the old key, which says nothing of what comes after.
  expect(judgeReceipt(before, { vkeys: [oldKey, leaf] })).toMatchObject({
    standing: 'holds',
    changes: [{ k: 'key.lost' }],
  });
  expect(judgeReceipt(after, { vkeys: [oldKey, leaf] }).standing).toBe('fails');
  expect(judgeReceipt(after, { vkeys: [newKey, leaf] }).standing).toBe('holds');
  await house.server.restart();
  expect((await first?.expect(readRegisterKeys))?.state).toBe('signs');
});
