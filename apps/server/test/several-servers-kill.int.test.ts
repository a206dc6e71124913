/**
 * Two server processes on one database, and one of them dies by kill -9 while people type on both and while it seals:
 * what it acknowledged is there, its pages go on at the other, and what it had begun is brought to its end.
 */
import { newDocument, readDocument } from '@butinerie/collaboration/document';
import {
  listIdeas,
  listNotices,
  mintId,
  publishIdea,
  saveDraft,
  showPresence,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createCaller, type Caller } from '../src/caller.ts';
import { documentStore } from '../src/co-editing/documents.store.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase, type Database } from '../src/platform/mongo.ts';
import {
  administratorOf,
  grant,
  inviteFromList,
  openIdea,
  scheduledChallenge,
  type TrialPerson,
} from '../trials/support/pilot-people.ts';
import {
  besides,
  newPlace,
  startServer,
  type Place,
  type ServerProcess,
} from '../trials/support/server-process.ts';
import { openLine, type CutLine } from './support/cut-line.ts';
import { append, createDesk, PATIENCE, type Page, type Writer } from './support/open-pages.ts';
import { caretOf, seenBy } from './support/seen-by.ts';
import { openSharedDatabase, type SharedDatabase } from './support/several-servers.ts';
import { audited } from './support/the-register.ts';

const HOUR = 3_600_000;
const START = new Date('2026-10-12T08:00:00Z');
const inDays = (days: number): Date => new Date(START.getTime() + HOUR + days * 24 * HOUR);
/** After the closing of the second challenge and its grace. */
const SEALING = new Date(inDays(2).getTime() + 130_000);
/** A server that fell silent is waited for ten seconds before others take its place; three processes share the machine. */
const PATIENT = { timeout: 45_000, interval: 100 };
const PROPOSED = 12;

let shared: SharedDatabase;
let database: Database;
let place: Place;
let doomed: ServerProcess;
let other: ServerProcess;
let line: CutLine;
const desk = createDesk();

beforeAll(async () => {
  shared = await openSharedDatabase();
  place = await newPlace(shared.uri);
  doomed = await startServer(place, START);
  other = await startServer(await besides(place), START);
  line = await openLine(doomed.base);
  const log = createLog('silent');
  database = await openDatabase({ uri: shared.uri, dataDir: place.folder, log });
  // Two servers are started, each in a process of its own.
}, 120_000);
afterEach(() => desk.closeAll());
afterAll(async () => {
  await line.stop();
  await other.kill();
  await database.stop();
  await shared.stop();
  place.remove();
});

/** The same person, asking the other one of the two. */
const at = (base: string, person: Caller): Caller => createCaller(base, { session: person.cookie() });

interface Staff {
  readonly administrator: Caller;
  readonly ana: TrialPerson;
  readonly come: TrialPerson;
  readonly dora: TrialPerson;
}
async function staff(): Promise<Staff> {
  // Each start ends the first link of the one before.
  const administrator = await administratorOf(other.base, other.link);
  const list = ['Ana', 'Côme', 'Dora', 'Sam'].map((name, n) => ({
    name: `${name} Exemple`,
    directorate: 'Mobilités',
    mail: `p${n}@agents.example.org`,
  }));
  const [ana, come, dora, sponsor] = await inviteFromList(administrator, list);
  if (!ana || !come || !dora || !sponsor) throw new Error('four people were invited');
  await grant(administrator, sponsor, 'sponsor');
  return { administrator, ana, come, dora };
}

async function proposals(by: Caller, challenge: ChallengeId): Promise<void> {
  for (let n = 0; n < PROPOSED; n++) {
    const params = { idea: mintId('idea') };
    const body = { challenge, title: `Idée ${n}`, text: 'Un texte.', parents: [], grownFrom: null };
    await by.expect(saveDraft, { params, body });
    await by.expect(publishIdea, { params });
  }
}

