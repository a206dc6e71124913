/** The main job end to end, through the doors only: from an invitation to a receipt that verifies. */
import {
  adoptIdea,
  answerCarrierOffer,
  answerCoauthor,
  answerIdea,
  askToCoauthor,
  confirmResults,
  draftChallenge,
  listDirectorates,
  listIdeas,
  listReceipts,
  mintId,
  patchIdea,
  proposeResults,
  publishIdea,
  readChallenge,
  readIdea,
  readReceipt,
  readSelection,
  readVerificationKeys,
  reboundOnIdea,
  saveDraft,
  scheduleChallenge,
  supportIdea,
  takeRebound,
} from '@butinerie/contracts';
import { verifyReceipt } from '@butinerie/attribution';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestPerson, type TestServer } from './support/test-server.ts';

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const timeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
};
const REASON =
  'Le jury y voit un effet visible en quatre-vingt-dix jours, sans dépense nouvelle, et facile à vérifier.';

let server: TestServer;
let author: TestPerson;
let colleague: TestPerson;
let moderator: TestPerson;
let second: TestPerson;
let director: TestPerson;
const challenge = mintId('challenge');
const idea = mintId('idea');
const other = mintId('idea');

beforeAll(async () => {
  server = await createTestServer();
  author = await server.person({ name: 'Ana Exemple', directorate: 'Solidarités' });
  colleague = await server.person({ name: 'Côme Exemple', directorate: 'Routes' });
  moderator = await server.person({ name: 'Maud Exemple', directorate: 'Innovation', roles: ['moderator'] });
  second = await server.person({ name: 'Milo Exemple', directorate: 'Innovation', roles: ['moderator'] });
  director = await server.person({ name: 'Dora Exemple', directorate: 'Bâtiments', roles: ['sponsor'] });
});
afterAll(async () => {
  await server.stop();
});

const paramsOf = { params: { challenge } };
const ofIdea = { params: { idea } };

