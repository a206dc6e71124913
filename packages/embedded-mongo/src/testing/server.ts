/**
 * Answers for a fresh server and a connected stock client per test file, in a directory that goes away with them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Collection, Db, Document, ObjectId } from 'mongodb';
import { claimDataDir } from '../host/data-dir.ts';
import { serve } from '../host/serve.ts';
import type { Served, ServeOptions } from '../host/serve.ts';

/** Records under any kind of key, as the tests make them. */
export interface Row extends Document {
  _id?: number | string | ObjectId;
}

export interface TestServer {
  dataDir: string;
  uri: string;
  syncs(): number;
  client: MongoClient;
  db: Db;
  rows(name: string): Collection<Row>;
  /** Stops the server and starts another on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** In the test's own thread, so that it can set the clock and read the count of syncs. */
export async function startTestServer(
  options: ServeOptions & { dataDir?: string } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'em-'));
  let server: Served;
  let release: () => void;
  const open = async (): Promise<MongoClient> => {
    ({ release } = claimDataDir(dataDir));
    server = await serve(dataDir, { sync: 'none', ...options });
    return await MongoClient.connect(server.uri, { monitorCommands: true, serverSelectionTimeoutMS: 5000 });
  };
  const shut = async (): Promise<void> => {
    await test.client.close();
    await server.stop();
    release();
  };
  const client = await open();
  const test: TestServer = {
    dataDir,
    get uri() {
      return server.uri;
    },
    syncs: () => server.syncs(),
    client,
    get db() {
      return test.client.db('test');
    },
    rows: (name) => test.db.collection<Row>(name),
    restart: async () => {
      await shut();
      test.client = await open();
    },
    close: async () => {
      await shut();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return test;
}

/** The refusal's code, or undefined when nothing was refused. */
export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}
