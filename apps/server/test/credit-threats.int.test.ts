/** Attacks on credit and on the ledger, by number, through the doors of a running server. */
import { merkleRoot, verifyReceipt } from '@butinerie/attribution';
import {
  adoptIdea,
  answerIdea,
  confirmResults,
  failureOf,
  listDirectorates,
  listReceipts,
  mintId,
  proposeResults,
  readCheckpoint,
  readCreditHistory,
  readIdea,
  readInclusion,
  readLeaf,
  readReceipt,
  readSelection,
  readVerificationKeys,
  reboundOnIdea,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { createDesk, inTitle, PATIENCE } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

const REASON =
  'Un effet visible en quatre-vingt-dix jours, sans dépense nouvelle, et facile à vérifier par chacun de nous.';
let house: WritingHouse;
let open: OpenChallenge;
let second: TestPerson;
const desk = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Milo Exemple', roles: ['moderator'] });
  open = await house.openChallenge();
});
afterEach(() => desk.closeAll());
afterAll(() => house.server.stop());

const noteLines = async () => (await house.author.expect(readCheckpoint)).split('\n');
const ledgerSize = async () => Number((await noteLines())[1]);
const creditsOf = async (idea: IdeaId) => (await house.author.expect(readIdea, { params: { idea } })).credits;

/** What no typed caller could send: the request as a hostile program writes it. */
async function send(by: Caller, method: string, path: string, body: unknown = {}) {
  const response = await fetch(house.server.base + path, {
    method,
    headers: { 'content-type': 'application/json', cookie: by.cookie() },
    body: JSON.stringify(body),
  });
  return { status: response.status, failure: failureOf(await response.json()) };
}

async function everyReceiptVerifies(person: TestPerson): Promise<number> {
  const vkeys = (await person.expect(readVerificationKeys))
    .trim()
    .split('\n')
    .map((vkey) => ({ vkey }));
  const { receipts } = await person.expect(listReceipts);
  for (const { n } of receipts)
    expect(verifyReceipt(await person.expect(readReceipt, { params: { n } }), { vkeys }).valid).toBe(true);
  return receipts.length;
}