describe('from a question to a receipt', () => {
  test('a moderator drafts and schedules a challenge', async () => {
    const drafted = await moderator.expect(draftChallenge, {
      ...paramsOf,
      body: { question: 'Que gaspillons-nous sans le voir ?', brief: 'Trois semaines.', timeBox, version: 0 },
    });
    const scheduled = await moderator.expect(scheduleChallenge, {
      ...paramsOf,
      body: { version: drafted.version, protectionChecked: true },
    });
    expect(scheduled.phase).toBe('scheduled');
    const early = await author.call(saveDraft, {
      ...ofIdea,
      body: { challenge, title: 'x', text: 'y', parents: [], grownFrom: null },
    });
    expect(early.ok).toBe(true);
    const refused = await author.call(publishIdea, ofIdea);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'challenge-phase', phase: 'scheduled' } });
  });

  test('once it is open, agents propose, rebound and support; the rebound taken keeps its author', async () => {
    server.clock.set(new Date('2026-10-12T07:00:00Z'));
    expect((await author.expect(readChallenge, paramsOf)).phase).toBe('ideation');
    const body = { challenge, parents: [], grownFrom: null };
    await author.expect(saveDraft, {
      ...ofIdea,
      body: { ...body, title: 'Éteindre les écrans la nuit', text: 'Personne ne les éteint. Faisons-le.' },
    });
    const page = await author.expect(publishIdea, ofIdea);
    expect(page.state).toBe('published');
    expect(page.credits.originators.map((person) => person.name)).toEqual(['Ana Exemple']);

    await colleague.expect(saveDraft, {
      params: { idea: other },
      body: { ...body, title: 'Un stylo par table', text: 'Les réunions en perdent trente.' },
    });
    await colleague.expect(publishIdea, { params: { idea: other } });

    const rebound = mintId('rebound');
    await colleague.expect(reboundOnIdea, {
      ...ofIdea,
      body: { id: rebound, text: 'Aux Routes, une minuterie suffit.' },
    });
    await author.expect(takeRebound, { params: { rebound } });
    await colleague.expect(supportIdea, { ...ofIdea, body: { supported: true } });
    const after = await author.expect(readIdea, ofIdea);
    expect(after.text).toContain('une minuterie suffit');
    expect(after.credits.rebounders.map((person) => person.name)).toEqual(['Côme Exemple']);
    expect(after.supports).toBeNull();
  });

  test('« coécrire » asks in one tap and an originator accepts in one', async () => {
    await colleague.expect(askToCoauthor, ofIdea);
    const accepted = await author.expect(answerCoauthor, {
      params: { idea, person: colleague.id },
      body: { answer: 'accept' },
    });
    expect(accepted.credits.coauthors.map((person) => person.id)).toEqual([colleague.id]);
  });

  test('[S33] nobody can name the authors: unknown-field for every role, nothing changed', async () => {
    for (const caller of [author, colleague, moderator, director, server.administrator]) {
      // What no typed caller could send: the request as a hostile program writes it.
      const response = await fetch(`${server.base}/api/ideas/${idea}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', cookie: caller.cookie() },
        body: JSON.stringify({ openTo: 'everyone', originators: [] }),
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'unknown-field', fields: ['originators'] });
    }
    const page = await author.expect(readIdea, ofIdea);
    expect(page.credits.originators.map((person) => person.id)).toEqual([author.id]);
    expect(page.openTo).toBe('invited');
    expect((await colleague.call(patchIdea, { ...ofIdea, body: { openTo: 'everyone' } })).ok).toBe(false);
  });

  test('[S19] at 16:00:00Z on 30 October it closes, and 120 s later every idea is sealed', async () => {
    server.clock.set(new Date('2026-10-30T15:59:59Z'));
    expect((await author.expect(readChallenge, paramsOf)).phase).toBe('rebound');
    server.clock.set(new Date('2026-10-30T16:00:00Z'));
    expect((await author.expect(readChallenge, paramsOf)).phase).toBe('closing');
    server.clock.set(new Date('2026-10-30T16:02:01Z'));
    await expect
      .poll(async () => (await author.expect(readIdea, ofIdea)).state, { timeout: 10_000 })
      .toBe('submitted');
    // An idea has its seal a moment before its challenge knows that all have.
    await expect
      .poll(async () => (await author.expect(readChallenge, paramsOf)).phase, { timeout: 10_000 })
      .toBe('deliberation');
    const page = await author.expect(readIdea, ofIdea);
    expect(page.seal).toMatchObject({ title: 'Éteindre les écrans la nuit' });
    expect(page.supports).toBe(1);
  });

  test('[S29] no results while one answer is missing; then a second person confirms', async () => {
    server.clock.set(new Date('2026-11-02T09:00:00Z'));
    // An idea has its seal a moment before its challenge knows that all have.
    const acts = async () => (await moderator.expect(readSelection, paramsOf)).acts;
    await expect.poll(acts).toContain('answerIdea');
    let board = await moderator.expect(readSelection, paramsOf);
    expect(board.missing).toHaveLength(2);
    board = await moderator.expect(answerIdea, {
      params: { challenge, idea },
      body: { outcome: 'selected', motive: null, reason: REASON, version: board.version },
    });
    const refused = await moderator.call(proposeResults, { ...paramsOf, body: { version: board.version } });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'answers-missing', ideas: [other] } });
    board = await moderator.expect(answerIdea, {
      params: { challenge, idea: other },
      body: { outcome: 'not_selected', motive: 'uncertain_effect', reason: REASON, version: board.version },
    });
    board = await moderator.expect(proposeResults, { ...paramsOf, body: { version: board.version } });
    const alone = await moderator.call(confirmResults, { ...paramsOf, body: { version: board.version } });
    expect(alone).toMatchObject({ ok: false, failure: { code: 'second-person-needed' } });
    expect((await author.expect(readIdea, ofIdea)).answer).toBeNull();
    await second.expect(confirmResults, { ...paramsOf, body: { version: board.version } });
    expect((await author.expect(readIdea, ofIdea)).answer?.reason).toBe(REASON);
    expect((await author.expect(readChallenge, paramsOf)).phase).toBe('decided');
  });

  test('[S32] a directorate adopts, the author is offered to carry and does', async () => {
    const { directorates } = await director.expect(listDirectorates);
    const directorate = directorates.find(({ name }) => name === 'Bâtiments');
    if (directorate === undefined) throw new Error('the directorate is not known');
    const adoption = await director.expect(adoptIdea, {
      ...ofIdea,
      body: {
        directorate: directorate.id,
        pilot: colleague.id,
        promise: 'Minuteries dans tous les bâtiments.',
        milestone: { title: 'Premier étage équipé', dueOn: '2026-12-01' },
        halfDays: 6,
      },
    });
    expect(adoption.dueOn).toBe('2027-01-31');
    expect(adoption.carrierOffer.to.id).toBe(author.id);
    await author.expect(answerCarrierOffer, { ...ofIdea, body: { choice: 'carry' } });
    const page = await author.expect(readIdea, ofIdea);
    expect(page.credits.carrier?.id).toBe(author.id);
    expect(page.credits.originators.map((person) => person.id)).toEqual([author.id]);
    expect(page.adoptedBy).toBe('Bâtiments');
  });

  test('every receipt of every person verifies, before and after a restart', async () => {
    const check = async () => {
      const vkeys = (await author.expect(readVerificationKeys))
        .trim()
        .split('\n')
        .map((vkey) => ({ vkey }));
      let verified = 0;
      for (const person of [author, colleague]) {
        const { receipts } = await person.expect(listReceipts);
        expect(receipts.length).toBeGreaterThan(0);
        for (const { n } of receipts) {
          const file = await person.expect(readReceipt, { params: { n } });
          const verdict = verifyReceipt(file, { vkeys });
          expect(verdict.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
          expect(verdict.valid).toBe(true);
          verified += 1;
        }
      }
      return verified;
    };
    const before = await check();
    const titles = (await author.expect(listIdeas, paramsOf)).ideas.map(({ title, text }) => [title, text]);
    await server.restart();
    expect(await check()).toBe(before);
    expect((await author.expect(listIdeas, paramsOf)).ideas.map(({ title, text }) => [title, text])).toEqual(
      titles,
    );
  });
});
