/**
 * `npm run bench -- database`: what the embedded database does in a second through the stock driver, on its power-safe
 * default, at 1 000 and at 100 000 documents, beside `ping`, which is the ceiling of driver and socket. Every operation
 * runs at both sizes in turns, several at a time as a server does, so that a busy machine slows both alike.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../src/index.ts';
import { fill, OPERATIONS, type Bench, type Operation } from './database/operations.ts';

const AT_ONCE = 16;
const SLICES = 7;
const SLICE_MS = 250;

interface Measured {
  perSecond: number;
  longestStallMs: number;
}

async function slice(
  operation: Operation,
  bench: Bench,
  from: number,
): Promise<Measured & { turns: number }> {
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  const until = performance.now() + SLICE_MS;
  let turns = from;
  const startedAt = performance.now();
  stalls.enable();
  const lane = async (): Promise<void> => {
    do await operation.run(bench, turns++);
    while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: operation.indexed ? AT_ONCE : 1 }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  // One turn of the loop more: a stall is only seen when it is over.
  await setTimeout(5);
  stalls.disable();
  return { perSecond: (turns - from) / seconds, longestStallMs: stalls.max / 1e6, turns };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(operation: Operation, benches: readonly Bench[]): Promise<Measured[]> {
  const slices = benches.map((): Measured[] => []);
  const turns = benches.map(() => 0);
  for (let round = 0; round < (operation.indexed ? SLICES : 3); round++)
    for (const [at, bench] of benches.entries()) {
      const { turns: now, ...measured } = await slice(operation, bench, turns[at] ?? 0);
      turns[at] = now;
      // The first warms up.
      if (round > 0) slices[at]?.push(measured);
    }
  return slices.map((all) => ({
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    longestStallMs: Math.max(...all.map(({ longestStallMs }) => longestStallMs)),
  }));
}

const rounded = (value: number): number => Number(value.toPrecision(3));
const dataDir = mkdtempSync(join(tmpdir(), 'em-bench-'));
const mongo = await startEmbeddedMongo({ dataDir });
const client = await MongoClient.connect(mongo.uri);
const result: Record<string, Record<string, number>> = {};
try {
  const benches = [await fill(client, 'small', 1_000), await fill(client, 'large', 100_000)];
  let ping = 0;
  let longestStallMs = 0;
  console.log('operation          1k/s    100k/s  100k:1k  over ping  longest stall of the event loop, ms');
  for (const operation of OPERATIONS) {
    const [small, large] = await measure(operation, benches);
    if (!small || !large) throw new Error('two sizes are measured');
    if (operation.name === 'ping') ping = (small.perSecond + large.perSecond) / 2;
    const stall = Math.max(small.longestStallMs, large.longestStallMs);
    longestStallMs = Math.max(longestStallMs, stall);
    const overPing = large.perSecond / ping;
    result[operation.name] = {
      perSecond1k: rounded(small.perSecond),
      perSecond100k: rounded(large.perSecond),
      overPing: rounded(overPing),
    };
    const columns = [small.perSecond, large.perSecond, large.perSecond / small.perSecond, overPing, stall];
    const shown = columns.map((value) => String(rounded(value)).padStart(9)).join(' ');
    console.log(operation.name.padEnd(16) + shown);
  }
  console.log(JSON.stringify({ ...result, longestStallMs: rounded(longestStallMs) }));
} finally {
  await client.close();
  await mongo.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
