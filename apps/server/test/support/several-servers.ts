/**
 * Several servers of one instance in this process, each with its own memory, rooms and caches, on one database: a
 * replica set where MONGODB_URI names one, else the embedded one, spoken to over its socket as any other.
 */
import { startEmbeddedMongo } from '@butinerie/embedded-mongo';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCaller, type Caller } from '../../src/caller.ts';
import type { Mailer } from '../../src/platform/mailer.ts';
import { dropTestDatabase, testDatabaseUri } from './test-database.ts';
import { bootApp, createTestServer, type TestServer } from './test-server.ts';

export interface SeveralServers {
  readonly first: TestServer;
  /** Of the database they share. */
  readonly uri: string;
  /** The addresses of all, the first one's first. */
  readonly bases: readonly string[];
  /** The same person, asking another server. */
  at(server: number, person: Caller): Caller;
  /** Every server has sent what is due. */
  mailSettled(): Promise<void>;
  stop(): Promise<void>;
}

export async function openServers({
  count = 2,
  redisUrl = process.env['REDIS_URL'],
  through,
}: { count?: number; redisUrl?: string; through?: Mailer } = {}): Promise<SeveralServers> {
  const shared = await openSharedDatabase();
  const { uri: mongodbUri } = shared;
  const first = await createTestServer({ mongodbUri, redisUrl, through });
  const others = await Promise.all(
    Array.from({ length: count - 1 }, (_, n) =>
      bootApp({ ...first, data: `data-${n + 2}`, mongodbUri, redisUrl, through }),
    ),
  );
  const bases = [first.base, ...others.map(({ port }) => `http://localhost:${port}`)];
  return {
    first,
    uri: mongodbUri,
    bases,
    at: (server, person) => createCaller(bases[server] ?? '', { session: person.cookie() }),
    async mailSettled() {
      await Promise.all([first.app, ...others].map((app) => app.mailSettled()));
    },
    async stop() {
      await Promise.all(others.map((app) => app.stop()));
      await first.stop();
      await shared.stop();
    },
  };
}

export interface SharedDatabase {
  readonly uri: string;
  /** After the servers on it. */
  stop(): Promise<void>;
}

export async function openSharedDatabase(): Promise<SharedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'butinerie-servers-'));
  const dataDir = join(folder, 'database');
  const given = testDatabaseUri(dataDir);
  const embedded = given === undefined ? await startEmbeddedMongo({ dataDir, sync: 'none' }) : null;
  const uri = given ?? embedded?.uri;
  if (uri === undefined) throw new Error('there is no database');
  return {
    uri,
    async stop() {
      await embedded?.stop();
      await dropTestDatabase(dataDir);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
