/** Writing together through the doors of a running server: at once, over a cut line, through a crash and a failing disk. */
import {
  answerCoauthor,
  askToCoauthor,
  documentReloaded,
  ideaUpdated,
  joinIdea,
  leaveIdea,
  mintId,
  presenceChanged,
  readIdea,
  updateIdea,
  type IdeaId,
  type IdeaPage,
} from '@butinerie/contracts';
import { readDocument } from '@butinerie/collaboration/document';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Caller } from '../src/caller.ts';
import {
  administratorOf,
  grant,
  inviteFromList,
  openIdea,
  scheduledChallenge,
} from '../trials/support/pilot-people.ts';
import { newPlace, startServer, type ServerProcess } from '../trials/support/server-process.ts';
import { openLine } from './support/cut-line.ts';
import { append, createDesk, inTitle, PATIENCE, type Page, type Transports } from './support/open-pages.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
const desk = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
});
afterEach(() => desk.closeAll());
afterAll(() => house.server.stop());

const pageOf = (idea: IdeaId, by: Caller = house.author): Promise<IdeaPage> =>
  by.expect(readIdea, { params: { idea } });
const sharedIdea = () => house.idea(open.challenge, { shared: true });

async function expectSame(pages: readonly Page[], words: readonly string[]): Promise<void> {
  await Promise.all(pages.map((page) => page.saved()));
  await expect.poll(() => new Set(pages.map((page) => page.text())).size, PATIENCE).toBe(1);
  for (const word of words) expect(pages[0]?.text()).toContain(word);
}

/** Words that no other word contains, so that each can be looked for. */
const wordsOf = (who: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => ` ${who}${n}.`);

