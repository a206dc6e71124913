/**
 * Answers for a fresh server and a connected stock client per test file, in a directory that goes away with them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Collection, Db, Document, ObjectId } from 'mongodb';
import { startEmbeddedMongo } from '../index.ts';
import type { EmbeddedMongo, EmbeddedMongoOptions } from '../index.ts';

/** Records under any kind of key, as the tests make them. */
export interface Row extends Document {
  _id?: number | string | ObjectId;
}

export interface TestServer {
  dataDir: string;
  uri: string;
  client: MongoClient;
  db: Db;
  rows(name: string): Collection<Row>;
  /** Stops the server and starts another on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestServer(options: Partial<EmbeddedMongoOptions> = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'em-'));
  let server: EmbeddedMongo;
  const open = async (): Promise<MongoClient> => {
    server = await startEmbeddedMongo({ sync: 'none', ...options, dataDir });
    return await MongoClient.connect(server.uri, { monitorCommands: true, serverSelectionTimeoutMS: 5000 });
  };
  const shut = async (): Promise<void> => {
    await test.client.close();
    await server.stop();
  };
  const client = await open();
  const test: TestServer = {
    dataDir,
    get uri() {
      return server.uri;
    },
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
