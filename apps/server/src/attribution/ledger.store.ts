/** The leaves, their head and the signed checkpoints in MongoDB. Leaves and checkpoints are only ever added. */
import { parseLeaf, type ReadEvent } from '@butinerie/attribution';
import type { IdeaId, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';
import { appendOnly } from '../platform/append-only.ts';
import { bytesOf } from '../platform/stored-bytes.ts';

export interface LedgerRow {
  readonly n: number;
  /** The leaf itself; everything else in the row is a reading of it, for queries. */
  readonly bytes: Uint8Array;
  readonly event: object;
  readonly ideas: readonly string[];
  readonly names: readonly string[];
}
interface StoredRow extends Omit<LedgerRow, 'n' | 'bytes'> {
  _id: number;
  bytes: Buffer;
}
/** Every append writes it, so that two at once conflict and one of them starts over. */
export interface Head {
  /** How many leaves there are. */
  readonly n: number;
  /** The moment of the last one; the next is never earlier. */
  readonly t: string;
}
export interface SignedCheckpoint {
  readonly size: number;
  readonly note: string;
}

const required = true;
const rowSchema = appendOnly(
  new Schema<StoredRow>(
    {
      _id: { type: Number, required },
      bytes: { type: Buffer, required },
      event: { type: Schema.Types.Mixed, required },
      ideas: { type: [String], required },
      names: { type: [String], required },
    },
    { collection: 'ledger', versionKey: false, minimize: false },
  ),
);
rowSchema.index({ ideas: 1 });
rowSchema.index({ names: 1 });

const headSchema = new Schema<Head & { _id: string }>(
  {
    _id: { type: String, required },
    n: { type: Number, required },
    t: { type: String, required },
  },
  { collection: 'ledgerHead', versionKey: false },
);

const checkpointSchema = appendOnly(
  new Schema<{ _id: number; note: string }>(
    { _id: { type: Number, required }, note: { type: String, required } },
    { collection: 'checkpoints', versionKey: false },
  ),
);

const HEAD = 'head';
const nothingYet: Head = { n: 0, t: '' };

const rowOf = ({ _id, bytes, ...rest }: StoredRow): LedgerRow => ({ n: _id, bytes: bytesOf(bytes), ...rest });

/** What a leaf says, by its bytes alone; undefined when they are not those of an event. */
export function eventOf(row: Pick<LedgerRow, 'bytes'>): ReadEvent['event'] | undefined {
  const leaf = parseLeaf(row.bytes);
  return leaf.ok ? leaf.value.event : undefined;
}

export type LedgerStore = ReturnType<typeof ledgerStore>;

export function ledgerStore(connection: Connection) {
  const rows = connection.model<StoredRow>('LedgerRow', rowSchema);
  const heads = connection.model<Head & { _id: string }>('LedgerHead', headSchema);
  const checkpoints = connection.model<{ _id: number; note: string }>('Checkpoint', checkpointSchema);

  return {
    async head(tx?: Transaction): Promise<Head> {
      const found = await heads.findById(HEAD, null, tx === undefined ? {} : { session: tx }).lean<Head>();
      return found === null ? nothingYet : { n: found.n, t: found.t };
    },
    /** Adds the rows after the head that was read in this transaction. */
    async append(tx: Transaction, seen: Head, t: string, added: readonly LedgerRow[]): Promise<void> {
      const next = { n: seen.n + added.length, t };
      if (seen.n === 0) await heads.updateOne({ _id: HEAD }, { $set: next }, { session: tx, upsert: true });
      else {
        const moved = await heads.updateOne({ _id: HEAD, n: seen.n }, { $set: next }, { session: tx });
        if (moved.matchedCount !== 1) throw new Error('the head of the ledger is not where it was read');
      }
      await rows.insertMany(
        added.map(({ n, bytes, ...rest }) => ({ _id: n, bytes: Buffer.from(bytes), ...rest })),
        { session: tx },
      );
    },
    /** Committed rows from `n` on, in order. */
    async *from(n: number): AsyncGenerator<Pick<LedgerRow, 'n' | 'bytes'>> {
      const cursor = rows.collection
        .find({ _id: { $gte: n } } as object, { readConcern: 'majority' })
        .project<{ _id: number; bytes: Buffer }>({ bytes: 1 })
        .sort({ _id: 1 });
      for await (const { _id, bytes } of cursor) yield { n: _id, bytes: bytesOf(bytes) };
    },
    async row(n: number): Promise<LedgerRow | null> {
      const found = await rows.findById(n).readConcern('majority').lean<StoredRow>();
      return found === null ? null : rowOf(found);
    },
    /** Rows about any of these ideas, in order; those of the transaction included. */
    async about(ideas: Iterable<IdeaId>, tx?: Transaction): Promise<LedgerRow[]> {
      const found = await rows
        .find({ ideas: { $in: [...ideas] } }, null, tx === undefined ? {} : { session: tx })
        .sort({ _id: 1 })
        .lean<StoredRow[]>();
      return found.map(rowOf);
    },
    async naming(people: readonly PersonId[], tx?: Transaction): Promise<LedgerRow[]> {
      const found = await rows
        .find({ names: { $in: [...people] } }, null, tx === undefined ? {} : { session: tx })
        .sort({ _id: 1 })
        .lean<StoredRow[]>();
      return found.map(rowOf);
    },

    async checkpoints(): Promise<SignedCheckpoint[]> {
      const found = await checkpoints.find().sort({ _id: 1 }).lean<{ _id: number; note: string }[]>();
      return found.map(({ _id, note }) => ({ size: _id, note }));
    },
    /** How many leaves the largest checkpoint covers. */
    async signedSize(): Promise<number> {
      const last = await checkpoints.findOne().sort({ _id: -1 }).lean<{ _id: number }>();
      return last?._id ?? 0;
    },
    async keepCheckpoint({ size, note }: SignedCheckpoint): Promise<void> {
      try {
        await checkpoints.create({ _id: size, note });
      } catch (error) {
        // Signing is deterministic: the same size again is the same note.
        if (!isDuplicateKey(error)) throw error;
      }
    },
  };
}