describe('two at once', () => {
  test('[S12] two who type in the same paragraph end with the same text, all of both in it', async () => {
    const idea = await sharedIdea();
    const pages = [await desk.page(house.author, idea), await desk.page(house.colleague, idea)] as const;
    const [hers, his] = [wordsOf('a', 30), wordsOf('c', 30)];
    for (const [n, word] of hers.entries()) {
      pages[0].type(word);
      pages[1].type(his[n] ?? '');
      if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await expectSame(pages, [...hers, ...his]);
    await expect.poll(async () => (await pageOf(idea)).text, PATIENCE).toBe(pages[0].text());
  });

  test('[S12] each sees the name of the other, at the caret and among the people', async () => {
    const idea = await sharedIdea();
    const hers = await desk.page(house.author, idea);
    const people: string[][] = [];
    hers.socket.on(presenceChanged.name, (raw: unknown) => {
      const told = presenceChanged.payload.parse(raw).people;
      if (told !== null) people.push(told.map(({ name }) => name));
    });
    const his = await desk.page(house.colleague, idea);
    hers.session.awareness.setLocalStateField('cursor', { anchor: 1, head: 1 });
    his.session.awareness.setLocalStateField('cursor', { anchor: 2, head: 2 });
    const namesOn = (page: Page) =>
      [...page.session.awareness.getStates()]
        .filter(([client]) => client !== page.session.doc.clientID)
        .map(([, state]) => (state['user'] as { name: string }).name);
    await expect.poll(() => namesOn(hers), PATIENCE).toEqual(['Côme Exemple']);
    await expect.poll(() => namesOn(his), PATIENCE).toEqual(['Ana Exemple']);
    await expect.poll(() => people.at(-1)?.toSorted(), PATIENCE).toEqual(['Ana Exemple', 'Côme Exemple']);
    his.socket.disconnect();
    await expect.poll(() => people.at(-1), PATIENCE).toEqual(['Ana Exemple']);
    await expect.poll(() => namesOn(hers), PATIENCE).toEqual([]);
  });

  test('who opens a text and is gone before the answer is not shown as present', async () => {
    const idea = await sharedIdea();
    const hers = await desk.writer(house.author, idea);
    for (let n = 0; n < 5; n++) {
      const hasty = await desk.socket(house.reader);
      void hasty.send(joinIdea, { idea, vector: new Uint8Array(), lease: 0 }).catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      hasty.socket.disconnect();
    }
    // Answered after everything before it, so the joins above are over.
    const peopleNow = async () => {
      const joined = await hers.send(joinIdea, { idea, vector: new Uint8Array(), lease: 0 });
      return joined.ok ? joined.value.people.map(({ name }) => name) : [];
    };
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect.poll(peopleNow, PATIENCE).toEqual(['Ana Exemple']);
  });

  test.each<[string, Transports]>([
    ['WebSockets', ['websocket']],
    ['long-polling only', ['polling']],
  ])('[S13] a cut while both type loses nothing, over %s', async (_name, transports) => {
    const idea = await sharedIdea();
    const line = await openLine(house.server.base);
    try {
      const hers = await desk.page(house.author, idea, { transports });
      const his = await desk.page({ ...house.colleague, base: line.base }, idea, { transports });
      if (transports[0] === 'polling') expect(his.socket.io.engine.transport.name).toBe('polling');
      his.type(' avant.');
      await his.saved();
      line.cut();
      await expect.poll(() => his.session.status.state, PATIENCE).toBe('offline');
      const [ofHers, ofHis] = [wordsOf('h', 10), wordsOf('s', 10)];
      for (const word of ofHers) hers.type(word);
      for (const word of ofHis) his.type(word);
      await hers.saved();
      expect(his.session.status.unsent).toBeGreaterThan(0);
      expect((await pageOf(idea)).text).not.toContain('s0');
      line.mend();
      await expectSame([hers, his], [' avant.', ...ofHers, ...ofHis]);
    } finally {
      await line.stop();
    }
  });

  test('a message whose answer the cut swallowed is in the text once', async () => {
    const idea = await sharedIdea();
    const line = await openLine(house.server.base);
    try {
      const hers = await desk.page(house.author, idea);
      const his = await desk.page({ ...house.colleague, base: line.base }, idea);
      // Cut when the others heard it, which may be before or after its answer was on its way.
      for (let n = 0; n < 5; n++) {
        hers.socket.once(ideaUpdated.name, () => line.cut());
        his.type(` coupe${n}.`);
        await expect.poll(() => his.session.status.state, PATIENCE).toBe('offline');
        line.mend();
        await his.saved();
      }
      await expectSame([hers, his], []);
      expect(
        his
          .text()
          .match(/coupe\d\./g)
          ?.toSorted(),
      ).toEqual(Array.from({ length: 5 }, (_, n) => `coupe${n}.`));
    } finally {
      await line.stop();
    }
  });
});

describe('who is let in', () => {
  test('a reader follows without client ids and cannot write', async () => {
    const idea = await sharedIdea();
    const hers = await desk.writer(house.author, idea);
    const reading = await desk.writer(house.reader, idea);
    expect(reading.joined).toMatchObject({ lease: [], mayWrite: false, sealed: false });
    expect(reading.joined.people.map(({ name }) => name).toSorted()).toEqual(['Ana Exemple', 'Rémi Exemple']);
    const forged = reading.bytes(inTitle('Non. '));
    expect(await reading.give(forged)).toEqual({ ok: false, failure: { code: 'not-a-writer', idea } });
    expect(await hers.give(hers.bytes(inTitle('Oui. ')))).toMatchObject({ ok: true });
    await expect.poll(() => reading.heard.length, PATIENCE).toBe(1);
    await expect.poll(async () => (await pageOf(idea)).title, PATIENCE).toBe('Oui. Éteindre les écrans');
  });

  test('a co-author who was accepted writes at once', async () => {
    const idea = await house.idea(open.challenge);
    const before = await desk.writer(house.colleague, idea);
    expect(before.joined.mayWrite).toBe(false);
    await house.colleague.expect(askToCoauthor, { params: { idea } });
    await house.author.expect(answerCoauthor, {
      params: { idea, person: house.colleague.id },
      body: { answer: 'accept' },
    });
    const after = await desk.writer(house.colleague, idea);
    expect(after.joined).toMatchObject({ mayWrite: true });
    expect(await after.give(after.bytes(inTitle('Ensemble. ')))).toMatchObject({
      ok: true,
      value: { kept: 'text' },
    });
  });

  test('nothing is relayed to a connection that did not join, or left', async () => {
    const [idea, other] = [await sharedIdea(), await sharedIdea()];
    const outside = await desk.socket(house.reader);
    const elsewhere = await desk.writer(house.reader, other);
    const gone = await desk.writer(house.reader, idea);
    const stranger: string[] = [];
    for (const { socket } of [outside, elsewhere, gone])
      for (const name of [ideaUpdated.name, presenceChanged.name])
        socket.on(name, (told: { idea: IdeaId }) => void (told.idea === idea && stranger.push(name)));
    await gone.send(leaveIdea, { idea });
    stranger.length = 0;
    const hers = await desk.writer(house.author, idea);
    const his = await desk.writer(house.colleague, idea);
    await hers.give(hers.bytes(inTitle('Entre nous. ')));
    await expect.poll(() => his.heard.length, PATIENCE).toBe(1);
    // What was sent to the strangers would have come before the answer to what they ask now.
    for (const one of [outside, elsewhere, gone])
      await one.send(joinIdea, { idea: other, vector: new Uint8Array(), lease: 0 });
    expect(stranger).toEqual([]);
  });

  test('a draft is there for nobody but its author, moderators included', async () => {
    const draft = await house.draft(open.challenge);
    const hers = await desk.writer(house.author, draft);
    expect(hers.joined.mayWrite).toBe(true);
    for (const other of [house.reader, house.colleague, house.moderator]) {
      const theirs = await desk.socket(other);
      for (const idea of [draft, mintId('idea')])
        for (const answer of [
          await theirs.send(joinIdea, { idea, vector: new Uint8Array(), lease: 4 }),
          await theirs.send(updateIdea, { idea, update: hers.bytes(inTitle('x')) }),
        ])
          expect(answer).toEqual({ ok: false, failure: { code: 'not-found', what: 'idea' } });
    }
  });

  test('[CE31] who asks for client ids without end is told to wait, and writes on under those she has', async () => {
    const idea = await sharedIdea();
    const hers = await desk.writer(house.author, idea);
    const codes = new Set<string>();
    for (let n = 0; n < 60 && codes.size === 0; n++) {
      const joined = await hers.send(joinIdea, { idea, vector: new Uint8Array(), lease: 4 });
      if (!joined.ok) codes.add(joined.failure.code);
    }
    expect([...codes]).toEqual(['too-many-requests']);
    expect(await hers.give(hers.bytes(inTitle('Encore. ')))).toMatchObject({ ok: true });
    expect(await hers.send(joinIdea, { idea, vector: new Uint8Array(), lease: 0 })).toMatchObject({
      ok: true,
    });
  });

  test('a join that is refused lets nobody listen', async () => {
    const idea = await sharedIdea();
    const hers = await desk.writer(house.author, idea);
    const spy = await desk.socket(house.reader);
    const heard: unknown[] = [];
    spy.socket.on(ideaUpdated.name, (told: unknown) => heard.push(told));
    const refused = await spy.send(joinIdea, { idea, vector: new Uint8Array([255]), lease: 0 });
    expect(refused).toEqual({
      ok: false,
      failure: { code: 'update-refused', rule: 'malformed-vector', permanent: true },
    });
    await hers.give(hers.bytes(inTitle('Entre nous. ')));
    const joined = await spy.send(joinIdea, { idea, vector: new Uint8Array(), lease: 0 });
    expect(heard).toEqual([]);
    expect(joined).toMatchObject({ ok: true });
  });
});

describe('what was acknowledged', () => {
  test('is on disk when the server is killed in the middle, and the pages send the rest by themselves', async () => {
    const place = await newPlace();
    let server: ServerProcess | undefined;
    try {
      const START = new Date('2026-10-12T08:00:00Z');
      server = await startServer(place, START);
      const administrator = await administratorOf(server.base, server.link);
      const row = (name: string) => ({ name, directorate: 'Mobilités', mail: `${name}@agents.example.org` });
      const [author, colleague, sponsor] = await inviteFromList(
        administrator,
        ['ana', 'come', 'dora'].map(row),
      );
      if (!author || !colleague || !sponsor) throw new Error('three people were invited');
      await grant(administrator, sponsor, 'sponsor');
      const inDays = (days: number) => new Date(START.getTime() + 3_600_000 + days * 86_400_000);
      const challenge = await scheduledChallenge(administrator, 'Que gaspillons-nous ?', {
        opensAt: inDays(0),
        ideasUntil: inDays(3),
        closesAt: inDays(5),
        decisionDueAt: inDays(20),
      });
      await server.moveClock(inDays(1));
      const idea = await openIdea(
        challenge,
        { author, others: [colleague] },
        { title: 'Titre', text: 'Texte.' },
      );

      const pages = [await desk.page(author, idea), await desk.page(colleague, idea)] as const;
      const raw = await desk.writer(colleague, idea);
      const typed: string[] = [];
      const acknowledged: string[] = [];
      const timer = setInterval(() => {
        const n = typed.length;
        pages[n % 2]?.type(` p${n}.`);
        typed.push(` p${n}.`);
        const word = ` mot${n}.`;
        raw.give(raw.bytes((doc) => append(doc, word))).then(
          ({ ok }) => ok && acknowledged.push(word),
          () => undefined,
        );
      }, 8);
      try {
        await expect.poll(() => acknowledged.length, PATIENCE).toBeGreaterThan(10);
        await server.kill();
        server = undefined;
        const afterwards = typed.length;
        await expect.poll(() => typed.length, PATIENCE).toBeGreaterThan(afterwards + 5);
      } finally {
        clearInterval(timer);
      }
      raw.socket.disconnect();
      server = await startServer(place, inDays(1));
      const restored = readDocument((await desk.writer(author, idea)).doc).text;
      for (const word of acknowledged) expect(restored).toContain(word);
      await expectSame(pages, typed);
    } finally {
      await server?.kill();
      place.remove();
    }
    // Two servers are started, each in a process of its own.
  }, 120_000);

  test('is there when the disk fails under it; what was not comes again, and nothing twice', async () => {
    const idea = await sharedIdea();
    const pages = [await desk.page(house.author, idea), await desk.page(house.colleague, idea)] as const;
    const raw = await desk.writer(house.colleague, idea);
    const reloaded: unknown[] = [];
    raw.socket.on(documentReloaded.name, (told: unknown) => reloaded.push(told));
    pages[0].type(' Avant.');
    await expectSame(pages, [' Avant.']);

    const failing = failAppends();
    try {
      const refused = await raw.give(raw.bytes((doc) => append(doc, ' Perdu.')));
      expect(refused).toMatchObject({ ok: false, failure: { code: 'append-failed' } });
      await expect.poll(() => reloaded.length, PATIENCE).toBeGreaterThan(0);
      pages[0].type(' Pendant elle.');
      pages[1].type(' Pendant lui.');
      await expect.poll(failing.count, PATIENCE).toBeGreaterThan(2);
      expect(pages[0].session.status.unsent + pages[1].session.status.unsent).toBeGreaterThan(0);
      await expect.poll(async () => (await pageOf(idea)).text, PATIENCE).toBe('La nuit. Avant.');
    } finally {
      failing.stop();
    }
    pages[0].type(' Après.');
    await expectSame(pages, [' Avant.', ' Pendant elle.', ' Pendant lui.', ' Après.']);
    for (const word of ['Avant', 'elle', 'lui', 'Après']) expect(pages[0].text().split(word)).toHaveLength(2);
    expect(pages[0].text()).not.toContain('Perdu');
  });
});

/** Every write to the log of updates is refused, as on a full disk, until it is stopped. */
function failAppends() {
  const { prototype } = mongoose.mongo.Db;
  const real = Reflect.get(prototype, 'command') as typeof prototype.command;
  let failed = 0;
  const spy = vi.spyOn(prototype, 'command').mockImplementation(async function (
    this: mongoose.mongo.Db,
    ...sent
  ) {
    const [command] = sent;
    if (command['insert'] !== 'docUpdates') return real.apply(this, sent);
    failed += 1;
    throw new Error('no space left on device');
  });
  return { count: () => failed, stop: () => spy.mockRestore() };
}
