/** Signed-in browsers by the hash of their cookie. */
import type { PersonId } from '@butinerie/contracts';
import { Schema } from 'mongoose';
import type { Database } from '../platform/mongo.ts';

export interface WebSessionStored {
  /** Hash of the token: names the session without being its secret. */
  readonly _id: string;
  readonly person: PersonId;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

const schema = new Schema<WebSessionStored>(
  {
    _id: String,
    person: { type: String, required: true },
    startedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ person: 1 });
schema.index({ expiresAt: 1 });

export type WebSessionsStore = ReturnType<typeof webSessionsStore>;

export function webSessionsStore(database: Database) {
  const model = database.connection.model('webSessions', schema, 'webSessions');
  return {
    async insert(session: WebSessionStored): Promise<void> {
      await model.create(session);
    },
    async living(hash: string, now: Date): Promise<WebSessionStored | null> {
      return model.findOne({ _id: hash, expiresAt: { $gt: now } }).lean<WebSessionStored>();
    },
    /** Only a session that still exists is prolonged: signing out wins over a request on its way. */
    async prolong(hash: string, expiresAt: Date): Promise<void> {
      await model.updateOne({ _id: hash }, { $set: { expiresAt } });
    },
    async end(hash: string): Promise<void> {
      await model.deleteOne({ _id: hash });
    },
    /** Returns the sessions ended, so that their sockets can be closed. */
    async endAll(person: PersonId, except?: string): Promise<string[]> {
      const rows = await model.find({ person }, { _id: 1 }).lean<{ _id: string }[]>();
      const ended = rows.map(({ _id }) => _id).filter((hash) => hash !== except);
      await model.deleteMany({ _id: { $in: ended } });
      return ended;
    },
    async forget(before: Date): Promise<void> {
      await model.deleteMany({ expiresAt: { $lte: before } });
    },
  };
}
