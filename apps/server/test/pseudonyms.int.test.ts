/**
 * Under a pseudonym until the results: through every door of the product, nobody learns who it is, and afterwards only
 * she says it. What is looked for occurs nowhere it did not occur before she had an idea.
 */
import { verifyReceipt } from '@butinerie/attribution';
import {
  answerCoauthor,
  answerIdea,
  askToCoauthor,
  commentOnIdea,
  confirmResults,
  draftChallenge,
  exportCredits,
  findSimilar,
  joinIdea,
  listAttachments,
  listComments,
  listIdeas,
  listMine,
  listNotices,
  listReceipts,
  mintId,
  moderate,
  openPseudonym,
  proposeResults,
  publishUnderPseudonym,
  readCheckpoint,
  readCreditHistory,
  readIdea,
  readModeration,
  readReceipt,
  readSelection,
  readVerificationKeys,
  reboundOnIdea,
  saveDraft,
  scheduleChallenge,
  showPresence,
  takeRebound,
  withdrawComment,
  type IdeaId,
} from '@butinerie/contracts';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asText, everythingRead, grownSince, occurrences, type Readers } from './support/every-channel.ts';
import { audited, leavesOf } from './support/the-register.ts';
import { bring } from './support/small-file.ts';
import { createDesk } from './support/open-pages.ts';
import { createTestServer, type TestPerson, type TestServer } from './support/test-server.ts';

const NAME = 'Zélie Ombrageuse';
const DIRECTORATE = 'Archives départementales';
const REASON =
  'Le jury y voit un effet visible en quatre-vingt-dix jours, sans dépense nouvelle, et facile à vérifier.';
const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const timeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
};
const PATIENCE = { timeout: 30_000 };

let server: TestServer;
let author: TestPerson;
let colleague: TestPerson;
let moderator: TestPerson;
let second: TestPerson;
let readers: Readers;
let secrets: readonly string[];
let before: ReadonlyMap<string, number>;
const challenge = mintId('challenge');
const draft = mintId('idea');
const idea = mintId('idea');
/** By a moderator, under a pseudonym as well. */
const hers = mintId('idea');
/** Brought to the draft, and to the idea it became. */
const plan = mintId('attachment');
const photo = mintId('attachment');
const desk = createDesk();
/** What the sockets of the others were told. */
const heard: string[] = [];
const ofIdea = { params: { idea } };
const ofChallenge = { params: { challenge } };

async function publish(by: TestPerson, as: IdeaId, from: IdeaId, title: string) {
  const text = 'Personne ne les éteint le soir. Faisons-le ensemble.';
  const body = { challenge, title, text, parents: [], grownFrom: null, underPseudonym: true };
  await by.expect(saveDraft, { params: { idea: from }, body });
  if (as === idea) await bring(by, plan, from);
  return by.expect(publishUnderPseudonym, { params: { idea: from }, body: { as } });
}

const actOn = (about: IdeaId) => ({ id: mintId('moderation'), idea: about, comment: null, late: null });

async function listen(by: TestPerson, to: IdeaId): Promise<void> {
  const opened = await desk.socket(by);
  opened.socket.onAny((...told: unknown[]) => void heard.push(asText(told)));
  heard.push(asText(await opened.send(joinIdea, { idea: to, vector: new Uint8Array(), lease: 0 })));
}

const asked = async () => ({
  challenge,
  ideas: [idea, hers],
  attachments: [plan, photo],
  words: [NAME, DIRECTORATE],
  size: Number((await moderator.expect(readCheckpoint)).split('\n')[1]),
});

