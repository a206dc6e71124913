/**
 * The update log, the leased client ids and late texts in MongoDB; of this slice only the stores know Mongoose.
 * Rows are only ever added: an update, once acknowledged, is there for good.
 */
import type { IdeaId, LateId, PersonId } from '@butinerie/contracts';
import {
  SeqTaken,
  type Leases,
  type LogRow,
  type Snapshots,
  type UpdateLog,
} from '@butinerie/collaboration/server';
import { createHash, randomInt } from 'node:crypto';
import { mongo, Schema, type Connection } from 'mongoose';
import { appendOnly } from '../platform/append-only.ts';
import type { Clock } from '../platform/clock.ts';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import { together } from '../platform/together.ts';
import { snapshotStore } from './snapshots.store.ts';
import { bytesOf } from '../platform/stored-bytes.ts';

interface StoredRow {
  _id: string;
  doc: string;
  seq: number;
  person: string;
  clientId: number | null;
  at: Date;
  via: NonNullable<LogRow['via']> | null;
  ref: string | null;
  bytes: Buffer;
  /** Where the bytes were destroyed, by an account of its own. */
  digest?: string;
}
interface StoredLease {
  _id: string;
  doc: string;
  clientId: number;
  person: string;
  at: Date;
}
export interface LateText {
  readonly id: LateId;
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly at: Date;
  readonly text: string;
  readonly bytes: Uint8Array;
}
type StoredLate = Omit<LateText, 'id' | 'bytes'> & { _id: LateId; bytes: Buffer; digest: string };

const required = true;
const rowSchema = appendOnly(
  new Schema<StoredRow>(
    {
      _id: { type: String, required },
      doc: { type: String, required },
      seq: { type: Number, required },
      person: { type: String, required },
      clientId: { type: Number, default: null },
      at: { type: Date, required },
      via: { type: String, default: null },
      ref: { type: String, default: null },
      bytes: { type: Buffer, required },
    },
    { collection: 'docUpdates', versionKey: false },
  ),
);
rowSchema.index({ doc: 1, seq: 1 }, { unique: true });

const leaseSchema = appendOnly(
  new Schema<StoredLease>(
    {
      _id: { type: String, required },
      doc: { type: String, required },
      clientId: { type: Number, required },
      person: { type: String, required },
      at: { type: Date, required },
    },
    { collection: 'docClients', versionKey: false },
  ),
);
leaseSchema.index({ doc: 1, clientId: 1 }, { unique: true });

const lateSchema = new Schema<StoredLate>(
  {
    _id: { type: String, required },
    idea: { type: String, required },
    person: { type: String, required },
    at: { type: Date, required },
    // An update that only deletes has no words of its own, and is kept all the same.
    text: { type: String, default: '' },
    bytes: { type: Buffer, required },
    /** SHA-256 of the bytes, hex: the same message sent again is the same late text. */
    digest: { type: String, required },
  },
  { collection: 'lateTexts', versionKey: false },
);
lateSchema.index({ idea: 1, at: 1 });
lateSchema.index({ idea: 1, person: 1, digest: 1 }, { unique: true });

/** A row whose bytes were destroyed says nothing: the update of no change. */
const readable = (bytes: Uint8Array): Uint8Array => (bytes.length === 0 ? Uint8Array.of(0, 0) : bytes);

/** Rows are inserted in order up to the one that is refused. */
const reached = (cause: unknown) => {
  const index: unknown = cause instanceof mongo.MongoServerError ? cause['index'] : null;
  return { written: typeof index === 'number' ? index : null, cause };
};

