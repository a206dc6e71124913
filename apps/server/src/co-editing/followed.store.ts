/**
 * Whether every record followed its text when the server last stopped: one row, left by a stop in order and taken by the
 * next start, so that only a crash makes anybody open every text again.
 */
import { Schema, type Connection } from 'mongoose';

export interface Followed {
  /** True once: what is written from here on may be ahead of its record until `leave`. */
  take(): Promise<boolean>;
  leave(): Promise<void>;
}

const TEXTS = 'texts';
const schema = new Schema<{ _id: string }>(
  { _id: { type: String, required: true } },
  { collection: 'followedTexts', versionKey: false },
);

export function followedStore(connection: Connection): Followed {
  const followed = connection.model<{ _id: string }>('FollowedTexts', schema);
  return {
    take: async () => (await followed.deleteOne({ _id: TEXTS })).deletedCount === 1,
    async leave() {
      await followed.updateOne({ _id: TEXTS }, { $set: { _id: TEXTS } }, { upsert: true });
    },
  };
}
