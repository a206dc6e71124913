/**
 * `npm run bench -- ideas`: with ten thousand ideas in one challenge, what the list, the page of an idea and « similar
 * while typing » cost the server, from the first byte of a request to the last of its answer. On the embedded database,
 * or on a database of its own on the replica set that MONGODB_URI names.
 * The floor is bare Express that answers the very page of a list, asked in turn with the others: what a busy machine adds
 * to them it adds to the floor.
 * Keys: database, ideas, startMs, wordsMs, floor, list, words, page, similar (p50, p95, cpuP50 and cpuP95 in ms,
 * overFloor: how many times the floor's cpuP50), memoryMb.
 */
import {
  findSimilar,
  importChallenge,
  invitePeople,
  listIdeas,
  mintId,
  readIdea,
  type ChallengeId,
  type IdeaId,
  type PersonId,
} from '@butinerie/contracts';
import express from 'express';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import type { App } from '../src/app-setup.ts';
import type { Caller } from '../src/caller.ts';
import { settableClock } from '../src/platform/clock.ts';
import { readConfig, type Config } from '../src/platform/config.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import { administratorOf } from '../trials/support/pilot-people.ts';
import type { Filling } from './support/fill-ideas.ts';
import { wordsFrom } from './support/many-ideas.ts';

const IDEAS = 10_000;
const AUTHORS = 300;
/** Four kinds of them stay below what one person may ask in a minute: the limits are part of what runs. */
const REQUESTS = 250;
const WARM_UP = 20;
const GOALS = { list: 30, similar: 50 };

const folder = mkdtempSync(join(tmpdir(), 'butinerie-bench-'));
const clock = settableClock(new Date('2026-10-12T06:00:00Z'));
const uri = process.env['MONGODB_URI'];
const own = uri === undefined ? undefined : new URL(uri);
if (own) own.pathname = `/butinerie_bench_${mintId('idea').slice(3, 11)}`;

let port = 0;
function configOf(): Config {
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    ATTRIBUTION_KEY_FILE: join(folder, 'keys', 'attribution.pem'),
    LOG_LEVEL: 'error',
    ...(own ? { MONGODB_URI: own.href } : {}),
  });
  if (!config.ok) throw new Error(config.sentence);
  return config.value;
}
const start = (): Promise<App> =>
  createApp({ config: configOf(), clock, mailer: { send: async () => undefined } });

/** Milliseconds of the last request that ended, on the server's side. */
let lastTook = 0;
const startedAt = new WeakMap<IncomingMessage, number>();
subscribe('http.server.request.start', (message) => {
  startedAt.set((message as { request: IncomingMessage }).request, performance.now());
});
subscribe('http.server.response.finish', (message) => {
  const { request } = message as { request: IncomingMessage; response: ServerResponse };
  lastTook = performance.now() - (startedAt.get(request) ?? performance.now());
});

interface Measured {
  readonly p50: number;
  readonly p95: number;
  /** Processor time of the whole process, its caller and the embedded database included: what other work cannot add to. */
  readonly cpuP50: number;
  readonly cpuP95: number;
}

type Ask = (turn: number) => Promise<unknown>;
const KINDS = ['floor', 'list', 'words', 'page', 'similar'] as const;
type Kind = (typeof KINDS)[number];

/** One of each kind after the other, so that all of them meet the same machine. */
async function measure(asks: Readonly<Record<Kind, Ask>>): Promise<Record<Kind, Measured>> {
  const took: Record<Kind, number[]> = { floor: [], list: [], words: [], page: [], similar: [] };
  const worked: Record<Kind, number[]> = { floor: [], list: [], words: [], page: [], similar: [] };
  for (let turn = -WARM_UP; turn < REQUESTS; turn++)
    for (const kind of KINDS) {
      const before = process.cpuUsage();
      await asks[kind](Math.abs(turn));
      const { user, system } = process.cpuUsage(before);
      if (turn < 0) continue;
      took[kind].push(lastTook);
      worked[kind].push((user + system) / 1_000);
    }
  const at = (share: number, among: readonly number[]): number =>
    Number((among.toSorted((a, b) => a - b)[Math.floor(among.length * share)] ?? 0).toFixed(1));
  const measured = (kind: Kind): Measured => ({
    p50: at(0.5, took[kind]),
    p95: at(0.95, took[kind]),
    cpuP50: at(0.5, worked[kind]),
    cpuP95: at(0.95, worked[kind]),
  });
  return {
    floor: measured('floor'),
    list: measured('list'),
    words: measured('words'),
    page: measured('page'),
    similar: measured('similar'),
  };
}

/** What the same page costs where nothing is looked up, decided or written. */
async function listenBare(answer: object): Promise<{ ask: Ask; stop: () => void }> {
  const server = express()
    .get('/', (_request, response) => void response.json(answer))
    .listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    ask: async () => (await fetch(`http://localhost:${address.port}/`)).json(),
    stop: () => void server.close(),
  };
}

