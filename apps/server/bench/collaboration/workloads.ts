/** The workloads: each does the same to every server and answers what it cost there. */
import { newDocument, readDocument, titleOf } from '@butinerie/collaboration/document';
import { setTimeout } from 'node:timers/promises';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Child } from './child.ts';
import type { Order } from './crowd.ts';
import type { Ground, Place } from './ground.ts';
import { openLine, type Line } from './line.ts';
import type { Kind, Seat } from './speech.ts';

export interface Stage {
  readonly ground: Ground;
  readonly crowd: Child;
  readonly kind: Kind;
  readonly round: number;
  /** Whether to print where the time went. */
  readonly profile: boolean;
}
/** Milliseconds of processor, and what else a workload measures. */
export type Measured = Readonly<Record<string, number>>;

const NOTHING = new Uint8Array();
const order = <T>(crowd: Child, said: Order): Promise<T> => crowd.ask(said, 'done');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

/** What an earlier workload left to do is none of the next one's. */
async function settled({ ground, kind }: Stage): Promise<void> {
  const LOOK_MS = 250;
  const IDLE_MS = 12;
  const spent = async (): Promise<number> => {
    const { server, database } = await ground.cost(kind);
    return server + database;
  };
  for (let looks = 0; looks < 80; looks++) {
    const before = await spent();
    await setTimeout(LOOK_MS);
    if ((await spent()) - before < IDLE_MS) return;
  }
}

async function costOf(stage: Stage, work: () => Promise<void>): Promise<Measured> {
  const { ground, kind, profile } = stage;
  await settled(stage);
  if (profile) await ground.startProfile(kind);
  const before = await ground.cost(kind);
  const startedAt = performance.now();
  await work();
  const wall = performance.now() - startedAt;
  const after = await ground.cost(kind);
  if (profile) await ground.endProfile(kind);
  const server = after.server - before.server;
  return { server, cpu: server + after.database - before.database, wall };
}

/** A writer who types under her own id, and notes when. */
async function writer(seat: Seat, at: number, sent: Map<string, number>, acks: number[] = []) {
  const doc = newDocument();
  const waiting: number[] = [];
  const line = await openLine({ ...seat, lease: 1 }, NOTHING, {
    acknowledged: () => acks.push(performance.now() - (waiting.shift() ?? Number.NaN)),
  });
  if (line.joined.update.length > 2) Y.applyUpdate(doc, line.joined.update);
  doc.clientID = line.joined.clientIds[0] ?? 1_000_000 + at;
  doc.on('update', (update: Uint8Array) => {
    const now = performance.now();
    const { id } = Y.decodeUpdate(update).structs[0] ?? { id: null };
    if (id !== null) sent.set(`${id.client}:${id.clock}`, now);
    waiting.push(now);
    line.update(update);
  });
  return { line, doc, type: () => titleOf(doc).insert(titleOf(doc).length, 'k') };
}

/** A listener who notes how long each keystroke took to reach her document. */
async function sample(
  seat: Seat,
  sent: ReadonlyMap<string, number>,
  latencies: number[],
): Promise<{ line: Line; doc: Y.Doc }> {
  const doc = newDocument();
  const line = await openLine(seat, NOTHING, {
    updates(updates) {
      for (const update of updates) Y.applyUpdate(doc, update);
      const now = performance.now();
      for (const update of updates)
        for (const { id, length } of Y.decodeUpdate(update).structs)
          for (let clock = id.clock; clock < id.clock + length; clock++) {
            const at = sent.get(`${id.client}:${clock}`);
            if (at !== undefined) latencies.push(now - at);
          }
    },
  });
  if (line.joined.update.length > 2) Y.applyUpdate(doc, line.joined.update);
  return { line, doc };
}

