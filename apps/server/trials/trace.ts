/**
 * `npm run trial:trace -- FILE`: people replay a real editing trace concurrently through a running server over
 * Socket.IO, each holding back what the trace's author had not seen yet. Compares the text with the trace's, and the
 * person the server's log names for every character with the person who typed it.
 * Keys: textEqual, wrongAuthors, updatesPerSecond.
 */
import { bodyOf, newDocument, readDocument } from '@butinerie/collaboration/document';
import { replayAuthors } from '@butinerie/collaboration/server';
import {
  askToCoauthor,
  ideaUpdated,
  joinIdea,
  mintId,
  patchIdea,
  publishIdea,
  saveDraft,
  updateIdea,
  type IdeaId,
} from '@butinerie/contracts';
import { join } from 'node:path';
import * as Y from 'yjs';
import { documentStore } from '../src/co-editing/documents.store.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import {
  administratorOf,
  grant,
  inviteFromList,
  scheduledChallenge,
  type TrialPerson,
} from './support/pilot-people.ts';
import { newPlace, startServer, type Place } from './support/server-process.ts';
import { openSocket, type PersonSocket } from './support/socket.ts';
import { Relayed } from './support/relayed.ts';
import { missingFor, readTrace, unitsOf, type Trace } from './support/trace.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('usage: npm run trial:trace -- FILE');
const trace = readTrace(file);
const START = new Date('2026-10-12T08:00:00Z');
const IN_FLIGHT = 256;
/** Where every character is one UTF-16 unit, a position needs no look at the text. */
const hasAstral = trace.txns.some(({ patches }) =>
  patches.some(([, , typed]) => /[\uD800-\uDFFF]/.test(typed)),
);

const place = await newPlace();
try {
  const server = await startServer(place, START);
  const { people, idea } = await prepare(server.base, server.link);
  const replay = await replayTogether(people, idea);
  const seconds = replay.milliseconds / 1_000;
  await server.kill();
  const stored = await authorsStored(place, idea, people);

  const rows = [
    ['edits in the trace', trace.txns.length],
    ['updates sent', replay.sent],
    ['seconds', seconds.toFixed(1)],
    ['characters', trace.endContent.length],
    ['clients with the trace’s text', `${replay.equalClients} of ${people.length}`],
  ];
  for (const [what, value] of rows) console.log(`${String(what).padEnd(32)} ${value}`);
  const wrongAuthors = replay.authors.reduce(
    (wrong, person, at) => wrong + (stored.authors[at] === person ? 0 : 1),
    Math.abs(stored.authors.length - replay.authors.length),
  );
  console.log(
    JSON.stringify({
      textEqual: replay.equalClients === people.length && stored.text === trace.endContent,
      wrongAuthors,
      updatesPerSecond: Math.round(replay.sent / seconds),
    }),
  );
} finally {
  place.remove();
}
process.exit(0);

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
  const idea = mintId('idea');
  const ofIdea = { params: { idea } };
  const body = { challenge, title: 'Une trace', text: 'x', parents: [], grownFrom: null };
  await author.expect(saveDraft, { ...ofIdea, body });
  await author.expect(publishIdea, ofIdea);
  await author.expect(patchIdea, { ...ofIdea, body: { openTo: 'everyone' } });
  for (const other of others) await other.expect(askToCoauthor, ofIdea);
  return { people, idea };
}

interface Replica {
  readonly person: TrialPerson;
  readonly socket: PersonSocket;
  readonly doc: Y.Doc;
  readonly known: Set<number>;
  text(): Y.XmlText;
}

async function replica(person: TrialPerson, idea: IdeaId): Promise<Replica> {
  const socket = await openSocket(person);
  const joined = await socket.send(joinIdea, { idea, vector: new Uint8Array(), lease: 4 });
  if (!joined.ok) throw new Error(`join was refused: ${JSON.stringify(joined.failure)}`);
  const doc = newDocument();
  Y.applyUpdate(doc, joined.value.update);
  doc.clientID = joined.value.lease[0] ?? 0;
  const text = (): Y.XmlText => {
    const paragraph = bodyOf(doc).get(0);
    const node = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (!(node instanceof Y.XmlText)) throw new Error('the body has no text node');
    return node;
  };
  return { person, socket, doc, known: new Set(), text };
}

