/** Signed-in browsers by the hash of their cookie. */
import type { PersonId } from '@butinerie/contracts';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import { together } from '../platform/together.ts';
import type { LinkKind } from './links.store.ts';

/** The door a browser came in by. */
export type EnteredBy = LinkKind | 'password' | 'demonstration';

export interface WebSessionStored {
  /** Hash of the token: names the session without being its secret. */
  readonly _id: string;
  readonly person: PersonId;
  readonly enteredBy: EnteredBy;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

const schema = new Schema<WebSessionStored>(
  {
    _id: String,
    person: { type: String, required: true },
    enteredBy: { type: String, required: true },
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
    async insert(tx: Transaction, session: WebSessionStored): Promise<void> {
      await model.create([session], { session: tx });
    },
    async living(hash: string, now: Date, tx?: Transaction): Promise<WebSessionStored | null> {
      const options = tx === undefined ? {} : { session: tx };
      return model.findOne({ _id: hash, expiresAt: { $gt: now } }, null, options).lean<WebSessionStored>();
    },
    /** The same for many who knock at once. */
    livingOf: together<{ hash: string; now: Date }, WebSessionStored | null>(async (asked) => {
      const hashes = [...new Set(asked.map(({ hash }) => hash))];
      const rows = await readPlain<WebSessionStored>(model, { _id: { $in: hashes } });
      const byHash = new Map(rows.map((row) => [row._id, row]));
      return asked.map(({ hash, now }) => {
        const session = byHash.get(hash);
        return session !== undefined && session.expiresAt > now ? session : null;
      });
    }),
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
    /** Ends those that came in by another door than `kept`; answers which. */
    async endBut(tx: Transaction, person: PersonId, kept: readonly EnteredBy[]): Promise<string[]> {
      const others = { person, enteredBy: { $nin: [...kept] } };
      const rows = await model.find(others, { _id: 1 }, { session: tx }).lean<{ _id: string }[]>();
      await model.deleteMany(others, { session: tx });
      return rows.map(({ _id }) => _id);
    },
    async forget(before: Date): Promise<void> {
      await model.deleteMany({ expiresAt: { $lte: before } });
    },
  };
}