/** Throws unless everybody who listened, and somebody who comes now, has the same text, with every keystroke in it. */
async function sameText(seat: Seat, docs: readonly Y.Doc[], atLeast: number): Promise<void> {
  const texts = docs.map((doc) => readDocument(doc).title);
  // Nothing is held in the floor, so who comes now finds nothing.
  if (seat.kind !== 'floor' && seat.kind !== 'durable') {
    const line = await openLine(seat, NOTHING);
    const doc = newDocument();
    Y.applyUpdate(doc, line.joined.update);
    texts.push(readDocument(doc).title);
    line.close();
  }
  if (new Set(texts).size > 1 || (texts[0] ?? '').length < atLeast)
    throw new Error(`${seat.kind}: texts of ${texts.map((text) => text.length).join(', ')} characters`);
}

interface Typing {
  readonly place: Place;
  readonly listeners: number;
  readonly writers: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** Writers type at a steady pace before listeners: processor a delivery, and how long a key takes to arrive. */
export async function typing(
  stage: Stage,
  { place, listeners, writers, perSecond, seconds }: Typing,
): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  const seats = ground.seats(kind, place, listeners);
  const samples = Math.min(4, listeners - writers - 1);
  const sent = new Map<string, number>();
  const latencies: number[] = [];
  const acks: number[] = [];
  const rest = seats.slice(writers + samples);
  await order(crowd, { do: 'open', seats: rest, vector: base64(NOTHING), atOnce: 20 });
  const pens = await Promise.all(seats.slice(0, writers).map((seat, at) => writer(seat, at, sent, acks)));
  const listening = await Promise.all(
    seats.slice(writers, writers + samples).map((seat) => sample(seat, sent, latencies)),
  );
  await setTimeout(1_000);
  const measured = await costOf(stage, async () => {
    const gap = 1_000 / (writers * perSecond);
    const startedAt = performance.now();
    for (let key = 0; key < writers * perSecond * seconds; key++) {
      const wait = startedAt + key * gap - performance.now();
      if (wait > 0) await setTimeout(wait);
      pens[key % writers]?.type();
    }
    await setTimeout(300);
  });
  await setTimeout(500);
  const [seat] = seats;
  const texts = listening.map(({ doc }) => doc);
  if (seat !== undefined) await sameText(seat, texts, writers * perSecond * seconds);
  for (const { line } of [...listening, ...pens]) line.close();
  const { frames } = await order<{ frames: number }>(crowd, { do: 'count' });
  await order(crowd, { do: 'close' });
  return {
    ...measured,
    frames: frames / rest.length,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    ack: quantile(acks, 0.5),
  };
}

/**
 * Before anything is measured: a server that has run for a while. Its code is compiled by what it does most: people come,
 * keys are typed one by one, each after the answer to the last one, and many at once.
 */
export async function warmUp(stage: Stage, { keys, seconds }: Warming): Promise<void> {
  const { ground, crowd, kind } = stage;
  const place: Place = { is: 'before', round: 0 };
  const seats = ground.seats(kind, place, ground.people);
  const [hers, ...others] = seats;
  if (hers === undefined) throw new Error('no seat');
  for (let times = 0; times < 8; times++) {
    await order(crowd, { do: 'open', seats, vector: base64(NOTHING), atOnce: seats.length });
    await order(crowd, { do: 'close' });
  }
  await order(crowd, { do: 'open', seats: others.slice(0, 40), vector: base64(NOTHING), atOnce: 20 });
  let answered = (): void => undefined;
  const doc = newDocument();
  const line = await openLine({ ...hers, lease: 1 }, NOTHING, { acknowledged: () => answered() });
  doc.clientID = line.joined.clientIds[0] ?? 3_000_000;
  doc.on('update', (update: Uint8Array) => line.update(update));
  for (let key = 0; key < keys; key++) {
    const answer = new Promise<void>((resolve) => (answered = resolve));
    titleOf(doc).insert(0, 'k');
    // The others answer nobody.
    await (kind === 'ours' || kind === 'hocuspocus' ? answer : setTimeout(5));
  }
  line.close();
  await order(crowd, { do: 'close' });
  // In a text that nobody typed in: who comes to this one may have nothing of it.
  const another: Place = { is: 'before', round: 1 };
  await typing(stage, { place: another, listeners: 60, writers: 20, perSecond: 10, seconds });
}
interface Warming {
  readonly keys: number;
  readonly seconds: number;
}

