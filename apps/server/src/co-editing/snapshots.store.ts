/**
 * Snapshots in MongoDB, which holds at most sixteen megabytes in one document: what a long history makes beyond a part is
 * written in further ones, before the head that names them. Who reads finds all of one snapshot, or none.
 */
import type { Snapshots } from '@butinerie/collaboration/server';
import { randomUUID } from 'node:crypto';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey } from '../platform/mongo.ts';
import { bytesOf } from '../platform/stored-bytes.ts';

interface StoredSnapshot {
  /** The document. */
  _id: string;
  seq: number;
  update: Buffer;
  /** What follows, in order; snapshots of before this field are whole. */
  parts?: string[];
}
interface StoredPart {
  _id: string;
  doc: string;
  seq: number;
  bytes: Buffer;
}

const PART_BYTES = 8 * 1024 * 1024;
/** So often may a newer snapshot take the place of the one that is being read. */
const LOOKS = 3;

const required = true;
const snapshotSchema = new Schema<StoredSnapshot>(
  {
    _id: { type: String, required },
    seq: { type: Number, required },
    update: { type: Buffer, required },
    parts: { type: [String], default: undefined },
  },
  { collection: 'docSnapshots', versionKey: false },
);
const partSchema = new Schema<StoredPart>(
  {
    _id: { type: String, required },
    doc: { type: String, required },
    seq: { type: Number, required },
    bytes: { type: Buffer, required },
  },
  { collection: 'docSnapshotParts', versionKey: false },
);
partSchema.index({ doc: 1, seq: 1 });

function cut(update: Uint8Array): Buffer[] {
  const whole = Buffer.from(update.buffer, update.byteOffset, update.byteLength);
  const count = Math.max(1, Math.ceil(whole.length / PART_BYTES));
  return Array.from({ length: count }, (_, at) => whole.subarray(at * PART_BYTES, (at + 1) * PART_BYTES));
}

export function snapshotStore(connection: Connection): Snapshots {
  const heads = connection.model<StoredSnapshot>('DocSnapshot', snapshotSchema);
  const further = connection.model<StoredPart>('DocSnapshotPart', partSchema);

  /** Null when one of them is gone: a newer snapshot was kept meanwhile. */
  async function together({ update, parts = [] }: StoredSnapshot): Promise<Uint8Array | null> {
    if (parts.length === 0) return bytesOf(update);
    const found = await further.find({ _id: { $in: parts } }).lean<StoredPart[]>();
    const bytes = new Map(found.map((part) => [part._id, bytesOf(part.bytes)]));
    if (bytes.size < parts.length) return null;
    return Buffer.concat([bytesOf(update), ...parts.flatMap((id) => bytes.get(id) ?? [])]);
  }

  return {
    async read(doc) {
      for (let look = 0; look < LOOKS; look++) {
        const head = await heads.findById(doc).lean<StoredSnapshot>();
        if (head === null) return null;
        const update = await together(head);
        if (update !== null) return { seq: head.seq, update };
      }
      return null;
    },
    async keep(doc, { seq, update }) {
      const [first, ...rest] = cut(update);
      const parts = rest.map((bytes): StoredPart => ({ _id: randomUUID(), doc, seq, bytes }));
      for (const part of parts) await further.create(part);
      const head = { seq, update: first, parts: parts.map(({ _id }) => _id) };
      try {
        await heads.updateOne({ _id: doc, seq: { $lt: seq } }, head, { upsert: true });
      } catch (error) {
        // Another server kept one that reaches as far.
        if (!isDuplicateKey(error)) throw error;
      }
      const kept = await heads.findById(doc, { parts: 1 }).lean<StoredSnapshot>();
      await further.deleteMany({ doc, seq: { $lte: seq }, _id: { $nin: kept?.parts ?? [] } });
    },
  };
}
