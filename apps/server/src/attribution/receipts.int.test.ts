/** What people get through the doors: receipts, proofs and histories, and the verification beside a running server. */
import { judgeReceipt, verifyReceipt } from '@butinerie/attribution';
import {
  draftChallenge,
  exportCredits,
  listReceipts,
  mintId,
  publishIdea,
  readCertificate,
  readCheckpoint,
  readExtension,
  readConsistency,
  readCreditHistory,
  readInclusion,
  readLeaf,
  readReceipt,
  readVerificationKeys,
  reboundOnIdea,
  saveDraft,
  scheduleChallenge,
} from '@butinerie/contracts';
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../platform/log.ts';
import { openDatabase } from '../platform/mongo.ts';
import { testDatabaseUri } from '../../test/support/test-database.ts';
import { createTestServer, type TestPerson, type TestServer } from '../../test/support/test-server.ts';

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const timeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
};
const text = 'Personne ne les éteint. Faisons-le.';
const [challenge, idea] = [mintId('challenge'), mintId('idea')];

let server: TestServer;
let author: TestPerson;
let colleague: TestPerson;
let vkey: string;
/** The number of the author's proposal. */
let n: number;

beforeAll(async () => {
  server = await createTestServer();
  author = await server.person({ name: 'Ana Exemple', directorate: 'Solidarités' });
  colleague = await server.person({ name: 'Côme Exemple', directorate: 'Routes' });
  await server.person({ name: 'Dora Exemple', directorate: 'Bâtiments', roles: ['sponsor'] });
  const box = { question: 'Que gaspillons-nous ?', brief: '', timeBox };
  const by = server.administrator;
  const { version } = await by.expect(draftChallenge, {
    params: { challenge },
    body: { ...box, version: 0 },
  });
  await by.expect(scheduleChallenge, {
    params: { challenge },
    body: { version, protectionChecked: true },
  });
  server.clock.set(new Date('2026-10-12T07:00:00Z'));
  const draft = { challenge, title: 'Éteindre les écrans', text, parents: [], grownFrom: null };
  await author.expect(saveDraft, { params: { idea }, body: draft });
  await author.expect(publishIdea, { params: { idea } });
  vkey = (await author.expect(readVerificationKeys)).trim();
  const { receipts } = await author.expect(listReceipts);
  n = receipts.find(({ kind }) => kind === 'idea.proposed')?.n ?? -1;
});
afterAll(() => server.stop());