async function replayTogether(people: readonly TrialPerson[], idea: IdeaId) {
  const replicas = await Promise.all(people.map((person) => replica(person, idea)));
  const [first] = replicas;
  if (first === undefined) throw new Error('the trace has nobody');
  // Every replica hears each relayed update once; the first to hear it makes it available to those that hold it back.
  const inboxes = replicas.map(() => new Relayed());
  replicas.forEach(({ socket }, at) => {
    socket.socket.on(ideaUpdated.name, (raw: unknown) => {
      for (const update of ideaUpdated.payload.parse(raw).updates) inboxes[at]?.arrived(update);
    });
  });
  await clearText(first, inboxes, idea, replicas);

  const startedAt = performance.now();
  const sent = await Promise.all(replicas.map((replica, agent) => play({ replica, agent, inboxes, idea })));
  const all = trace.txns.map((_, txn) => txn);
  let equalClients = 0;
  for (const [at, { doc, known }] of replicas.entries()) {
    for (const txn of all) {
      if (known.has(txn)) continue;
      const bytes = await inboxes[at]?.of(txn);
      if (bytes !== undefined && bytes.length > 0) Y.applyUpdate(doc, bytes);
    }
    if (readDocument(doc).text === trace.endContent) equalClients += 1;
  }
  const milliseconds = performance.now() - startedAt;
  const authors = authorsIn(first.text(), replicas);
  for (const { socket } of replicas) socket.socket.disconnect();
  return { sent: sent.reduce((a, b) => a + b, 0), milliseconds, equalClients, authors };
}

/** The trace begins with an empty text; a published idea has at least a word. */
async function clearText(
  first: Replica,
  inboxes: Relayed[],
  idea: IdeaId,
  all: readonly Replica[],
): Promise<void> {
  const before = Y.encodeStateVector(first.doc);
  const text = first.text();
  text.delete(0, text.length);
  const update = Y.encodeStateAsUpdate(first.doc, before);
  for (const [at, { doc }] of all.entries()) {
    if (doc === first.doc) continue;
    inboxes[at]?.willArrive(-1, update);
    Y.applyUpdate(doc, update);
  }
  await deliver(first.socket, idea, update);
}

async function deliver(socket: PersonSocket, idea: IdeaId, update: Uint8Array): Promise<void> {
  const kept = await socket.send(updateIdea, { idea, update });
  if (!kept.ok || kept.value.kept !== 'text')
    throw new Error(`an update was not taken: ${JSON.stringify(kept)}`);
}

interface Playing {
  readonly replica: Replica;
  readonly agent: number;
  readonly inboxes: readonly Relayed[];
  readonly idea: IdeaId;
}

async function play({ replica, agent, inboxes, idea }: Playing): Promise<number> {
  const { doc, known, socket } = replica;
  const inbox = inboxes[agent];
  const onTheWay = new Set<Promise<void>>();
  let sent = 0;
  for (const [txn, { agent: by, parents, patches }] of trace.txns.entries()) {
    if (by !== agent) continue;
    for (const missing of missingFor(trace, known, parents)) {
      const bytes = await inbox?.of(missing);
      if (bytes !== undefined && bytes.length > 0) Y.applyUpdate(doc, bytes);
      known.add(missing);
    }
    const update = typed(replica, patches);
    known.add(txn);
    for (const [at, other] of inboxes.entries()) {
      if (update === null) other.put(txn, new Uint8Array());
      else if (at !== agent) other.willArrive(txn, update);
    }
    if (update === null) continue;
    sent += 1;
    const delivery = deliver(socket, idea, update).finally(() => onTheWay.delete(delivery));
    onTheWay.add(delivery);
    if (onTheWay.size >= IN_FLIGHT) await Promise.race(onTheWay);
  }
  await Promise.all(onTheWay);
  return sent;
}

/** One transaction typed into the text; null when it changed nothing. */
function typed(replica: Replica, patches: Trace['txns'][number]['patches']): Uint8Array | null {
  const { doc } = replica;
  const text = replica.text();
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
function authorsIn(text: Y.XmlText, replicas: readonly Replica[]): string[] {
  const owners = new Map(replicas.map(({ doc, person }) => [doc.clientID, person.id as string]));
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
  const { text } = replayAuthors(await log.read(idea));
  await database.stop();
  const known = new Set<string>(people.map(({ id }) => id));
  return {
    text: text.map((span) => span.text).join(''),
    authors: text.flatMap((span) =>
      Array.from({ length: span.text.length }, () => (known.has(span.person ?? '') ? span.person : null)),
    ),
  };
}