/** Where a secret occurs now that did not occur before there was an idea. */
async function leaks(): Promise<string[]> {
  const said = new Map(await everythingRead(server, readers, await asked()));
  said.set('sockets', heard.join('\n'));
  await server.app.mailSettled();
  const mailed = server.mails.filter(({ to }) => !to.includes(author.mail));
  said.set('mails', mailed.map((mail) => JSON.stringify(mail)).join('\n'));
  for (const [name, reader] of Object.entries(readers)) {
    if (reader === null) continue;
    const similar = { title: 'Éteindre les écrans la nuit', except: [] };
    said.set(
      `${name} similar`,
      JSON.stringify(await reader.call(findSimilar, { ...ofChallenge, body: similar })),
    );
  }
  return grownSince(before, occurrences(said, secrets));
}

beforeAll(async () => {
  server = await createTestServer();
  author = await server.person({ name: NAME, directorate: DIRECTORATE });
  colleague = await server.person({ name: 'Côme Exemple', directorate: 'Routes' });
  moderator = await server.person({ name: 'Maud Exemple', directorate: 'Innovation', roles: ['moderator'] });
  second = await server.person({ name: 'Milo Exemple', directorate: 'Innovation', roles: ['moderator'] });
  const director = await server.person({
    name: 'Dora Exemple',
    directorate: 'Bâtiments',
    roles: ['sponsor'],
  });
  const juror = await server.person({ name: 'Jules Exemple', directorate: 'Routes', roles: ['juror'] });
  readers = {
    colleague,
    moderator,
    second,
    director,
    juror,
    administrator: server.administrator,
    nobody: null,
  };
  secrets = [NAME, 'Ombrageuse', author.id, author.mail, DIRECTORATE];
  const question = { question: 'Que gaspillons-nous sans le voir ?', brief: 'Trois semaines.', timeBox };
  const { version } = await moderator.expect(draftChallenge, {
    ...ofChallenge,
    body: { ...question, version: 0 },
  });
  await moderator.expect(scheduleChallenge, { ...ofChallenge, body: { version, protectionChecked: true } });
  server.clock.set(new Date('2026-10-12T07:00:00Z'));
  // What tells of the opening has left.
  await vi.waitUntil(async () => {
    await server.app.mailSettled();
    return server.mails.some(({ to, subject }) => to.includes(author.mail) && subject.includes('ouvrir'));
  }, PATIENCE);
  before = occurrences(await everythingRead(server, readers, await asked()), secrets);
}, 120_000);
afterAll(async () => {
  desk.closeAll();
  await server.stop();
});