interface Wanted {
  readonly doc: string;
  readonly person: string;
  readonly count: number;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface LateTexts {
  keep(tx: Transaction, late: LateText): Promise<void>;
  has(late: LateText): Promise<boolean>;
  /** How many bytes the person left late on the idea, and in how many messages. */
  weight(idea: IdeaId, person: PersonId): Promise<{ bytes: number; messages: number }>;
  of(idea: IdeaId): Promise<LateText[]>;
}

export function documentStore(
  connection: Connection,
  clock: Clock,
): {
  log: UpdateLog;
  snapshots: Snapshots;
  leases: Leases;
  lateTexts: LateTexts;
  /** What was written in each of these texts, in order. */
  updatesOf: (docs: readonly string[]) => Promise<ReadonlyMap<string, readonly Uint8Array[]>>;
} {
  const rows = connection.model<StoredRow>('DocUpdate', rowSchema);
  const clients = connection.model<StoredLease>('DocClient', leaseSchema);
  const late = connection.model<StoredLate>('LateText', lateSchema);
  // Made once: a handle for each command costs as much as what is sent by it.
  const database = connection.getClient().db(connection.name);

  /**
   * As one bare command: a thousand keystrokes a second have no need of a model's casting, nor of being sent again by
   * the driver. Whether a write whose answer was lost was made is read from the log itself, as after any failure.
   */
  async function insertAll(collection: string, documents: readonly object[]): Promise<void> {
    const answer = await database.command({
      insert: collection,
      documents,
      ordered: true,
      writeConcern: { w: 'majority', j: true },
    });
    // First: documents before one that is refused are there for good only if this says so.
    if (answer['writeConcernError'] !== undefined)
      throw new mongo.MongoServerError({
        message: 'the majority did not confirm',
        ...answer['writeConcernError'],
      });
    const [error] = (answer['writeErrors'] ?? []) as { code: number; errmsg: string; index: number }[];
    if (error !== undefined)
      throw new mongo.MongoServerError({ ...error, message: error.errmsg, code: error.code });
  }

  /** In one write for all who join at once: each waits for its answer. */
  const leaseTogether = together<Wanted, number[]>(async (wanted) => {
    for (;;) {
      const drawn = wanted.map(({ count }) => {
        const ids = new Set<number>();
        while (ids.size < count) ids.add(randomInt(1, 2 ** 32 - 1));
        return [...ids];
      });
      const at = clock.now();
      const leased = wanted.flatMap(({ doc, person }, n) =>
        (drawn[n] ?? []).map((clientId) => ({ _id: `${doc}:${clientId}`, doc, clientId, person, at })),
      );
      try {
        await insertAll(clients.collection.name, leased);
        return drawn;
      } catch (error) {
        // One was drawn before in its document: draw others. Those that were kept go unused.
        if (!isDuplicateKey(error)) throw error;
      }
    }
  });

  return {
    async updatesOf(docs) {
      const shown = { doc: 1, seq: 1, bytes: 1 } as const;
      const found = await readPlain<StoredRow>(rows, { doc: { $in: [...docs] } }, shown);
      const inOrder = found.sort((one, other) => one.seq - other.seq);
      const updates = new Map<string, Uint8Array[]>(docs.map((doc) => [doc, []]));
      for (const { doc, bytes } of inOrder) updates.get(doc)?.push(readable(bytesOf(bytes)));
      return updates;
    },
    log: {
      async read(doc, after = 0) {
        const found = await rows
          .find({ doc, seq: { $gt: after } })
          .sort({ seq: 1 })
          .lean<StoredRow[]>();
        return found.map(({ clientId, via, ref, bytes, digest, seq, person, at }): LogRow => ({
          doc,
          seq,
          person,
          at,
          bytes: readable(bytesOf(bytes)),
          ...(clientId === null ? {} : { clientId }),
          ...(via === null ? {} : { via }),
          // Rows of before this field have none.
          ...(ref ? { ref } : {}),
          ...(digest === undefined ? {} : { digest }),
        }));
      },
      async append(appended) {
        const documents = appended.map((row) => ({
          _id: `${row.doc}:${row.seq}`,
          doc: row.doc,
          seq: row.seq,
          person: row.person,
          clientId: row.clientId ?? null,
          at: row.at,
          via: row.via ?? null,
          ref: row.ref ?? null,
          bytes: Buffer.from(row.bytes),
        }));
        try {
          await insertAll(rows.collection.name, documents);
        } catch (error) {
          throw isDuplicateKey(error) ? new SeqTaken('a row is there already', reached(error)) : error;
        }
      },
    },
    snapshots: snapshotStore(connection),
    leases: {
      lease: (doc, person, count) => leaseTogether({ doc, person, count }),
      async ownersOf(doc) {
        const found = await clients.find({ doc }).lean<StoredLease[]>();
        return new Map(found.map(({ clientId, person }) => [clientId, person]));
      },
    },
    lateTexts: {
      async keep(tx, { id, bytes, ...rest }) {
        const stored = { _id: id, ...rest, bytes: Buffer.from(bytes), digest: digestOf(bytes) };
        await late.create([stored], { session: tx });
      },
      has: async ({ idea, person, bytes }) =>
        (await late.exists({ idea, person, digest: digestOf(bytes) })) !== null,
      async weight(idea, person) {
        const kept = await late.find({ idea, person }, { bytes: 1 }).lean<StoredLate[]>();
        return {
          bytes: kept.reduce((sum, { bytes }) => sum + bytesOf(bytes).length, 0),
          messages: kept.length,
        };
      },
      async of(idea) {
        const found = await late.find({ idea }).sort({ at: 1 }).lean<StoredLate[]>();
        return found.map(({ _id, digest: _digest, bytes, ...rest }) => ({
          id: _id,
          ...rest,
          bytes: bytesOf(bytes),
        }));
      },
    },
  };
}