describe('credit', () => {
  test('[T1] nobody edits the author: no field has her name, credits and ledger stay', async () => {
    const idea = await house.idea(open.challenge, { shared: true });
    const [credits, size] = [await creditsOf(idea), await ledgerSize()];
    for (const by of [house.sponsor, house.moderator, house.server.administrator, house.author])
      for (const field of ['author', 'originators', 'coauthors', 'credits'])
        for (const body of [{ [field]: [] }, { openTo: 'everyone', [field]: [house.sponsor.id] }])
          expect(await send(by, 'PATCH', `/api/ideas/${idea}`, body)).toEqual({
            status: 400,
            failure: { code: 'unknown-field', fields: [field] },
          });
    expect(await creditsOf(idea)).toEqual(credits);
    expect(await ledgerSize()).toBe(size);
    expect((await house.author.expect(readIdea, { params: { idea } })).openTo).toBe('invited');
  });

  test('[T4] nobody deletes an idea or a person: there is no such door, and every proof stands', async () => {
    const idea = await house.idea(open.challenge);
    const [size, receipts] = [await ledgerSize(), await everyReceiptVerifies(house.author)];
    for (const path of [
      `/api/ideas/${idea}`,
      `/api/ideas/${idea}/draft`,
      `/api/people/${house.author.id}`,
      `/api/challenges/${open.challenge}`,
      '/api/attribution/leaf/0',
    ]) {
      const { status, failure } = await send(house.server.administrator, 'DELETE', path);
      expect([403, 404, 405]).toContain(status);
      expect(failure).toBeDefined();
    }
    expect(await ledgerSize()).toBe(size);
    expect(await everyReceiptVerifies(house.author)).toBe(receipts);
    expect((await creditsOf(idea)).originators.map(({ id }) => id)).toEqual([house.author.id]);
  });

  test('[T33] fifty acts at once leave contiguous leaves, one tree, and no act without its leaf', async () => {
    const idea = await house.idea(open.challenge);
    const before = await ledgerSize();
    const ids = Array.from({ length: 50 }, () => mintId('rebound'));
    const writers = [house.colleague, house.reader, house.moderator, second];
    const took: number[] = [];
    const made = await Promise.all(
      ids.map(async (id, n) => {
        const begun = performance.now();
        const answer = await (writers[n % 4] ?? second).call(reboundOnIdea, {
          params: { idea },
          body: { id, text: `Le rebond ${n}.` },
        });
        took.push(performance.now() - begun);
        return answer;
      }),
    );
    const p95 = took.toSorted((one, other) => one - other)[Math.ceil(took.length * 0.95) - 1] ?? 0;
    console.log(`fifty acts at once through the use case: p95 ${p95.toFixed(0)} ms`);
    expect(made.filter(({ ok }) => ok)).toHaveLength(50);
    const [, size, root] = await noteLines();
    expect(Number(size)).toBe(before + 50);
    const leaves = await Promise.all(
      Array.from({ length: Number(size) }, async (_, n) => {
        const { leaf } = await house.author.expect(readLeaf, { params: { n } });
        return new TextEncoder().encode(leaf);
      }),
    );
    const parsed = leaves.map(
      (leaf) => JSON.parse(new TextDecoder().decode(leaf)) as Record<string, unknown>,
    );
    expect(parsed.map(({ n }) => n)).toEqual(leaves.map((_, n) => n));
    expect(Buffer.from(merkleRoot(leaves)).toString('base64')).toBe(root);
    const { events } = await house.author.expect(readCreditHistory, { params: { idea } });
    expect(events.filter(({ kind }) => kind === 'rebound.made')).toHaveLength(50);
    const { rebounds } = await house.author.expect(readIdea, { params: { idea } });
    expect(rebounds.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const n of [0, before, before + 49]) {
      const { hashes } = await house.author.expect(readInclusion, {
        params: { n },
        query: { size: before + 50 },
      });
      expect(hashes.length).toBeGreaterThan(0);
    }
  });

  test('[T5] co-authors are the same at every step: edited, sealed, selected, adopted', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const params = { idea };
    const names = async () => {
      const { originators, coauthors } = await creditsOf(idea);
      return [originators, coauthors].map((people) => people.map(({ id }) => id));
    };
    const both = [[house.author.id], [house.colleague.id]];
    expect(await names()).toEqual(both);
    const hers = await desk.writer(house.author, idea);
    await hers.give(hers.bytes(inTitle('Réécrite : ')));
    expect(await names()).toEqual(both);

    house.server.clock.set(new Date(closesAt.getTime() + 121_000));
    const stateNow = async () => (await house.author.expect(readIdea, { params })).state;
    await expect.poll(stateNow, PATIENCE).toBe('submitted');
    expect(await names()).toEqual(both);

    const at = { params: { challenge } };
    // An idea has its seal a moment before its challenge knows that all have.
    const board = () => house.moderator.expect(readSelection, at);
    await expect.poll(async () => (await board()).acts, PATIENCE).toContain('answerIdea');
    const version = async () => (await board()).version;
    await house.moderator.expect(answerIdea, {
      params: { challenge, idea },
      body: { outcome: 'selected', motive: null, reason: REASON, version: await version() },
    });
    await house.moderator.expect(proposeResults, { ...at, body: { version: await version() } });
    await second.expect(confirmResults, { ...at, body: { version: await version() } });
    expect([await stateNow(), await names()]).toEqual(['selected', both]);

    const { directorates } = await house.sponsor.expect(listDirectorates);
    const directorate = directorates.find(({ name }) => name === 'Bâtiments')?.id;
    if (directorate === undefined) throw new Error('the directorate is not known');
    await house.sponsor.expect(adoptIdea, {
      params,
      body: {
        directorate,
        pilot: house.sponsor.id,
        promise: 'Des minuteries partout.',
        milestone: { title: 'Premier étage', dueOn: '2026-12-01' },
        halfDays: 4,
      },
    });
    expect([await stateNow(), await names()]).toEqual(['adopted', both]);
    expect(await everyReceiptVerifies(house.colleague)).toBeGreaterThan(0);
  });
});