describe('until the results', () => {
  test('[S8] the idea is published as somebody else, and is hers to her alone', async () => {
    const page = await publish(author, idea, draft, 'Éteindre les écrans la nuit');
    expect(page).toMatchObject({ id: idea, state: 'published', mine: 'originator' });
    expect(page.pseudonym).toMatchObject({ openedAt: null, mayOpen: false });
    expect(page.credits.originators).toEqual([
      { id: page.pseudonym?.person, name: page.pseudonym?.name, directorate: null },
    ]);
    const mine = await author.expect(listMine);
    expect(mine).toMatchObject({ drafts: [], ideas: [{ id: idea, mine: 'originator' }] });
    const seen = await colleague.expect(readIdea, ofIdea);
    expect(seen).toMatchObject({ mine: null, pseudonym: null, credits: page.credits });
    expect((await colleague.expect(listIdeas, { ...ofChallenge, query: { search: NAME } })).ideas).toEqual(
      [],
    );
  });

  test('[PS3] the same publication sent again is the same idea, under the same pseudonym', async () => {
    const first = await author.expect(readIdea, ofIdea);
    const again = await author.expect(publishUnderPseudonym, { params: { idea: draft }, body: { as: idea } });
    expect(again.pseudonym).toEqual(first.pseudonym);
    const taken = await colleague.call(publishUnderPseudonym, {
      params: { idea: draft },
      body: { as: idea },
    });
    expect(taken).toEqual({ ok: false, failure: { code: 'id-taken', id: idea } });
  });

  test('[PS1] what grew from a rebound is not published under a pseudonym, and stays a draft', async () => {
    await publish(moderator, hers, mintId('idea'), 'Un stylo par table');
    const grownFrom = mintId('rebound');
    const rebound = { id: grownFrom, text: 'Deux stylos.' };
    await colleague.expect(reboundOnIdea, { params: { idea: hers }, body: rebound });
    const params = { idea: mintId('idea') };
    const body = { challenge, title: 'Les couloirs', text: 'Une minuterie.', parents: [], grownFrom };
    await colleague.expect(saveDraft, { params, body });
    const refused = await colleague.call(publishUnderPseudonym, { params, body: { as: mintId('idea') } });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'pseudonym-impossible' } });
    expect((await colleague.expect(readIdea, { params })).state).toBe('draft');
  });

  test('[S8] [PS2] whatever happens on the idea, no page, news, mail, leaf or list of anybody tells who it is', async () => {
    await listen(colleague, idea);
    await listen(moderator, idea);
    await listen(second, hers);
    const page = await desk.page(author, idea);
    page.type(' Et le week-end.');
    await page.saved();
    // A page of her own making, whose caret says who she is.
    const writer = await desk.writer(author, idea);
    const awareness = new Awareness(writer.doc);
    awareness.setLocalState({ user: { name: NAME, person: author.id }, cursor: null });
    const caret = encodeAwarenessUpdate(awareness, [writer.doc.clientID]);
    awareness.destroy();
    expect(await writer.send(showPresence, { idea, caret })).toMatchObject({ ok: true });
    await expect.poll(() => heard.join('\n'), PATIENCE).toContain('presence:changed');

    await bring(author, photo, idea);
    const { attachments } = await colleague.expect(listAttachments, ofIdea);
    const [mask] = (await colleague.expect(readIdea, ofIdea)).credits.originators;
    expect(new Set(attachments.map(({ id }) => id))).toEqual(new Set([plan, photo]));
    expect(attachments.map(({ addedBy }) => addedBy)).toEqual([mask, mask]);
    const rebound = mintId('rebound');
    await colleague.expect(reboundOnIdea, {
      ...ofIdea,
      body: { id: rebound, text: 'Une minuterie suffit.' },
    });
    await author.expect(takeRebound, { params: { rebound } });
    const asking = mintId('comment');
    const said = {
      id: asking,
      parent: null,
      kind: 'comment' as const,
      text: 'Combien d’écrans ?',
      mentions: [],
    };
    await colleague.expect(commentOnIdea, { ...ofIdea, body: said });
    const answering = { ...said, id: mintId('comment'), parent: asking, text: 'Une centaine.' };
    await author.expect(commentOnIdea, { ...ofIdea, body: answering });
    const regretted = { ...said, id: mintId('comment'), text: 'Ou davantage.' };
    await author.expect(commentOnIdea, { ...ofIdea, body: regretted });
    await author.expect(withdrawComment, { params: { comment: regretted.id } });
    await colleague.expect(askToCoauthor, ofIdea);
    const person = colleague.id;
    await author.expect(answerCoauthor, { params: { idea, person }, body: { answer: 'accept' } });
    const welcome = { ...actOn(idea), act: 'welcomeIdea' as const, reason: '' };
    await moderator.expect(moderate, { ...ofChallenge, body: welcome });

    // All of it happened, to her as well.
    const notices = (await author.expect(listNotices)).notices.map(({ kind }) => kind);
    expect(notices).toEqual(expect.arrayContaining(['idea-rebounded', 'idea-commented', 'coauthor-asked']));
    const { comments } = await author.expect(listComments, ofIdea);
    expect(comments.filter(({ mine }) => mine)).toHaveLength(2);
    // A day on, the mails of all this have left.
    server.clock.set(new Date('2026-10-14T08:00:00Z'));
    await server.app.mailSettled();
    expect(server.mails.filter(({ to }) => to.includes(author.mail)).at(-1)?.text).toContain('Côme');
    expect(await leaks()).toEqual([]);
  }, 120_000);

  test('[PS5] whoever is behind a pseudonym is bound by it: she does not moderate or judge what is hers', async () => {
    const queue = await moderator.expect(readModeration, ofChallenge);
    expect(queue.items.find((item) => item.idea.id === hers)).toMatchObject({ linked: true, acts: [] });
    const others = await second.expect(readModeration, ofChallenge);
    const seen = others.items.find((item) => item.idea.id === hers);
    expect(seen).toMatchObject({ linked: false });
    // Left out of those who may look at it, she would be found by her absence.
    expect(seen?.handlers.map(({ id }) => id)).toContain(moderator.id);
    const hide = { ...actOn(hers), act: 'hideIdea' as const, reason: 'Hors sujet.' };
    const refused = await moderator.call(moderate, { ...ofChallenge, body: hide });
    expect(refused).toEqual({ ok: false, failure: { code: 'own-idea', idea: hers } });
  });

  test('[T32] the ledger binds her by a commitment that nobody finds by trying everybody', async () => {
    const leaves = await leavesOf(moderator, idea);
    const taken = leaves.find(({ k }) => k === 'pseudonym.taken');
    expect(taken).toMatchObject({ by: 'sys:pseudonyms', as: expect.stringMatching(/^sha256-/) });
    const proposed = leaves.find(({ k }) => k === 'idea.proposed');
    expect(proposed).toMatchObject({ by: taken?.['p'], dir: expect.stringMatching(/^sha256-/) });
    expect(JSON.stringify(leaves)).not.toContain(author.id);
  });

  test('[S8] nor do the sealed idea, the board and the results', async () => {
    server.clock.set(new Date('2026-10-30T16:00:30Z'));
    server.clock.set(new Date('2026-10-30T16:02:01Z'));
    const state = async () => (await author.expect(readIdea, ofIdea)).state;
    await expect.poll(state, PATIENCE).toBe('submitted');
    await expect
      .poll(async () => (await author.expect(readIdea, { params: { idea: hers } })).state, PATIENCE)
      .toBe('submitted');
    server.clock.set(new Date('2026-11-02T09:00:00Z'));
    // An idea has its seal a moment before its challenge knows that all have.
    const acts = async () => (await second.expect(readSelection, ofChallenge)).acts;
    await expect.poll(acts, PATIENCE).toContain('answerIdea');
    let board = await moderator.expect(readSelection, ofChallenge);
    expect(board.entries.find((entry) => entry.idea === hers)).toMatchObject({ linked: true });
    const answer = { outcome: 'selected' as const, motive: null, reason: REASON };
    const own = { params: { challenge, idea: hers }, body: { ...answer, version: board.version } };
    expect(await moderator.call(answerIdea, own)).toEqual({
      ok: false,
      failure: { code: 'own-idea', idea: hers },
    });
    for (const id of [idea, hers])
      board = await second.expect(answerIdea, {
        params: { challenge, idea: id },
        body: { ...answer, version: board.version },
      });
    expect(await leaks()).toEqual([]);
    const early = await author.call(openPseudonym, { ...ofIdea, body: { choice: 'open' } });
    expect(early).toMatchObject({ ok: false, failure: { code: 'challenge-phase', act: 'openPseudonym' } });
    board = await second.expect(proposeResults, { ...ofChallenge, body: { version: board.version } });
    await moderator.expect(confirmResults, { ...ofChallenge, body: { version: board.version } });
    await server.app.mailSettled();
    expect(await leaks()).toEqual([]);
  }, 120_000);

  test('what looks for her finds her where somebody writes her name: page, news and mail', async () => {
    const said = { id: mintId('comment'), parent: null, kind: 'comment' as const, mentions: [] };
    await colleague.expect(commentOnIdea, { ...ofIdea, body: { ...said, text: `Est-ce ${NAME} ?` } });
    heard.push(asText({ person: author.id, name: Buffer.from(NAME) }));
    const planted = [`moderator /api/ideas/${idea}/comments`, 'sockets'].map(
      (where) => `${where} « ${NAME} »`,
    );
    expect(await leaks()).toEqual(expect.arrayContaining([...planted, `sockets « ${author.id} »`]));
  }, 120_000);
});

