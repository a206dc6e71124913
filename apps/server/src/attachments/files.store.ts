/**
 * Bytes of files in the database, in GridFS's layout: MongoDB's own tools read them, the embedded database carries them
 * the same way, and they are kept in the transaction of what names them. Named by their SHA-256: the same bytes are kept
 * once, and what comes back is what was kept.
 */
import { Schema, type Connection, type mongo, type Types } from 'mongoose';
import { createHash } from 'node:crypto';
import type { Transaction } from '../platform/mongo.ts';

/** Of GridFS. */
const CHUNK = 255 * 1_024;

interface StoredFile {
  _id: string;
  length: number;
  chunkSize: number;
  uploadDate: Date;
}
interface StoredChunk {
  _id: Types.ObjectId;
  files_id: string;
  n: number;
  data: Buffer | mongo.Binary;
}

const number = { type: Number, required: true };
const fileSchema = new Schema<StoredFile>(
  {
    _id: { type: String, required: true },
    length: number,
    chunkSize: number,
    uploadDate: { type: Date, required: true },
  },
  { collection: 'attachments.files', versionKey: false, strict: 'throw' },
);
const chunkSchema = new Schema<StoredChunk>(
  {
    files_id: { type: String, required: true },
    n: number,
    data: { type: Buffer, required: true },
  },
  { collection: 'attachments.chunks', versionKey: false, strict: 'throw' },
);
chunkSchema.index({ files_id: 1, n: 1 }, { unique: true });

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export type FileStore = ReturnType<typeof fileStore>;

export function fileStore(connection: Connection) {
  const files = connection.model<StoredFile>('File', fileSchema);
  const chunks = connection.model<StoredChunk>('FileChunk', chunkSchema);
  return {
    nameOf: sha256,
    async keep(tx: Transaction, bytes: Uint8Array, at: Date): Promise<void> {
      const _id = sha256(bytes);
      if ((await files.exists({ _id }).session(tx)) !== null) return;
      const parts = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, n) => ({
        files_id: _id,
        n,
        data: Buffer.from(bytes.subarray(n * CHUNK, (n + 1) * CHUNK)),
      }));
      await chunks.insertMany(parts, { session: tx });
      const about = { _id, length: bytes.length, chunkSize: CHUNK, uploadDate: at };
      await files.create([about], { session: tx });
    },
    async read(name: string): Promise<Uint8Array> {
      const parts = await chunks.find({ files_id: name }).sort({ n: 1 }).lean<StoredChunk[]>();
      const bytes = Buffer.concat(parts.map(({ data }) => (Buffer.isBuffer(data) ? data : data.value())));
      // Bytes that are not those kept are a fault to be seen to, never something to show.
      if (sha256(bytes) !== name) throw new Error(`the kept file ${name} is not what it was`);
      return bytes;
    },
  };
}