describe('receipts', () => {
  test('the author holds one for being known and one for her idea, by its title', async () => {
    const { receipts } = await author.expect(listReceipts);
    expect(receipts.map(({ kind, title }) => [kind, title])).toEqual([
      ['person.known', null],
      ['idea.proposed', 'Éteindre les écrans'],
    ]);
  });

  test('hers proves who proposed what, offline, with the public key alone', async () => {
    const receipt = await author.expect(readReceipt, { params: { n } });
    const verdict = verifyReceipt(receipt, { vkeys: [{ vkey }] });
    expect(verdict).toMatchObject({
      valid: true,
      facts: {
        kind: 'idea.proposed',
        identity: { person: author.id, held: { name: 'Ana Exemple', directorate: 'Solidarités' } },
        title: 'Éteindre les écrans',
        text,
      },
    });
  });

  test('[T37] no letter of it can be changed', async () => {
    const receipt = await author.expect(readReceipt, { params: { n } });
    for (const [was, becomes] of [
      ['Ana', 'Eva'],
      ['éteint', 'allume'],
      ['2026-10-12', '2026-10-11'],
    ] as const) {
      const altered = receipt.replace(was, becomes);
      expect(altered).not.toBe(receipt);
      expect(verifyReceipt(altered, { vkeys: [{ vkey }] }).valid).toBe(false);
    }
  });

  test('a certificate carries the receipt without its text, as a code that holds all of it', async () => {
    const { receipt, qr, idea: about } = await author.expect(readCertificate, { params: { n } });
    expect(verifyReceipt(receipt, { vkeys: [{ vkey }] })).toMatchObject({
      valid: true,
      facts: { title: 'Éteindre les écrans', identity: { held: { name: 'Ana Exemple' } } },
    });
    expect(receipt).not.toContain(text);
    expect(about).toBe(idea);
    expect(qr).toMatch(/^<svg[^>]*>.*<\/svg>\s*$/s);
    expect(await colleague.call(readCertificate, { params: { n } })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  test('the export holds every act that names her, each with a receipt that holds by the keys in it', async () => {
    const { acts, vkeys, person, checkpoint } = await author.expect(exportCredits);
    expect(person).toBe(author.id);
    expect(acts.map(({ kind }) => kind)).toEqual(['person.known', 'idea.proposed']);
    for (const { leaf, receipt, n: number } of acts) {
      expect(JSON.parse(leaf)).toMatchObject({ n: number });
      expect(judgeReceipt(receipt, { vkeys, checkpoint }).standing).toBe('holds');
    }
  });

  test('an old one holds against a newer checkpoint', async () => {
    const receipt = await author.expect(readReceipt, { params: { n } });
    const first = verifyReceipt(receipt, { vkeys: [{ vkey }] });
    if (!first.valid) throw new Error('not valid');
    const kept = await author.expect(readExtension, { params: { from: first.facts.checkpointSize } });
    expect(judgeReceipt(receipt, { vkeys: [], checkpoint: kept }).standing).toBe('holds');
    expect(await author.call(readExtension, { params: { from: 0 } })).toMatchObject({ ok: false });
    await colleague.expect(reboundOnIdea, {
      params: { idea },
      body: { id: mintId('rebound'), text: 'Aux Routes, une minuterie suffit.' },
    });
    const newerCheckpoint = await colleague.expect(readCheckpoint);
    const to = Number(newerCheckpoint.split('\n')[1]);
    expect(to).toBeGreaterThan(first.facts.checkpointSize);
    const params = { from: first.facts.checkpointSize, to };
    const { hashes: consistencyProof } = await colleague.expect(readConsistency, { params });
    const verdict = verifyReceipt(receipt, { vkeys: [{ vkey }], newerCheckpoint, consistencyProof });
    expect(verdict.checks).toContainEqual({ name: 'extension', outcome: 'passed' });
    expect(verdict.valid).toBe(true);
  });

  test('nobody reads the receipt of another', async () => {
    const answer = await colleague.call(readReceipt, { params: { n } });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('what anybody here can check', () => {
  test('a leaf and its proof, at any size that covers it', async () => {
    const { leaf } = await colleague.expect(readLeaf, { params: { n } });
    expect(JSON.parse(leaf)).toMatchObject({ n, k: 'idea.proposed', by: author.id, i: idea });
    expect(leaf).not.toContain('Ana');
    const { size } = await colleague.expect(readInclusion, { params: { n } });
    expect(size).toBeGreaterThan(n);
    await colleague.expect(readInclusion, { params: { n }, query: { size: n + 1 } });
  });

  test('what is not there, or proves nothing, is not found', async () => {
    const refused = { ok: false, failure: { code: 'not-found' } };
    const far = 1_000_000;
    expect(await colleague.call(readLeaf, { params: { n: far } })).toMatchObject(refused);
    expect(await colleague.call(readInclusion, { params: { n }, query: { size: n } })).toMatchObject(refused);
    expect(await colleague.call(readInclusion, { params: { n }, query: { size: far } })).toMatchObject(
      refused,
    );
    for (const params of [
      { from: 0, to: 1 },
      { from: 2, to: 1 },
      { from: 1, to: far },
    ])
      expect(await colleague.call(readConsistency, { params })).toMatchObject(refused);
  });

  test('everything about an idea, with names', async () => {
    const { events, size } = await colleague.expect(readCreditHistory, { params: { idea } });
    expect(events.map(({ kind, by }) => [kind, by?.name])).toEqual([
      ['idea.proposed', 'Ana Exemple'],
      ['rebound.made', 'Côme Exemple'],
    ]);
    expect(size).toBeGreaterThan(events.length);
  });
});

describe('the instance', () => {
  test('signs with a key that only it can read, and goes on with it after a restart', async () => {
    expect(statSync(join(server.folder, 'keys', 'attribution.pem')).mode & 0o777).toBe(0o600);
    const before = await author.expect(readCheckpoint);
    await server.restart();
    expect(await author.expect(readCheckpoint)).toBe(before);
    expect((await author.expect(readVerificationKeys)).trim()).toBe(vkey);
  });

  test('[T25] is verified while it runs and by itself, and fails naming the leaf that was touched', async () => {
    const script = join(import.meta.dirname, '../../scripts/attribution-verify.ts');
    const dataDir = join(server.folder, 'data');
    const environment = {
      ...process.env,
      DATA_DIR: dataDir,
      MONGODB_URI: testDatabaseUri(dataDir),
      ATTRIBUTION_KEY_FILE: join(server.folder, 'keys', 'attribution.pem'),
    };
    const run = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env: environment });
    const beside = await run();
    const lastLine = beside.stdout.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(lastLine)).toMatchObject({ findings: 0 });
    await server.without(async () => {
      expect((await run()).stdout).toBe(beside.stdout);
      await touched(environment.MONGODB_URI, { by: colleague });
      await expect(run()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(`n=${n} `) });
      await touched(environment.MONGODB_URI, { by: author });
    });
  });
});

/** Writes into the leaf of the author's proposal that somebody else made it, or that she did. */
async function touched(uri: string | undefined, { by }: { by: TestPerson }): Promise<void> {
  const dataDir = join(server.folder, 'data');
  const database = await openDatabase({ uri, dataDir, log: createLog('silent') });
  await database.connection
    .collection('ledger')
    .updateOne({ _id: n as never }, { $set: { 'event.by': by.id } });
  await database.stop();
}
