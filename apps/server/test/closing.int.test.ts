/** Closing a text under people's hands: what is in, what is late, who is told, and that there is no third outcome. */
import {
  agreeToCancellation,
  cancelChallenge,
  ideaSealed,
  listNotices,
  readChallenge,
  readIdea,
  readSession,
  type IdeaId,
  type IdeaPage,
} from '@butinerie/contracts';
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Caller } from '../src/caller.ts';
import { openLine } from './support/cut-line.ts';
import { append, createDesk, inTitle, PATIENCE } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const GRACE = 120_000;
let house: WritingHouse;
let direction: TestPerson;
const desk = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  direction = await house.server.person({ name: 'Dominique Exemple', roles: ['dgs'] });
});
afterEach(async () => {
  desk.closeAll();
  // Weeks pass between these tests: whoever asks for nothing is signed out.
  await direction.expect(readSession);
});
afterAll(() => house.server.stop());

const pageOf = (idea: IdeaId, by: Caller = house.author): Promise<IdeaPage> =>
  by.expect(readIdea, { params: { idea } });
const hashOf = (title: string, text: string): string =>
  createHash('sha256').update(`${title}\n${text}`).digest('hex');

async function sealed(idea: IdeaId): Promise<NonNullable<IdeaPage['seal']>> {
  await expect.poll(async () => (await pageOf(idea)).state, PATIENCE).toBe('submitted');
  const { seal } = await pageOf(idea);
  if (seal === null) throw new Error('submitted without a seal');
  expect(seal.textHash).toBe(hashOf(seal.title, seal.text));
  return seal;
}

describe('closing', () => {
  test('[S20] [S21] in flight is in; from a connection opened after closing, or after the seal, is late', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const at = (milliseconds: number) => house.server.clock.set(new Date(closesAt.getTime() + milliseconds));
    const hers = await desk.page(house.author, idea);
    const his = await desk.writer(house.colleague, idea);
    const closings: unknown[] = [];
    his.socket.on(ideaSealed.name, (told: unknown) => closings.push(told));

    const sentBefore = his.bytes((doc) => append(doc, ' Le dernier mot.'));
    const onTheLastTick = his.bytes((doc) => append(doc, ' Tout juste.'));
    at(30_000);
    await expect.poll(() => closings, PATIENCE).toEqual([{ idea, closedAt: closesAt.toISOString() }]);
    await expect.poll(() => hers.session.status.state, PATIENCE).toBe('sealed');
    expect(hers.session.status.writable).toBe(false);
    expect(await his.give(sentBefore)).toMatchObject({ ok: true, value: { kept: 'text' } });

    const phone = await desk.writer(house.colleague, idea);
    expect(phone.joined).toMatchObject({ lease: [], mayWrite: false, sealed: true });
    phone.doc.clientID = his.joined.lease[1] ?? 0;
    const late = phone.bytes((doc) => append(doc, ' Depuis l’ascenseur.'));
    expect(await phone.give(late)).toMatchObject({ ok: true, value: { kept: 'late' } });

    at(GRACE);
    expect(await his.give(onTheLastTick)).toMatchObject({ ok: true, value: { kept: 'text' } });
    at(GRACE + 1_000);
    const seal = await sealed(idea);
    expect(seal.text).toBe('La nuit. Le dernier mot. Tout juste.');

    at(360_000);
    const muchLater = his.bytes((doc) => append(doc, ' Six minutes après.'));
    expect(await his.give(muchLater)).toMatchObject({
      ok: true,
      value: { kept: 'late', at: new Date(closesAt.getTime() + 360_000).toISOString() },
    });
    // The same bytes again, their answer having been lost, are the same late words.
    expect(await his.give(muchLater)).toMatchObject({ ok: true, value: { kept: 'late' } });

    const shownTo = async (person: Caller) =>
      (await pageOf(idea, person)).late.map(({ person: by, text }) => [by.name, text]);
    const kept = [
      ['Côme Exemple', 'Depuis l’ascenseur.'],
      ['Côme Exemple', 'Six minutes après.'],
    ];
    expect(await shownTo(house.colleague)).toEqual(kept);
    expect(await shownTo(house.moderator)).toEqual(kept);
    expect(await shownTo(house.author)).toEqual([]);
    expect(await shownTo(house.reader)).toEqual([]);
    const noticed = async (person: Caller) =>
      (await person.expect(listNotices)).notices.filter(
        (notice) => notice.kind === 'late-kept' && notice.idea === idea,
      ).length;
    expect(await noticed(house.colleague)).toBe(1);
    expect(await noticed(house.moderator)).toBe(1);
    expect(await noticed(house.author)).toBe(0);
    const after = await pageOf(idea);
    expect(after.seal).toEqual(seal);
    expect(after.text).toBe(seal.text);
  });

  test('[S21] a page that typed offline through the closing hands its words in as late and says so', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const line = await openLine(house.server.base);
    try {
      const drafts: string[] = [];
      const page = await desk.page({ ...house.colleague, base: line.base }, idea, {
        onLate: ({ text }) => drafts.push(text),
      });
      line.cut();
      await expect.poll(() => page.session.status.state, PATIENCE).toBe('offline');
      page.type(' Écrit dans le train.');
      house.server.clock.set(new Date(closesAt.getTime() + 360_000));
      await sealed(idea);
      line.mend();
      await expect.poll(() => drafts, PATIENCE).toEqual(['La nuit. Écrit dans le train.']);
      const { late, seal } = await pageOf(idea, house.colleague);
      expect(late.map(({ text }) => text)).toEqual(['Écrit dans le train.']);
      expect(seal?.text).toBe('La nuit.');
    } finally {
      await line.stop();
    }
  });

  test('several late messages at once are told once to the writer and once to the moderators', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const his = await desk.writer(house.colleague, idea);
    house.server.clock.set(new Date(closesAt.getTime() + 360_000));
    await sealed(idea);
    const parts = Array.from({ length: 8 }, (_, n) => ` tard${n}.`).map((word) =>
      his.bytes((doc) => append(doc, word)),
    );
    for (const answer of await Promise.all(parts.map((bytes) => his.give(bytes))))
      expect(answer).toMatchObject({ ok: true, value: { kept: 'late' } });
    expect((await pageOf(idea, house.colleague)).late).toHaveLength(8);
    for (const person of [house.colleague, house.moderator]) {
      const { notices } = await person.expect(listNotices);
      expect(notices.filter((notice) => notice.kind === 'late-kept' && notice.idea === idea)).toHaveLength(1);
    }
  });
});

