/** Attacks on credit and on the ledger, by number, through the doors of a running server. */
import { merkleRoot, verifyReceipt } from '@butinerie/attribution';
import {
  acceptCharter,
  adoptIdea,
  answerCarrierOffer,
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
  publishIdea,
  readCharter,
  readVerificationKeys,
  reboundOnIdea,
  ROUTES,
  saveDraft,
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

  test('[T1] no command has a field for the names of an idea, and none takes a field that it does not know', () => {
    const commands = ROUTES.filter(({ method }) => method !== 'GET').flatMap(({ name, body }) => {
      const fields = Reflect.get(body ?? {}, 'shape') as object | undefined;
      return fields === undefined ? [] : [{ name, fields: Object.keys(fields), body }];
    });
    const NAMES = ['author', 'authors', 'originator', 'originators', 'coauthors', 'rebounders', 'credits'];
    const naming = commands.filter(({ fields }) => fields.some((field) => NAMES.includes(field)));
    // Entered for somebody who is there: an idea that did not exist before.
    expect(naming.map(({ name }) => name).toSorted()).toEqual(['enterAtKiosk', 'enterIdea']);
    const lenient = commands.filter(({ body, fields }) => {
      const parsed = body.safeParse({ originators: [] });
      const told = parsed.error?.issues.some(({ code }) => code === 'unrecognized_keys') ?? false;
      return !fields.includes('originators') && !told;
    });
    expect(lenient.map(({ name }) => name)).toEqual([]);
    expect(commands.length).toBeGreaterThan(50);
  });

  test('[T4] no door deletes anything but a role, a place and a kiosk', () => {
    const deleting = ROUTES.filter(({ method }) => method === 'DELETE').map(({ name }) => name);
    expect(deleting.toSorted()).toEqual(['releaseOutsider', 'revokeRole', 'shutKiosk']);
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

  test('[T7] whoever proposed first links nothing of somebody else’s under it: only the idea that grew names its parents', async () => {
    const vague = mintId('idea');
    const words = { challenge: open.challenge, title: 'Moins gaspiller', text: 'Partout, et vite.' };
    const none = { parents: [], grownFrom: null };
    await house.sponsor.expect(saveDraft, { params: { idea: vague }, body: { ...words, ...none } });
    await house.sponsor.expect(publishIdea, { params: { idea: vague } });
    const hers = await house.idea(open.challenge);
    const size = await ledgerSize();
    const { version } = await house.reader.expect(readCharter, {});
    const under = { params: { idea: hers }, body: { ...words, ...none, parents: [vague] } };
    for (const by of [house.sponsor, house.moderator, house.server.administrator]) {
      await by.expect(acceptCharter, { body: { version } });
      expect(await by.call(saveDraft, under)).toMatchObject({ failure: { code: 'id-taken' } });
      for (const field of ['parents', 'grownFrom'])
        expect(await send(by, 'PATCH', `/api/ideas/${hers}`, { [field]: [vague] })).toEqual({
          status: 400,
          failure: { code: 'unknown-field', fields: [field] },
        });
      const child = { id: mintId('rebound'), text: 'Elle vient de la mienne.', child: hers };
      expect((await send(by, 'POST', `/api/ideas/${vague}/rebounds`, child)).status).toBe(400);
    }
    expect(await ledgerSize()).toBe(size);
    const { parents } = await house.author.expect(readIdea, { params: { idea: hers } });
    expect(parents).toEqual([]);
    expect(await creditsOf(hers)).toMatchObject({ originators: [{ id: house.author.id }] });
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

  test('[T5] [T8] co-authors are the same at every step: edited, sealed, selected, adopted; she alone answers who carries it', async () => {
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

    // [T8] Who adopted it, who answers for it and whoever moderates carry nothing that she was offered.
    for (const by of [house.sponsor, house.colleague, house.moderator, house.server.administrator])
      for (const choice of ['carry', 'informed'] as const)
        expect(await by.call(answerCarrierOffer, { params, body: { choice } })).toMatchObject({
          failure: { code: 'originator-first' },
        });
    expect((await creditsOf(idea)).carrier).toBeNull();
    await house.author.expect(answerCarrierOffer, { params, body: { choice: 'carry' } });
    expect((await creditsOf(idea)).carrier?.id).toBe(house.author.id);
    expect(await everyReceiptVerifies(house.colleague)).toBeGreaterThan(0);
  });
});
