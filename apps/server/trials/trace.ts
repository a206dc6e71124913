/**
 * `npm run trial:trace -- FILE`: people replay a real editing trace concurrently through a running server over
 * Socket.IO, each holding back what the trace's author had not seen yet. Compares the text with the trace's, and the
 * person the server's log names for every character with the person who typed it.
 *
 * `--duplicate` sends every update twice, `--shuffle` out of order, `--forge` words under the others' ids in between;
 * `--kill` ends the server with kill -9 at random moments (`--kill=50`: so often) and starts it again; `--seed=N` plays
 * one again. `--provenance` compares the product's own provenance with the truth of the trace.
 * Keys: textEqual, wrongAuthors, updatesPerSecond, forgedAccepted, kills, acknowledgedLost; with `--provenance` also
 * provenanceWrongShare (of typed characters) and secondsPer10kUpdates.
 */
import { readDocument } from '@butinerie/collaboration/document';
import { replayAuthors } from '@butinerie/collaboration/server';
import type { IdeaId } from '@butinerie/contracts';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { documentStore } from '../src/co-editing/documents.store.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import {
  administratorOf,
  grant,
  inviteFromList,
  openIdea,
  scheduledChallenge,
  type TrialPerson,
} from './support/pilot-people.ts';
import { Relayed } from './support/relayed.ts';
import { newPlace, startServer, type Place, type ServerProcess } from './support/server-process.ts';
import { compareProvenance } from './support/trace-provenance.ts';
import { forged, openTypist, type Typist } from './support/trace-typist.ts';
import { missingFor, readTrace, unitsOf, type Trace } from './support/trace.ts';

