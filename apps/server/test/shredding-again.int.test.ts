/**
 * What is destroyed with a text (files, what a merge kept, the draft behind a pseudonym), and that it stays destroyed
 * when a backup of before is restored.
 */
import { verifyReceipt } from '@butinerie/attribution';
import {
  answerMerge,
  askShredding,
  cancelShredding,
  confirmShredding,
  listShreddings,
  mintId,
  proposeMerge,
  publishIdea,
  publishUnderPseudonym,
  readCreditHistory,
  readIdea,
  readVerificationKeys,
  saveDraft,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dump } from '../scripts/data/dump.ts';
import { restore } from '../scripts/data/restore.ts';
import { shred } from '../scripts/data/shred.ts';
import { apart, configOf, forgetData, lookedThrough } from './support/at-the-data.ts';
import { PATIENCE } from './support/open-pages.ts';
import { bring } from './support/small-file.ts';
import { bootApp, type TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const DAY = 86_400_000;
const SECRET = 'Xylophonia';
let house: WritingHouse;
let officer: TestPerson;
let challenge: ChallengeId;
let vkeys: { vkey: string }[];
const [merged, target, veiled, draft] = [mintId('idea'), mintId('idea'), mintId('idea'), mintId('idea')];
const photo = mintId('attachment');
/** Of before the closing, and of the day on which they were destroyed. */
let [living, older]: string[] = [];

const dumped = async (name: string): Promise<string> => {
  const folder = join(house.server.folder, name);
  await house.server.without(() => apart(house.server.folder, (database) => dump(database, folder)));
  return folder;
};
const body = (text: string) => ({ challenge, title: 'Un guichet', text, parents: [], grownFrom: null });
const page = (idea: IdeaId) => house.author.expect(readIdea, { params: { idea } });
const asked = (idea: IdeaId) => ({
  id: mintId('shredding'),
  idea,
  motive: 'third-party' as const,
  reference: `DPD ${idea}`,
  title: idea === merged,
});
async function waiting(idea: IdeaId) {
  const request = asked(idea);
  await officer.expect(askShredding, { body: request });
  const params = { shredding: request.id };
  await house.server.administrator.expect(confirmShredding, { params, body: {} });
  return params;
}

beforeAll(async () => {
  house = await openWritingHouse();
  const { server, author, colleague, moderator } = house;
  officer = await server.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  const open = await house.openChallenge();
  challenge = open.challenge;
  vkeys = (await author.expect(readVerificationKeys)).split('\n').map((vkey) => ({ vkey }));
  await author.expect(saveDraft, { params: { idea: merged }, body: body(`${SECRET} l’a dit.`) });
  await author.expect(publishIdea, { params: { idea: merged } });
  await colleague.expect(saveDraft, { params: { idea: target }, body: body('Personne ne l’a dit.') });
  await colleague.expect(publishIdea, { params: { idea: target } });
  const merge = mintId('merge');
  const into = { id: merge, into: target, reason: 'La même chose.' };
  await moderator.expect(proposeMerge, { params: { idea: merged }, body: into });
  const agree = { params: { merge }, body: { answer: 'agree' as const, reason: '' } };
  await author.expect(answerMerge, agree);
  await colleague.expect(answerMerge, agree);

  const typed = { ...body(`${SECRET} encore.`), underPseudonym: true };
  await author.expect(saveDraft, { params: { idea: draft }, body: typed });
  await bring(author, photo, draft);
  await author.expect(publishUnderPseudonym, { params: { idea: draft }, body: { as: veiled } });
  living = await dumped('living');
  server.clock.set(new Date(open.closesAt.getTime() + 300_000));
  const sealed = async (idea: IdeaId) => (await page(idea)).seal !== null;
  await vi.waitUntil(async () => (await sealed(veiled)) && (await sealed(target)), PATIENCE);
}, 120_000);
afterAll(() => house.server.stop());

test('[SH1] [SH4] with a text go its files, what a merge kept of it and the draft typed before its pseudonym', async () => {
  const { folder, clock } = house.server;
  const before = [await page(merged), await page(target), await page(veiled)];
  await waiting(merged);
  await waiting(veiled);
  const third = await waiting(target);
  older = await dumped('older');
  await officer.expect(cancelShredding, { params: third, body: {} });
  clock.advance(15 * DAY);
  await house.server.without(async () => {
    const { due } = await shred(configOf(folder), { what: 'due', clock });
    expect(due.toSorted()).toEqual([`${merged}  DPD ${merged}`, `${veiled}  DPD ${veiled}`].toSorted());
    expect(await lookedThrough(folder, SECRET)).toEqual({ holding: [], findings: [] });
    const bytes = await apart(folder, async ({ connection }) => [
      await connection.collection('attachments.chunks').countDocuments({}),
      await connection.collection('docUpdates').countDocuments({ doc: draft, digest: { $exists: true } }),
    ]);
    expect(bytes).toEqual([0, 1]);
  });
  const [one, other, third_] = [await page(merged), await page(target), await page(veiled)];
  expect([one.text, one.title, third_.text, third_.title]).toEqual(['', 'Titre retiré', '', 'Un guichet']);
  expect([one.credits, other, third_.credits]).toEqual([before[0]?.credits, before[1], before[2]?.credits]);
});

test('[SH4] [SH5] nobody is served a text that a backup of before brought back; it is destroyed again by the same two people, and nothing else is', async () => {
  const { folder, clock, mails } = house.server;
  const account = join(folder, 'keys', 'attribution.destroyed');
  const entries = readFileSync(account, 'utf8').trim().split('\n');
  const receipts = entries.map((line) => (JSON.parse(line) as { receipt: string }).receipt);
  // Whoever asked and whoever confirmed are named in it, whatever becomes of the register.
  for (const receipt of receipts) {
    const verdict = verifyReceipt(receipt, { vkeys });
    expect([verdict.valid, receipt.includes(officer.id), receipt.includes('Dalia')]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(entries.join()).not.toContain(SECRET);
  await house.server.without(async () => {
    await forgetData(folder);
    await apart(folder, async (database) => {
      await restore(database, older ?? '');
      // As it was before a pseudonym knew of its draft.
      await database.connection.collection('pseudonyms').updateMany({}, { $unset: { draft: '' } });
    });
    await expect(bootApp({ folder, clock, mails })).rejects.toThrow(/^2 texts that were destroyed are back/);
    // What waits in the backup was cancelled since: the command does what the account says and nothing else.
    const { again, due } = await shred(configOf(folder), { what: 'due', clock });
    expect([again.length, due]).toEqual([2, []]);
    expect(await lookedThrough(folder, SECRET)).toEqual({ holding: [], findings: [] });
    expect(readFileSync(account, 'utf8').trim().split('\n')).toEqual(entries);
  });
  expect((await page(target)).text).toBe('Personne ne l’a dit.');
  const { shreddings } = await officer.expect(listShreddings);
  const done = shreddings.filter(({ state }) => state === 'done');
  expect(done.map(({ idea: { id }, by }) => `${id} ${by.id}`).toSorted()).toEqual(
    [merged, veiled].map((id) => `${id} ${officer.id}`).toSorted(),
  );
  for (const idea of [merged, veiled]) {
    const { events } = await house.author.expect(readCreditHistory, { params: { idea } });
    expect(events.filter(({ kind }) => kind === 'content.shredded')).toHaveLength(1);
  }
});

test('[SH5] one that was not sealed yet in the backup is destroyed as well, and sealed without its words', async () => {
  const { folder, clock } = house.server;
  await house.server.without(async () => {
    await forgetData(folder);
    await apart(folder, (database) => restore(database, living ?? ''));
    const { again } = await shred(configOf(folder), { what: 'again', clock });
    expect(again).toHaveLength(2);
  });
  await expect.poll(async () => (await page(veiled)).seal !== null, PATIENCE).toBe(true);
  expect(await page(veiled)).toMatchObject({
    title: 'Un guichet',
    text: '',
    seal: { text: '', title: 'Un guichet' },
  });
  await house.server.without(async () =>
    expect(await lookedThrough(folder, SECRET)).toEqual({ holding: [], findings: [] }),
  );
});

test('[SH5] an account that cannot be read is no account of nothing; one that is lost is made again of what the database says', async () => {
  const { folder, clock, mails } = house.server;
  const account = join(folder, 'keys', 'attribution.destroyed');
  const before = readFileSync(account, 'utf8');
  await house.server.without(async () => {
    writeFileSync(account, before.slice(0, -9));
    await expect(bootApp({ folder, clock, mails })).rejects.toThrow(
      /line 2, says no text that was destroyed/,
    );
    writeFileSync(account, '');
  });
  const ids = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id)
      .toSorted();
  expect(ids(readFileSync(account, 'utf8'))).toEqual(ids(before));
});