/** People move their carets before each other. */
export async function presence(stage: Stage, place: Place): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  const seats = ground.seats(kind, place, 100);
  const movers = await Promise.all(
    seats.slice(0, 50).map(async (seat, at) => {
      const line = await openLine({ ...seat, lease: 1 }, NOTHING);
      const doc = newDocument();
      doc.clientID = line.joined.clientIds[0] ?? 2_000_000 + at;
      const awareness = new Awareness(doc);
      return { line, awareness, clientId: doc.clientID };
    }),
  );
  await order(crowd, { do: 'open', seats: seats.slice(50), vector: base64(NOTHING), atOnce: 20 });
  await setTimeout(1_200);
  const before = await order<{ frames: number }>(crowd, { do: 'count' });
  const measured = await costOf(stage, async () => {
    for (let step = 0; step < 8 * 4; step++) {
      const until = performance.now() + 250;
      for (const { line, awareness, clientId } of movers) {
        awareness.setLocalState({ cursor: { anchor: step, head: step } });
        line.caret(encodeAwarenessUpdate(awareness, [clientId]));
        await setTimeout(Math.max(0, until - performance.now()) / 60);
      }
      await setTimeout(Math.max(0, until - performance.now()));
    }
  });
  const after = await order<{ frames: number }>(crowd, { do: 'count' });
  for (const { line, awareness } of movers) {
    awareness.destroy();
    line.close();
  }
  await order(crowd, { do: 'close' });
  return { ...measured, frames: after.frames - before.frames };
}

/** Somebody opens a long text that nobody has open. */
export async function coldJoin(stage: Stage, place: Place): Promise<Measured> {
  const [seat] = stage.ground.seats(stage.kind, place, 1);
  if (seat === undefined) throw new Error('no seat');
  let bytes = 0;
  const measured = await costOf(stage, async () => {
    const line = await openLine(seat, NOTHING);
    bytes = line.joined.update.length;
    Y.applyUpdate(newDocument(), line.joined.update);
    line.close();
  });
  return { ...measured, bytes };
}

/** Three hundred lines are cut and come back at once: with all they had, or with nothing. */
export async function storm(
  stage: Stage,
  { place, have }: { place: Place; have: 'current' | 'empty' },
): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  // A page that was cut has its ids; one that is loaded anew takes one from the device, which asks for another.
  const lease = have === 'empty' ? 1 : 0;
  const seats = ground.seats(kind, place, ground.people).map((seat) => ({ ...seat, lease }));
  const [first] = seats;
  if (first === undefined) throw new Error('no seat');
  const stays = await openLine({ ...first, lease: 0 }, NOTHING);
  const vector =
    have === 'empty' || kind === 'floor' ? NOTHING : Y.encodeStateVectorFromUpdate(stays.joined.update);
  const said = kind === 'floor' && have === 'current' ? new Uint8Array([0]) : vector;
  await order(crowd, { do: 'open', seats, vector: base64(said), atOnce: 20 });
  await order(crowd, { do: 'close' });
  await setTimeout(1_000);
  const measured = await costOf(stage, async () => {
    await order(crowd, { do: 'open', seats, vector: base64(said), atOnce: seats.length });
  });
  const { bytes } = await order<{ bytes: number }>(crowd, { do: 'count' });
  await order(crowd, { do: 'close' });
  stays.close();
  await setTimeout(500);
  return { ...measured, bytes };
}