describe('after the results', () => {
  const open = { ...ofIdea, body: { choice: 'open' as const } };

  test('[PS4] nobody else opens it, and she may keep it', async () => {
    for (const other of [colleague, moderator, server.administrator])
      expect(await other.call(openPseudonym, open)).toEqual({
        ok: false,
        failure: { code: 'not-found', what: 'pseudonym' },
      });
    const kept = await author.expect(openPseudonym, { ...ofIdea, body: { choice: 'keep' } });
    expect(kept.pseudonym).toMatchObject({ openedAt: null, mayOpen: true });
    expect(kept.pseudonym?.keptAt).not.toBeNull();
  });

  test('[S8] [PS4] she opens it: her name everywhere, in the ledger as hers, the credit grown by nobody', async () => {
    const [was] = (await colleague.expect(readIdea, ofIdea)).credits.originators;
    const page = await author.expect(openPseudonym, open);
    expect(page.pseudonym?.openedAt).not.toBeNull();
    const seen = await colleague.expect(readIdea, ofIdea);
    expect(seen.credits.originators).toEqual([{ id: author.id, name: NAME, directorate: DIRECTORATE }]);
    expect(
      (await colleague.expect(listIdeas, { ...ofChallenge, query: { search: NAME } })).ideas,
    ).toHaveLength(1);
    const { events } = await colleague.expect(readCreditHistory, ofIdea);
    expect(events.at(-1)).toMatchObject({ kind: 'pseudonym.opened', by: { name: NAME } });
    const opened = (await leavesOf(moderator, idea)).at(-1);
    expect(opened).toMatchObject({ by: author.id, p: was?.id, as: author.id });
    expect(await author.expect(openPseudonym, open)).toMatchObject({ pseudonym: page.pseudonym });
  });

  test('[PS6] her receipts verify, those of before the results too, and prove that it was her', async () => {
    const vkeys = (await author.expect(readVerificationKeys))
      .trim()
      .split('\n')
      .map((vkey) => ({ vkey }));
    const { receipts } = await author.expect(listReceipts);
    expect(receipts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['pseudonym.taken', 'idea.proposed', 'contribution.sealed', 'pseudonym.opened']),
    );
    for (const { n, kind } of receipts) {
      const file = await author.expect(readReceipt, { params: { n } });
      const verdict = verifyReceipt(file, { vkeys });
      expect(verdict).toMatchObject({ valid: true });
      if (verdict.valid && (kind === 'pseudonym.taken' || kind === 'idea.proposed'))
        expect(verdict.facts.identity?.held).toEqual({ name: NAME, directorate: DIRECTORATE });
      if (kind === 'pseudonym.taken')
        expect(verdict.checks).toContainEqual({ name: 'opening:as', outcome: 'passed' });
    }
    const exported = await author.expect(exportCredits);
    expect(exported.acts.map(({ n }) => n)).toEqual(receipts.map(({ n }) => n));
    const sealed = receipts.find(({ kind }) => kind === 'pseudonym.taken')?.n ?? -1;
    expect(await colleague.call(readReceipt, { params: { n: sealed } })).toMatchObject({ ok: false });
  });

  test('[PS2] the other pseudonym stays closed, and all of it stands after a restart and an audit', async () => {
    const others = await colleague.expect(readIdea, { params: { idea: hers } });
    expect(others.credits.originators[0]).toMatchObject({ directorate: null });
    expect(others.credits.originators[0]?.id).not.toBe(moderator.id);
    await server.restart();
    expect(await colleague.expect(readIdea, { params: { idea: hers } })).toEqual(others);
    expect((await moderator.expect(readIdea, { params: { idea: hers } })).mine).toBe('originator');
    expect(await audited(server)).toContain('"findings":0');
  }, 120_000);
});
