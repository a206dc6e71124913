/** Texts of the kit and signatures in MongoDB, one document a challenge. The only file of this slice that knows Mongoose. */
import type { ChallengeId, DirectorateId, KitTextName, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface KitTextRecord {
  readonly name: KitTextName;
  readonly text: string;
  readonly version: number;
  readonly by: PersonId;
  readonly at: Date;
}
export interface SignatureRecord {
  readonly person: PersonId;
  readonly directorate: DirectorateId;
  readonly at: Date;
  readonly version: number;
  readonly text: string;
}
export interface KitRecord {
  readonly texts: readonly KitTextRecord[];
  readonly signatures: readonly SignatureRecord[];
  /** Counts every change, whoever made it. */
  readonly revision: number;
}
type Stored = KitRecord & { readonly _id: ChallengeId };

const list = { type: [Schema.Types.Mixed], required: true };
const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    texts: list,
    signatures: list,
    revision: { type: Number, required: true },
  },
  { collection: 'kits', versionKey: false, strict: 'throw', minimize: false },
);

const NOTHING: KitRecord = { texts: [], signatures: [], revision: 0 };

export function kitStore(connection: Connection) {
  const kits = connection.model<Stored>('Kit', schema);
  return {
    async read(challenge: ChallengeId): Promise<KitRecord> {
      return (await kits.findById(challenge).lean<Stored | null>()) ?? NOTHING;
    },
    /** False when somebody was faster. */
    async change(
      tx: Transaction,
      challenge: ChallengeId,
      seen: KitRecord,
      patch: Partial<Pick<KitRecord, 'texts' | 'signatures'>>,
    ): Promise<boolean> {
      const { texts, signatures } = { ...seen, ...patch };
      if (seen.revision === 0) {
        await kits.create([{ _id: challenge, texts, signatures, revision: 1 }], { session: tx });
        return true;
      }
      const done = await kits.updateOne(
        { _id: challenge, revision: seen.revision },
        { $set: { texts, signatures, revision: seen.revision + 1 } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
  };
}