const { values: how, positionals } = parseArgs({
  args: process.argv.slice(2).map((argument) => (argument === '--kill' ? '--kill=5' : argument)),
  allowPositionals: true,
  options: {
    duplicate: { type: 'boolean', default: false },
    shuffle: { type: 'boolean', default: false },
    forge: { type: 'boolean', default: false },
    kill: { type: 'string', default: '0' },
    provenance: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error('usage: npm run trial:trace -- FILE');
const trace = readTrace(file);
const end = trace.endContent;
const kills = Number(how.kill);
const random = seeded(Number(how.seed));
const START = new Date('2026-10-12T08:00:00Z');
const IN_FLIGHT = 256;
/** So many updates wait to be sent in another order, and every so many a forgery is tried. */
const SHUFFLED = 6;
const FORGE_EVERY = 40;
const TOLD_EVERY = 5;
/** Where every character is one UTF-16 unit, a position needs no look at the text. */
const hasAstral = trace.txns.some(({ patches }) =>
  patches.some(([, , typed]) => /[\uD800-\uDFFF]/.test(typed)),
);

const place = await newPlace();
const running: { server: ServerProcess } = { server: await startServer(place, START) };
try {
  console.log(`seed ${how.seed}`);
  const { people, idea } = await prepare(running.server.base, running.server.link);
  const replay = await replayTogether(people, idea);
  const seconds = replay.milliseconds / 1_000;
  await running.server.kill();
  const stored = await authorsStored(place, idea, people);

  const provenance = how.provenance ? compareProvenance(stored.log, replay.authors) : null;
  const rows = [
    ['edits in the trace', trace.txns.length],
    ['updates sent', replay.sent],
    ['seconds', seconds.toFixed(1)],
    ['characters', end.length],
    ['pages with the trace’s text', `${replay.equalPages} of ${people.length}`],
    ['forgeries tried', Object.values(replay.forgeries).reduce((sum, count) => sum + count, 0)],
    ['answered with', JSON.stringify(replay.forgeries)],
    ...(provenance
      ? [
          ['characters typed', provenance.typed],
          ['pasted ones credited to who wrote them first', provenance.pastedElsewhere],
        ]
      : []),
  ];
  for (const [what, value] of rows) console.log(`${String(what).padEnd(32)} ${value}`);
  const wrongAuthors = replay.authors.reduce(
    (wrong, person, at) => wrong + (stored.authors[at] === person ? 0 : 1),
    Math.abs(stored.authors.length - replay.authors.length),
  );
  console.log(
    JSON.stringify({
      textEqual: replay.equalPages === people.length && stored.text === end,
      wrongAuthors,
      updatesPerSecond: Math.round(replay.sent / seconds),
      forgedAccepted: replay.forgeries['taken'] ?? 0,
      kills: replay.killed,
      acknowledgedLost: replay.lost + replay.acknowledged.filter((seq) => !stored.rows.has(seq)).length,
      ...(provenance && {
        provenanceWrongShare: provenance.provenanceWrongShare,
        secondsPer10kUpdates: provenance.secondsPer10kUpdates,
      }),
    }),
  );
} finally {
  place.remove();
}
process.exit(0);

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function prepare(base: string, link: string): Promise<{ people: TrialPerson[]; idea: IdeaId }> {
  const administrator = await administratorOf(base, link);
  const list = Array.from({ length: trace.numAgents + 1 }, (_, i) => ({
    name: `Prénom ${i + 1}`,
    directorate: 'Essais',
    mail: `p${i + 1}@agents.example.org`,
  }));
  const [sponsor, ...people] = await inviteFromList(administrator, list);
  if (sponsor === undefined) throw new Error('nobody was invited');
  await grant(administrator, sponsor, 'sponsor');
  const days = (count: number): Date => new Date(START.getTime() + count * 86_400_000);
  const dates = { opensAt: START, ideasUntil: days(10), closesAt: days(18), decisionDueAt: days(30) };
  const challenge = await scheduledChallenge(administrator, 'Que dit cette trace ?', dates);
  const [author, ...others] = people;
  if (author === undefined) throw new Error('the trace has nobody');
  const idea = await openIdea(challenge, { author, others }, { title: 'Une trace', text: 'x' });
  return { people, idea };
}

interface Play {
  readonly typists: readonly Typist[];
  readonly inboxes: readonly Relayed[];
  /** Rows that were acknowledged, and how far each client's ids were. */
  readonly acknowledged: Set<number>;
  readonly reached: Map<number, number>;
  readonly forgeries: Record<string, number>;
  playing: boolean;
}

async function replayTogether(people: readonly TrialPerson[], idea: IdeaId) {
  // Everybody hears each relayed update; the first to hear it makes it available to those that hold it back.
  const inboxes = people.map(() => new Relayed());
  const typists: Typist[] = [];
  for (const [at, person] of people.entries())
    typists.push(await openTypist(person, { idea, heard: (update) => inboxes[at]?.arrived(update) }));
  const [first] = typists;
  if (first === undefined) throw new Error('the trace has nobody');
  const play: Play = {
    typists,
    inboxes,
    acknowledged: new Set(),
    reached: new Map(),
    forgeries: {},
    playing: true,
  };
  await clearText(first, play);

  const startedAt = performance.now();
  const killing = killAtRandom(play, idea);
  const sent = await Promise.all(typists.map((_, agent) => typeAll(play, agent)));
  play.playing = false;
  const { killed, lost } = await killing;
  const milliseconds = performance.now() - startedAt;
  for (const [at, { doc, known }] of typists.entries()) {
    for (const txn of trace.txns.keys()) {
      if (known.has(txn)) continue;
      const bytes = await inboxes[at]?.of(txn);
      if (bytes !== undefined && bytes.length > 0) Y.applyUpdate(doc, bytes);
    }
  }
  const equalPages = await pagesWith(end, typists);
  const authors = authorsIn(first.text(), typists);
  for (const typist of typists) typist.close();
  const docsEqual = typists.every(({ doc }) => readDocument(doc).text === end);
  return {
    sent: sent.reduce((a, b) => a + b, 0),
    milliseconds,
    equalPages: docsEqual ? equalPages : 0,
    authors,
    forgeries: play.forgeries,
    acknowledged: [...play.acknowledged],
    killed,
    lost,
  };
}

/** How many pages show the text; the last rows are on their way for a moment still. */
async function pagesWith(text: string, typists: readonly Typist[]): Promise<number> {
  const count = (): number => typists.filter((typist) => typist.shown() === text).length;
  for (let looks = 0; looks < 300 && count() < typists.length; looks++) await setTimeout(100);
  return count();
}

/** The trace begins with an empty text; a published idea has at least a word. */
async function clearText(first: Typist, { typists, inboxes }: Play): Promise<void> {
  const before = Y.encodeStateVector(first.doc);
  const text = first.text();
  text.delete(0, text.length);
  const update = Y.encodeStateAsUpdate(first.doc, before);
  for (const [at, { doc }] of typists.entries()) {
    if (doc === first.doc) continue;
    inboxes[at]?.willArrive(-1, update);
    Y.applyUpdate(doc, update);
  }
  await first.deliver(update, -1);
}

async function typeAll(play: Play, agent: number): Promise<number> {
  const { typists, inboxes } = play;
  const typist = typists[agent];
  const inbox = inboxes[agent];
  if (typist === undefined) return 0;
  const onTheWay = new Set<Promise<void>>();
  const held: (() => Promise<void>)[] = [];
  let sent = 0;
  const go = (count: number): void => {
    while (held.length > count) {
      const [send] = held.splice(how.shuffle ? Math.floor(random() * held.length) : 0, 1);
      if (send === undefined) return;
      const delivery = send().finally(() => onTheWay.delete(delivery));
      onTheWay.add(delivery);
    }
  };
  for (const [txn, { agent: by, parents, patches }] of trace.txns.entries()) {
    if (by !== agent) continue;
    for (const missing of missingFor(trace, typist.known, parents)) {
      // Who is waited for may wait for what is held here.
      go(0);
      const bytes = await inbox?.of(missing);
      if (bytes !== undefined && bytes.length > 0) Y.applyUpdate(typist.doc, bytes);
      typist.known.add(missing);
    }
    const update = typed(typist, patches);
    typist.known.add(txn);
    for (const [at, other] of inboxes.entries()) {
      if (update === null) other.put(txn, new Uint8Array());
      else if (at !== agent) other.willArrive(txn, update);
    }
    if (update === null) continue;
    sent += 1;
    held.push(() => deliver(play, { typist, update, txn }));
    go(how.shuffle ? SHUFFLED : 0);
    if (how.forge && sent % FORGE_EVERY === 0) await forge(play, agent);
    if (onTheWay.size >= IN_FLIGHT) await Promise.race(onTheWay);
  }
  go(0);
  await Promise.all(onTheWay);
  return sent;
}

interface Delivery {
  readonly typist: Typist;
  readonly update: Uint8Array;
  readonly txn: number;
}

async function deliver(
  { inboxes, acknowledged, reached }: Play,
  { typist, update, txn }: Delivery,
): Promise<void> {
  const [receipt] = await Promise.all([
    typist.deliver(update, txn),
    ...(how.duplicate ? [typist.deliver(update, txn)] : []),
  ]);
  acknowledged.add(receipt.seq);
  for (const { id, length } of Y.decodeUpdate(update).structs)
    reached.set(id.client, Math.max(reached.get(id.client) ?? 0, id.clock + length));
  // A relay that died with its server, or a row sent again, is heard by joining, as one difference with others.
  if (kills > 0) for (const inbox of inboxes) inbox.put(txn, update);
}

async function forge({ typists, forgeries }: Play, agent: number): Promise<void> {
  const others = typists.filter((_, at) => at !== agent);
  const victim = others[Math.floor(random() * others.length)];
  if (victim === undefined) return;
  const reason = (await typists[agent]?.tryOut(forged(victim))) ?? 'taken';
  forgeries[reason] = (forgeries[reason] ?? 0) + 1;
}

/** Kills and starts again; after each, looks whether what was acknowledged before is still there. */
async function killAtRandom(play: Play, idea: IdeaId): Promise<{ killed: number; lost: number }> {
  let killed = 0;
  let lost = 0;
  while (play.playing && killed < kills) {
    await setTimeout(200 + random() * 1_800);
    if (!play.playing) break;
    const promised = new Map(play.reached);
    await running.server.kill();
    killed += 1;
    running.server = await startServer(place, START);
    lost += await missingOf(promised, { play, idea });
    if (killed % TOLD_EVERY === 0)
      console.log(`killed ${killed} times, ${play.acknowledged.size} rows there`);
  }
  return { killed, lost };
}

async function missingOf(
  promised: ReadonlyMap<number, number>,
  { play, idea }: { play: Play; idea: IdeaId },
): Promise<number> {
  const [first] = play.typists;
  if (first === undefined) return 0;
  const reader = await openTypist(first.person, { idea, heard: () => {} });
  const has = Y.decodeStateVector(Y.encodeStateVector(reader.doc));
  reader.close();
  return [...promised].filter(([client, clock]) => (has.get(client) ?? 0) < clock).length;
}

/** One transaction typed into the text; null when it changed nothing. */
function typed(typist: Typist, patches: Trace['txns'][number]['patches']): Uint8Array | null {
  const { doc } = typist;
  const text = typist.text();
  let update: Uint8Array | null = null;
  const keep = (bytes: Uint8Array): void => {
    update = bytes;
  };
  doc.once('update', keep);
  doc.transact(() => {
    for (const [position, deleted, inserted] of patches) {
      const now = hasAstral ? text.toString() : '';
      const from = unitsOf(now, position);
      const to = unitsOf(now, position + deleted);
      if (to > from) text.delete(from, to - from);
      if (inserted !== '') text.insert(from, inserted);
    }
  });
  doc.off('update', keep);
  return update;
}

/** Who typed each character left in the text, by the client id each replica typed under. */
function authorsIn(text: Y.XmlText, typists: readonly Typist[]): string[] {
  const owners = new Map(typists.map(({ clientId, person }) => [clientId, person.id as string]));
  const authors: string[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (let i = 0; i < item.length; i++) authors.push(owners.get(item.id.client) ?? '?');
  }
  return authors;
}

/** What the server's own log says, read after it was killed. */
async function authorsStored(place: Place, idea: IdeaId, people: readonly TrialPerson[]) {
  const database = await openDatabase({
    uri: process.env['MONGODB_URI'],
    dataDir: join(place.folder, 'data'),
    log: createLog('error'),
  });
  const { log } = documentStore(database.connection, systemClock);
  const read = await log.read(idea);
  const { text } = replayAuthors(read);
  await database.stop();
  const known = new Set<string>(people.map(({ id }) => id));
  return {
    log: read,
    rows: new Set(read.map(({ seq }) => seq)),
    text: text.map((span) => span.text).join(''),
    authors: text.flatMap((span) =>
      Array.from({ length: span.text.length }, () => (known.has(span.person ?? '') ? span.person : null)),
    ),
  };
}