test('[CE31] late words are kept up to a limit for each person and text, and then refused as too large', async () => {
  const { challenge, closesAt } = await house.openChallenge();
  const idea = await house.idea(challenge, { shared: true });
  const his = await desk.writer(house.colleague, idea);
  house.server.clock.set(new Date(closesAt.getTime() + 360_000));
  await sealed(idea);
  const answers = [];
  for (let n = 0; n < 6; n++)
    answers.push(await his.give(his.bytes((doc) => append(doc, `${n}`.repeat(200_000)))));
  expect(answers.map((answer) => (answer.ok ? answer.value.kept : answer.failure.code))).toEqual([
    ...Array.from({ length: 5 }, () => 'late'),
    'too-large',
  ]);
  expect((await pageOf(idea, house.colleague)).late).toHaveLength(5);
});

describe('closing, from many sides', () => {
  test('through the closing seconds every message is in the sealed text or late, as it was told', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const ideas = [];
    for (let n = 0; n < 3; n++) ideas.push(await house.idea(challenge, { shared: true }));
    const told = new Map<string, 'text' | 'late'>();
    let typing = true;

    async function typeOn(idea: IdeaId, person: Caller, who: string): Promise<void> {
      const writer = await desk.writer(person, idea);
      const answers: Promise<void>[] = [];
      for (let n = 0; typing; n++) {
        const word = `${who}-${n};`;
        const bytes = writer.bytes((doc) => append(doc, word));
        answers.push(
          writer.give(bytes).then((answer) => {
            if (!answer.ok) throw new Error(`${word} was refused: ${JSON.stringify(answer.failure)}`);
            told.set(word, answer.value.kept);
          }),
        );
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await Promise.all(answers);
    }
    const typists = ideas.flatMap((idea, n) => [
      typeOn(idea, house.author, `a${n}`),
      typeOn(idea, house.colleague, `c${n}`),
    ]);
    const later = async (milliseconds: number): Promise<void> => {
      const before = told.size;
      await expect.poll(() => told.size, PATIENCE).toBeGreaterThan(before + 12);
      house.server.clock.set(new Date(closesAt.getTime() + milliseconds));
    };
    for (const at of [-1, 0, 1, GRACE - 1, GRACE, GRACE + 1, GRACE + 2_000]) await later(at);
    await Promise.all(ideas.map((idea) => sealed(idea)));
    await later(360_000);
    typing = false;
    await Promise.all(typists);

    const inText = new Set<string>();
    const late = new Set<string>();
    for (const idea of ideas) {
      const { seal, late: kept } = await pageOf(idea, house.moderator);
      for (const word of seal?.text.match(/\w+-\d+;/g) ?? []) inText.add(word);
      for (const { text } of kept) for (const word of text.match(/\w+-\d+;/g) ?? []) late.add(word);
    }
    const toldOf = (outcome: 'text' | 'late') =>
      [...told].filter(([, kept]) => kept === outcome).map(([word]) => word);
    expect([...inText].toSorted()).toEqual(toldOf('text').toSorted());
    expect([...late].toSorted()).toEqual(toldOf('late').toSorted());
    expect(late.size).toBeGreaterThan(0);
  });

  test('what was in the text already and is sent once more after the seal is not late', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const his = await desk.writer(house.colleague, idea);
    const [first, second] = [' Dedans.', ' Dehors.'].map((word) => his.bytes((doc) => append(doc, word))) as [
      Uint8Array,
      Uint8Array,
    ];
    expect(await his.give(first)).toMatchObject({ ok: true, value: { kept: 'text', fresh: true } });
    house.server.clock.set(new Date(closesAt.getTime() + 360_000));
    const { text } = await sealed(idea);
    expect(text).toBe('La nuit. Dedans.');
    expect(await his.give(first)).toMatchObject({ ok: true, value: { kept: 'text', fresh: false } });
    expect((await pageOf(idea, house.colleague)).late).toEqual([]);
    // Together with words that were not: only these are late.
    const both = Y.mergeUpdates([first, second]);
    expect(await his.give(both)).toMatchObject({ ok: true, value: { kept: 'late' } });
    expect((await pageOf(idea, house.colleague)).late.map((kept) => kept.text)).toEqual(['Dehors.']);
  });

  test('a forged late message is refused like any other', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const hers = await desk.writer(house.author, idea);
    const his = await desk.writer(house.colleague, idea);
    house.server.clock.set(new Date(closesAt.getTime() + 360_000));
    await sealed(idea);
    const forged = hers.bytes(inTitle('Signé Ana. '));
    expect(await his.give(forged)).toEqual({
      ok: false,
      failure: { code: 'update-refused', rule: 'foreign-client', permanent: true },
    });
    expect((await pageOf(idea, house.moderator)).late).toEqual([]);
  });

  test('a draft that was never published stays open to its author at closing', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const [idea, draft] = [await house.idea(challenge), await house.draft(challenge)];
    const published = await desk.page(house.author, idea);
    const drafting = await desk.page(house.author, draft);
    house.server.clock.set(new Date(closesAt.getTime() + 1_000));
    await expect.poll(() => published.session.status.state, PATIENCE).toBe('sealed');
    drafting.type(' Pour le prochain défi.');
    await drafting.saved();
    expect((await desk.writer(house.author, draft)).joined).toMatchObject({ mayWrite: true, sealed: false });
  });

  test('words typed in a draft of a cancelled challenge are shown to nobody else', async () => {
    const { challenge } = await house.openChallenge();
    const draft = await house.draft(challenge);
    const hers = await desk.writer(house.author, draft);
    const { version } = await house.moderator.expect(readChallenge, { params: { challenge } });
    await house.moderator.expect(cancelChallenge, {
      params: { challenge },
      body: { reason: 'Une autre question est plus pressante.', version },
    });
    await direction.expect(agreeToCancellation, {
      params: { challenge },
      body: { version: version + 1 },
    });
    // Who may write is asked anew when somebody joins.
    expect((await desk.writer(house.author, draft)).joined.mayWrite).toBe(false);
    expect(await hers.give(hers.bytes(inTitle('Entre moi et moi. ')))).toMatchObject({
      ok: false,
      failure: { code: 'not-a-writer' },
    });
    const { notices } = await house.moderator.expect(listNotices);
    expect(notices.filter((notice) => notice.idea === draft)).toEqual([]);
  });

  test('a seal missed because the server was down is made at the next start', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const hers = await desk.page(house.author, idea);
    hers.type(' Juste avant la panne.');
    await hers.saved();
    await house.server.without(async () => {
      house.server.clock.set(new Date(closesAt.getTime() + 3_600_000));
    });
    const { state, seal, acts } = await pageOf(idea);
    expect([state, seal?.text]).toEqual(['submitted', 'La nuit. Juste avant la panne.']);
    expect(acts).not.toContain('updateIdea');
    hers.type(' Juste après.');
    await expect
      .poll(async () => (await pageOf(idea)).late.map(({ text }) => text), PATIENCE)
      .toEqual(['Juste après.']);
  });
});