/** Many small texts, a few people in each, each typing one key a second. */
export async function many(
  stage: Stage,
  { texts, seconds }: { texts: number; seconds: number },
): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  const places = Array.from({ length: texts }, (_, number): Place => ({ is: 'small', number }));
  const listeners = places.flatMap((place) => ground.seats(kind, place, 2));
  await order(crowd, { do: 'open', seats: listeners, vector: base64(NOTHING), atOnce: 20 });
  const sent = new Map<string, number>();
  const pens: Awaited<ReturnType<typeof writer>>[] = [];
  for (const [at, place] of places.entries())
    for (const seat of ground.seats(kind, place, 1)) pens.push(await writer(seat, at, sent));
  await setTimeout(1_000);
  const measured = await costOf(stage, async () => {
    const startedAt = performance.now();
    for (let key = 0; key < texts * seconds; key++) {
      const wait = startedAt + (key * 1_000) / texts - performance.now();
      if (wait > 0) await setTimeout(wait);
      pens[key % texts]?.type();
    }
    await setTimeout(300);
  });
  await setTimeout(500);
  for (const [at, place] of places.entries()) {
    const [seat] = ground.seats(kind, place, 1);
    const doc = pens[at]?.doc;
    if (seat !== undefined && doc !== undefined) await sameText(seat, [doc], seconds);
  }
  for (const { line } of pens) line.close();
  await order(crowd, { do: 'close' });
  return measured;
}

/** What an open text holds that nobody types in, beyond what its connection does. */
export async function idle(stage: Stage, texts: number): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  const all = Array.from({ length: texts }, (_, number) =>
    ground.seats(kind, { is: 'small', number }, 1),
  ).flat();
  const [only] = all;
  if (only === undefined) throw new Error('no seat');
  const opened = async (seats: readonly Seat[]): Promise<number> => {
    await order(crowd, { do: 'open', seats, vector: base64(NOTHING), atOnce: 20 });
    await setTimeout(1_500);
    await ground.rest(kind);
    const { heap } = await ground.memory(kind);
    await order(crowd, { do: 'close' });
    await setTimeout(1_500);
    return heap;
  };
  // What is compiled on the way is no text's: most of it the first time, of the rest as much before as after.
  await opened(all);
  const before = await opened(all);
  const together = await opened(all.map(() => only));
  const after = await opened(all);
  return { bytesPerText: ((before + after) / 2 - together) / (texts - 1) };
}

/** What the server holds for each listener who stops reading while much is written. */
export async function stalled(
  stage: Stage,
  places: { readonly reading: Place; readonly stalled: Place },
  pastes: number,
): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  const STALLED = 10;
  const held = async (stall: boolean): Promise<number> => {
    // Each in a text of its own: the product lets the history of one grow to sixteen megabytes.
    const place = stall ? places.stalled : places.reading;
    const [hers, ...others] = ground.seats(kind, place, STALLED + 1);
    if (hers === undefined) throw new Error('no seat');
    await order(crowd, { do: 'open', seats: others, vector: base64(NOTHING), atOnce: 10 });
    if (stall) await order(crowd, { do: 'stall' });
    const pen = await writer(hers, 7, new Map());
    // Far more than the system itself holds for a connection: what is left would pile up in the server.
    for (let paste = 0; paste < pastes; paste++) {
      // Pasted and taken back: the text stays short, its history does not.
      const title = titleOf(pen.doc);
      const at = title.length;
      title.insert(at, `${paste}`.repeat(60_000).slice(0, 60_000));
      title.delete(at, 60_000);
      await setTimeout(30);
    }
    await setTimeout(2_500);
    const memory = await ground.memory(kind);
    pen.line.close();
    await order(crowd, { do: 'close' });
    await setTimeout(1_000);
    return memory.held;
  };
  const idle = (await ground.memory(kind)).held;
  const reading = (await held(false)) - idle;
  const before = (await ground.memory(kind)).held;
  const asleep = (await held(true)) - before;
  return { megabytes: Math.max(0, asleep - reading) / STALLED / 1e6 };
}