async function prepare() {
  const app = await start();
  const link = await app.firstAdministratorLink();
  const moderator = await administratorOf(`http://localhost:${app.port}`, link ?? '');
  const authors: PersonId[] = Array.from({ length: AUTHORS }, () => mintId('person'));
  const rows = authors.map((id, at) => ({
    id,
    name: `Personne ${at}`,
    directorate: `Direction ${at % 12}`,
    mail: null,
  }));
  await moderator.expect(invitePeople, { body: { rows, send: false } });
  const at = (local: string) => ({ local, timeZone: 'Europe/Paris' });
  const timeBox = {
    opensAt: at('2026-10-12T09:00'),
    ideasUntil: at('2026-10-23T17:00'),
    closesAt: at('2026-10-30T17:00'),
    decisionDueAt: at('2026-11-13T17:00'),
  };
  const challenge = mintId('challenge');
  const nobody = { name: '', mail: null, directorate: '', source: '' };
  const first = {
    title: 'La première',
    text: 'Les autres suivent.',
    author: nobody,
    supports: 0,
    source: '1',
  };
  const body = { preview: false, challenge, question: 'Que gaspillons-nous ?', brief: '', timeBox };
  await moderator.expect(importChallenge, { body: { ...body, ideas: [first] } });
  ({ port } = app);
  await app.stop();
  clock.set(new Date('2026-10-12T08:00:00Z'));
  return { moderator, authors, challenge };
}

async function idsOf(reader: Caller, challenge: ChallengeId): Promise<IdeaId[]> {
  const ids: IdeaId[] = [];
  for (let from = 0; from < 1_000; from += 100) {
    const query = { from: String(from), count: '100' };
    const { ideas } = await reader.expect(listIdeas, { params: { challenge }, query });
    ids.push(...ideas.map(({ id }) => id));
  }
  return ids;
}

let app: App | undefined;
try {
  const { moderator: reader, authors, challenge } = await prepare();
  const config = configOf();
  // By another process, so that what this one holds in memory at the end is what serving takes.
  const filling: Filling = {
    uri: config.mongodbUri ?? null,
    dataDir: config.dataDir,
    keyFile: config.attributionKeyFile,
    instanceName: config.instanceName,
    at: clock.now().toISOString(),
    challenge,
    authors,
    count: IDEAS,
  };
  const filler = [...process.execArgv, join(import.meta.dirname, 'support', 'fill-ideas.ts')];
  const { status } = spawnSync(process.execPath, filler, {
    input: JSON.stringify(filling),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('the ideas could not be written');

  const before = performance.now();
  app = await start();
  // Whoever comes first waits until the ideas are read; whoever searches first, until their words are.
  await reader.expect(listIdeas, { params: { challenge }, query: { count: '1' } });
  const startMs = Math.round(performance.now() - before);
  await reader.expect(listIdeas, { params: { challenge }, query: { search: 'lumière', count: '1' } });
  const wordsMs = Math.round(performance.now() - before);

  const words = wordsFrom(7);
  const ids = await idsOf(reader, challenge);
  const params = { challenge };
  const bare = await listenBare(await reader.expect(listIdeas, { params, query: { count: '30' } }));
  const measured = await measure({
    floor: bare.ask,
    list: (turn) =>
      reader.expect(listIdeas, { params, query: { from: String((turn % 20) * 30), count: '30' } }),
    words: () => reader.expect(listIdeas, { params, query: { search: words.some(2), count: '30' } }),
    page: (turn) =>
      reader.expect(readIdea, { params: { idea: ids[(turn * 31) % ids.length] ?? mintId('idea') } }),
    similar: (turn) => {
      const title = words.some(6);
      // Every third one is mistyped, as on a phone.
      const typed = turn % 3 === 0 ? title.replace(/(\p{L}{3})\p{L}/u, '$1') : title;
      return reader.expect(findSimilar, { params, body: { title: typed, except: [] } });
    },
  });
  bare.stop();
  const over = (kind: Kind) => ({
    ...measured[kind],
    overFloor: Number((measured[kind].cpuP50 / Math.max(0.1, measured.floor.cpuP50)).toFixed(1)),
  });
  const { floor } = measured;
  const [list, search, page, similar] = [over('list'), over('words'), over('page'), over('similar')];

  const kind = own ? 'MONGODB_URI' : 'embedded';
  const memoryMb = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${IDEAS} ideas in one challenge, ${kind}; server time in ms, ${REQUESTS} requests each`);
  console.table({
    'bare Express, the same 30': floor,
    'list, 30 ideas': { ...list, goal: GOALS.list },
    'list, two words': search,
    'page of an idea': page,
    'similar while typing': { ...similar, goal: GOALS.similar },
  });
  console.log(
    `from start to the first list: ${startMs} ms, to the first search: ${wordsMs} ms; memory of the process: ${memoryMb} MB`,
  );
  console.log(
    JSON.stringify({
      database: kind,
      ideas: IDEAS,
      startMs,
      wordsMs,
      floor,
      list,
      words: search,
      page,
      similar,
      memoryMb,
    }),
  );
  process.exitCode = list.p95 <= GOALS.list && similar.p95 <= GOALS.similar ? 0 : 1;
} finally {
  await app?.stop();
  if (own) {
    const database = await openDatabase({ uri: own.href, dataDir: folder, log: createLog('error') });
    await database.connection.dropDatabase();
    await database.stop();
  }
  rmSync(folder, { recursive: true, force: true });
}