/** Two pages, and two who keep their own bytes, type until it is stopped; what each was answered. */
function typeOn(pages: readonly Page[], writers: Record<string, Writer>) {
  const typed: string[] = [];
  const kept = new Map<string, number>();
  const refused: unknown[] = [];
  let typing = true;
  const timer = setInterval(() => {
    const n = typed.length;
    pages[n % pages.length]?.type(`p${n};`);
    typed.push(`p${n};`);
  }, 15);
  // A word after the answer to the one before: on a slow machine there are fewer of them, and no queue that only grows.
  async function write(name: string, writer: Writer): Promise<void> {
    for (let n = 0; typing && writer.socket.connected; n++) {
      const word = `${name}${n};`;
      // Its server may die under it.
      const answer = await writer.give(writer.bytes((doc) => append(doc, word))).catch(() => null);
      if (answer?.ok === true && answer.value.kept === 'text') kept.set(word, answer.value.seq);
      else if (answer !== null) refused.push(answer);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
  const writing = Object.entries(writers).map(([name, writer]) => write(name, writer));
  const keptOf = (name: string): number => [...kept.keys()].filter((word) => word.startsWith(name)).length;
  return {
    typed,
    kept,
    refused,
    keptOf,
    async stop() {
      typing = false;
      clearInterval(timer);
      await Promise.all(writing);
    },
  };
}

const sealed = (challenge: ChallengeId): Promise<number> =>
  database.connection.collection('ideas').countDocuments({ challenge, seal: { $ne: null } });

/** The text as the log has it, and who wrote each row. */
async function logOf(idea: IdeaId) {
  const rows = await documentStore(database.connection, systemClock).log.read(idea);
  const doc = newDocument();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return { rows, doc, text: readDocument(doc).text };
}
const wordsIn = (text: string): string[] => (text.match(/[a-z]\d+;/g) ?? []).toSorted();

test('[S13] [SS1] [SS4] [SS5] one of two dies by kill -9: every acknowledged word stays, its pages go on at the other, which seals what it left', async () => {
  const { administrator, ana, come, dora } = await staff();
  const dates = { opensAt: inDays(0), decisionDueAt: inDays(30) };
  const writing = { ...dates, ideasUntil: inDays(5), closesAt: inDays(9) };
  const open = await scheduledChallenge(administrator, 'Que gaspillons-nous ?', writing);
  const closing = await scheduledChallenge(administrator, 'Que fermons-nous ?', {
    ...dates,
    ideasUntil: inDays(1.5),
    closesAt: inDays(2),
  });
  for (const server of [doomed, other]) await server.moveClock(inDays(1));
  const words = { title: 'Titre', text: 'Texte.' };
  const idea = await openIdea(open, { author: ana, others: [come, dora] }, words);
  await proposals(ana, closing);

  const recovered: unknown[] = [];
  const onRecovered = (draft: unknown): void => void recovered.push(draft);
  const pages = [
    await desk.page({ ...ana, base: line.base }, idea, { onRecovered }),
    await desk.page(come, idea, { onRecovered }),
  ] as const;
  const writers = { d: await desk.writer(at(doomed.base, dora), idea), c: await desk.writer(come, idea) };
  const seen = seenBy(writers.c);
  await writers.d.send(showPresence, { idea, caret: caretOf(writers.d.doc.clientID, {}) });
  await expect.poll(() => seen.names(), PATIENCE).toEqual(['Ana Exemple', 'Côme Exemple', 'Dora Exemple']);
  await expect.poll(() => seen.carets(), PATIENCE).toContain('Dora Exemple');

  const typing = typeOn(pages, writers);
  try {
    // Some of both.
    await expect.poll(() => Math.min(typing.keptOf('d'), typing.keptOf('c')), PATIENT).toBeGreaterThan(20);
    // Its clock is ahead: it alone begins to seal, and dies before it is through.
    await doomed.moveClock(SEALING);
    await expect.poll(() => sealed(closing), { ...PATIENT, interval: 1 }).toBeGreaterThan(0);
    await doomed.kill();
    writers.d.socket.disconnect();
    line.leadTo(other.base);
    await other.moveClock(SEALING);
    const afterwards = typing.typed.length;
    await expect.poll(() => typing.typed.length, PATIENCE).toBeGreaterThan(afterwards + 40);
  } finally {
    await typing.stop();
  }

  for (const page of pages) await page.saved();
  await expect.poll(() => pages[0].text() === pages[1].text(), PATIENCE).toBe(true);
  const [hers, his] = pages.map(({ session }) => Buffer.from(Y.encodeStateAsUpdate(session.doc)));
  const log = await logOf(idea);
  expect(hers?.equals(his ?? Buffer.of())).toBe(true);
  expect(log.text).toBe(pages[0].text());
  expect(log.rows.map(({ seq }) => seq)).toEqual(log.rows.map((_, n) => n + 1));
  const there = wordsIn(log.text);
  expect(there).toEqual([...new Set(there)]);
  expect(there.filter((word) => word.startsWith('p'))).toEqual(typing.typed.toSorted());
  expect([...typing.kept.keys()].filter((word) => !there.includes(word))).toEqual([]);
  const people: Record<string, string> = { d: dora.id, c: come.id };
  for (const [word, seq] of typing.kept) expect(log.rows[seq - 1]?.person).toBe(people[word[0] ?? '']);
  expect([typing.refused, recovered]).toEqual([[], []]);

  await expect.poll(() => seen.names(), PATIENT).toEqual(['Ana Exemple', 'Côme Exemple']);
  await expect.poll(() => seen.carets(), PATIENT).not.toContain('Dora Exemple');
  const states = async () =>
    (await come.expect(listIdeas, { params: { challenge: closing } })).ideas.map(({ state }) => state);
  await expect.poll(states, PATIENT).toEqual(Array.from({ length: PROPOSED }, () => 'submitted'));
  // Some by the one that died, some by the other: her notices are as many as her ideas.
  const { notices } = await ana.expect(listNotices);
  expect(notices.filter(({ kind }) => kind === 'idea-sealed')).toHaveLength(PROPOSED);
  expect(await audited(place, shared.uri)).toContain('"findings":0');
}, 180_000);
