/** The workloads: each does the same to every server and answers what it cost there. */
import { newDocument, titleOf } from '@butinerie/collaboration/document';
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
}
/** Milliseconds of processor, and what else a workload measures. */
export type Measured = Readonly<Record<string, number>>;

const NOTHING = new Uint8Array();
const order = <T>(crowd: Child, said: Order): Promise<T> => crowd.ask(said, 'done');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

async function costOf({ ground, kind }: Stage, work: () => Promise<void>): Promise<Measured> {
  const before = await ground.cost(kind);
  const startedAt = performance.now();
  await work();
  const wall = performance.now() - startedAt;
  const after = await ground.cost(kind);
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
function sample(seat: Seat, sent: ReadonlyMap<string, number>, latencies: number[]): Promise<Line> {
  const doc = newDocument();
  return openLine(seat, NOTHING, {
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
  const lines = await Promise.all(
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
  for (const line of [...lines, ...pens.map((pen) => pen.line)]) line.close();
  await order(crowd, { do: 'close' });
  return {
    ...measured,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    ack: quantile(acks, 0.5),
  };
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
  const seats = ground.seats(kind, place, 300);
  const [first] = seats;
  if (first === undefined) throw new Error('no seat');
  const stays = await openLine(first, NOTHING);
  const vector =
    have === 'empty' || kind === 'floor' ? NOTHING : Y.encodeStateVectorFromUpdate(stays.joined.update);
  const said = kind === 'floor' && have === 'current' ? new Uint8Array([0]) : vector;
  await order(crowd, { do: 'open', seats, vector: base64(said), atOnce: 20 });
  await order(crowd, { do: 'close' });
  await setTimeout(1_000);
  const measured = await costOf(stage, async () => {
    await order(crowd, { do: 'open', seats, vector: base64(said), atOnce: 300 });
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
    const { heap } = await ground.memory(kind);
    await order(crowd, { do: 'close' });
    await setTimeout(1_500);
    return heap;
  };
  const together = await opened(all.map(() => only));
  const apart = await opened(all);
  return { bytesPerText: (apart - together) / (texts - 1) };
}

/** What the server holds for each listener who stops reading while much is written. */
export async function stalled(stage: Stage, place: Place): Promise<Measured> {
  const { ground, crowd, kind } = stage;
  const STALLED = 10;
  const seats = ground.seats(kind, place, STALLED + 1);
  const [hers, ...others] = seats;
  if (hers === undefined) throw new Error('no seat');
  const held = async (stall: boolean): Promise<number> => {
    await order(crowd, { do: 'open', seats: others, vector: base64(NOTHING), atOnce: 10 });
    if (stall) await order(crowd, { do: 'stall' });
    const pen = await writer(hers, 7, new Map());
    for (let paste = 0; paste < 60; paste++) {
      // Pasted and taken back: the text stays short, its history does not.
      const title = titleOf(pen.doc);
      const at = title.length;
      title.insert(at, `${paste}`.repeat(60_000).slice(0, 60_000));
      title.delete(at, 60_000);
      await setTimeout(60);
    }
    await setTimeout(1_500);
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
