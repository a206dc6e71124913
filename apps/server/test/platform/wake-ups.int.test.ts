/** The lines of real instances: the database they share, and Redis where this machine has one. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase, type Database } from '../../src/platform/mongo.ts';
import { databaseLine, declareWords } from '../../src/platform/servers/database-line.ts';
import { declareDuties, sharedDuties } from '../../src/platform/servers/duties.ts';
import { redisLine } from '../../src/platform/servers/redis-line.ts';
import { dropTestDatabase, testDatabaseUri } from '../support/test-database.ts';
import { wakeUpsSuite } from './wake-ups-suite.ts';

const log = createLog('silent');
const folder = mkdtempSync(path(tmpdir(), 'butinerie-lines-'));
let database: Database;

beforeAll(async () => {
  const dataDir = path(folder, 'data');
  database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log, sync: 'none' });
  declareWords(database.connection);
  declareDuties(database.connection);
  await database.buildIndexes();
});
afterAll(async () => {
  await database.stop();
  await dropTestDatabase(path(folder, 'data'));
  rmSync(folder, { recursive: true, force: true });
});

describe('through the database', () => {
  wakeUpsSuite('database', {
    line: () => databaseLine(database.connection, log, { busyMs: 10, aloneMs: 10 }),
  });
});

describe('duties', () => {
  const pace = { beatMs: 20, lookMs: 10, goneLooks: 40 };
  const server = (name: string) => sharedDuties(database.connection, name, pace);

  test('[SS4] one server at a time is at a duty, and each of them gets its turn', async () => {
    const [one, two] = [server('one'), server('two')];
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all([one, two, one, two, one].map((each) => each.inTurn('sceller', work)));
    expect([inside, most]).toEqual([0, 1]);
    await expect(one.inTurn('sceller', () => Promise.reject(new Error('raté')))).rejects.toThrow('raté');
    expect(await two.inTurn('sceller', async () => 'libre')).toBe('libre');
  });

  test('[SS4] the duty of a server that died passes on; that of one that lives does not', async () => {
    await database.connection.model('Duty').create({ _id: 'orpheline', holder: 'morte', beat: 7 });
    expect(await server('two').inTurn('orpheline', async () => 'reprise')).toBe('reprise');

    const told: string[] = [];
    const long = server('one').inTurn('longue', async () => {
      await new Promise((resolve) => setTimeout(resolve, 3 * pace.goneLooks * pace.lookMs));
      told.push('one');
    });
    await expect
      .poll(async () => (await database.connection.model('Duty').findById('longue')) !== null)
      .toBe(true);
    await Promise.all([long, server('two').inTurn('longue', async () => void told.push('two'))]);
    expect(told).toEqual(['one', 'two']);
  });
});

const redisHere = spawnSync('redis-server', ['--version']).status === 0;
if (!redisHere) process.stderr.write('no redis-server on PATH: the line through Redis is not tested\n');

describe.skipIf(!redisHere)('through Redis', () => {
  let redis: ChildProcess;
  let url = '';

  async function start(port: string): Promise<void> {
    redis = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', folder]);
    await new Promise<void>((resolve) => {
      redis.stdout?.on('data', (said: Buffer) => said.includes('Ready to accept connections') && resolve());
    });
  }
  beforeAll(async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    probe.close();
    await start(port);
    url = `redis://127.0.0.1:${port}`;
  });
  afterAll(() => void redis.kill('SIGKILL'));

  wakeUpsSuite('Redis', { line: () => redisLine({ url, instance: 'test', log }) });

  test('[SS3] a Redis that does not answer is one sentence at the start', async () => {
    const nobody = await redisLine({ url: 'redis://127.0.0.1:1', instance: 'test', log });
    await expect(
      nobody.open(
        () => {},
        () => {},
      ),
    ).rejects.toThrow(/^REDIS_URL names a Redis/);
  });

  test('[SS3] two instances on one Redis do not hear each other', async () => {
    const heard: unknown[] = [];
    const [ours, theirs] = await Promise.all(
      ['ours', 'theirs'].map((instance) => redisLine({ url, instance, log })),
    );
    await ours?.open(
      (envelope) => heard.push(envelope.from),
      () => {},
    );
    await theirs?.open(
      (envelope) => heard.push(envelope.from),
      () => {},
    );
    await theirs?.send({ from: 'theirs', n: 1, words: [] });
    await ours?.send({ from: 'ours', n: 1, words: [] });
    await expect.poll(() => heard).toContain('ours');
    expect(heard.filter((from) => from === 'ours')).toHaveLength(1);
    await Promise.all([ours?.stop(), theirs?.stop()]);
  });

  test('[SS3] a Redis that dies is missed by a sentence and not by a crash; once it is back all hear each other again', async () => {
    const heard: number[] = [];
    let missed = 0;
    const line = await redisLine({ url, instance: 'dies', log });
    await line.open(
      ({ n }) => heard.push(n),
      () => missed++,
    );
    await line.send({ from: 'a', n: 1, words: [] });
    await expect.poll(() => heard).toEqual([1]);
    redis.kill('SIGKILL');
    await once(redis, 'exit');
    // Not kept for later: who may have missed it is told, and reads the database.
    await expect
      .poll(() => line.send({ from: 'a', n: 2, words: [] }).then(String, () => 'refused'))
      .toBe('refused');
    await start(new URL(url).port);
    await expect.poll(() => missed, { timeout: 10_000 }).toBe(1);
    await expect
      .poll(
        () =>
          line.send({ from: 'a', n: 3, words: [] }).then(
            () => heard.includes(3),
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(heard).not.toContain(2);
    await line.stop();
  });
});
