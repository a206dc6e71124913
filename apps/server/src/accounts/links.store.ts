/** Sign-in links by the hash of their token. */
import type { PersonId } from '@butinerie/contracts';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';

export type LinkKind = 'invitation' | 'notices' | 'slip' | 'request' | 'administrator';

export interface LinkStored {
  /** Hash of the token. */
  readonly _id: string;
  readonly person: PersonId;
  readonly kind: LinkKind;
  readonly once: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

const schema = new Schema<LinkStored>(
  {
    _id: String,
    person: { type: String, required: true },
    kind: { type: String, required: true },
    once: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    revokedAt: { type: Date, default: null },
  },
  { versionKey: false },
);
schema.index({ person: 1, kind: 1 });

const inTransaction = (tx: Transaction | undefined) => (tx === undefined ? {} : { session: tx });

const stillOpen = (now: Date): Record<string, unknown> => ({
  revokedAt: null,
  expiresAt: { $gt: now },
  $or: [{ once: false }, { usedAt: null }],
});

export type LinksStore = ReturnType<typeof linksStore>;

export function linksStore(database: Database) {
  const model = database.connection.model('links', schema, 'links');
  return {
    async insert(links: readonly LinkStored[], tx?: Transaction): Promise<void> {
      await model.insertMany([...links], inTransaction(tx));
    },
    async byHash(hash: string, tx: Transaction): Promise<LinkStored | null> {
      return model.findById(hash, null, { session: tx }).lean<LinkStored>();
    },
    /** Of these hashes, those of links that would sign in now. */
    async open(hashes: readonly string[], now: Date): Promise<string[]> {
      if (hashes.length === 0) return [];
      const found = await model
        .find({ _id: { $in: hashes }, ...stillOpen(now) }, { _id: 1 })
        .lean<Pick<LinkStored, '_id'>[]>();
      return found.map(({ _id }) => _id);
    },
    /** False when somebody was faster: of two uses of a link that works once, one wins. */
    async use(hash: string, now: Date, tx: Transaction): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: hash, revokedAt: null, $or: [{ once: false }, { usedAt: null }] },
        { $set: { usedAt: now } },
        { session: tx },
      );
      return matchedCount === 1;
    },
    /** Every link of a person; answers whether one of them still opened. */
    async revokeAll(tx: Transaction, person: PersonId, now: Date): Promise<boolean> {
      const { modifiedCount } = await model.updateMany(
        { person, ...stillOpen(now) },
        { $set: { revokedAt: now } },
        { session: tx },
      );
      return modifiedCount > 0;
    },
    async revoke(person: PersonId, kind: LinkKind, now: Date, tx?: Transaction): Promise<void> {
      await model.updateMany(
        { person, kind, revokedAt: null },
        { $set: { revokedAt: now } },
        inTransaction(tx),
      );
    },
  };
}
