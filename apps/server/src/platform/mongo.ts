/**
 * The database: a replica set named by MONGODB_URI, or the embedded one. Nobody after this file knows which.
 */
import mongoose, { type ClientSession, type Connection } from 'mongoose';
import { CannotStart } from './cannot-start.ts';
import type { Log } from './log.ts';

export type Transaction = ClientSession;

export interface Database {
  readonly connection: Connection;
  readonly embedded: boolean;
  /**
   * One commit, durable on a majority when it resolves. `work` may be called again after a conflict, so it has no effect
   * outside the database; every call in it carries `{ session: tx }`. A refusal (`ok: false`) writes nothing.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Waits until every declared collection and index exists. Called once, after all models are defined. */
  buildIndexes(): Promise<void>;
  stop(): Promise<void>;
}

export interface Where {
  /** A replica set. Without one, the embedded database under `dataDir`. */
  readonly uri?: string | undefined;
  readonly dataDir: string;
  readonly log: Log;
  /** How long a replica set may take to answer. */
  readonly patienceMs?: number;
  /** `none` gives up power losses for speed: tests only. */
  readonly sync?: 'full' | 'none';
}

export async function openDatabase(where: Where): Promise<Database> {
  const source = where.uri === undefined ? await embedded(where) : given(where.uri);
  const connection = mongoose.createConnection(source.uri, {
    serverSelectionTimeoutMS: where.patienceMs ?? 10_000,
    w: 'majority',
    journal: true,
    ...(namesDatabase(source.uri) ? {} : { dbName: 'butinerie' }),
  });
  connection.plugin(strict);
  connection.on('error', (error) => where.log.error({ err: error }, 'database connection'));
  try {
    await connection.asPromise();
    await requireReplicaSet(connection);
    await requireWhole(connection);
  } catch (error) {
    await connection.destroy();
    await source.stop();
    if (error instanceof CannotStart || source.embedded) throw error;
    throw new CannotStart(
      'MONGODB_URI names a database that does not answer or refuses this account.',
      error,
    );
  }

  return {
    connection,
    embedded: source.embedded,
    transaction: (work) => transaction(connection, work),
    async buildIndexes() {
      for (const model of Object.values(connection.models)) await model.init();
    },
    async stop() {
      await connection.close();
      await source.stop();
    },
  };
}

interface Source {
  readonly uri: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

const given = (uri: string): Source => ({ uri, embedded: false, stop: async () => {} });

async function embedded({ dataDir, sync = 'full' }: Where): Promise<Source> {
  // Loaded on demand: an instance with its own MongoDB never touches the embedded one's native store.
  const { DataDirInUse, NewerFormat, startEmbeddedMongo } = await import('@butinerie/embedded-mongo');
  try {
    const running = await startEmbeddedMongo({ dataDir, sync });
    return { uri: running.uri, embedded: true, stop: () => running.stop() };
  } catch (error) {
    if (error instanceof DataDirInUse)
      throw new CannotStart(`DATA_DIR ${dataDir} is in use by another server that runs.`, error);
    if (error instanceof NewerFormat)
      throw new CannotStart(`DATA_DIR ${dataDir} was written by a newer version of this program.`, error);
    throw error;
  }
}

const namesDatabase = (uri: string): boolean => /^[^:]+:\/\/[^/]+\/[^?]/.test(uri);

async function transaction<T>(connection: Connection, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(
      async (tx) => {
        const result = await work(tx);
        if (isRefusal(result) && tx.inTransaction()) await tx.abortTransaction();
        return result;
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } },
    );
  } finally {
    await session.endSession();
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

/** A field no schema knows is a bug, in a document as in a filter, where it would otherwise match everything. */
function strict(schema: mongoose.Schema): void {
  schema.set('strict', 'throw');
  schema.set('strictQuery', 'throw');
}

async function requireReplicaSet(connection: Connection): Promise<void> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  if (typeof hello?.['setName'] !== 'string')
    throw new CannotStart('MONGODB_URI must name a replica set: transactions need one.');
}

/** Exists while a dump is being restored. */
export const RESTORING = 'restoring';

async function requireWhole(connection: Connection): Promise<void> {
  const found = await connection.db?.listCollections({ name: RESTORING }, { nameOnly: true }).toArray();
  if (found !== undefined && found.length > 0)
    throw new CannotStart(
      'A restore into this database was interrupted: empty the database, then restore again.',
    );
}

/** Whether a write failed because its unique value exists already, in an index over `field` when one is named. */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return false;
  const pattern: unknown = error['keyPattern'];
  return (
    field === undefined || (typeof pattern === 'object' && pattern !== null && Object.hasOwn(pattern, field))
  );
}
