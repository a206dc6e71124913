/** Entries, the hashes of their codes, and kiosks. The only file of this slice that knows Mongoose. */
import type { ChallengeId, IdeaId, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface EntryRecord {
  /** One entry for an idea. */
  readonly _id: IdeaId;
  readonly challenge: ChallengeId;
  readonly agent: PersonId;
  readonly facilitator: PersonId;
  readonly at: Date;
  /** Of the last code made: the one before opens nothing. */
  readonly codeHash: string;
  readonly confirmedAt: Date | null;
}
export interface KioskRecord {
  /** Hash of its token. */
  readonly _id: string;
  readonly challenge: ChallengeId;
  readonly openedBy: PersonId;
  readonly until: Date;
  readonly shutAt: Date | null;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const maybeDate = { type: Date, default: null };
const entrySchema = new Schema<EntryRecord>(
  {
    _id: text,
    challenge: text,
    agent: text,
    facilitator: text,
    at: date,
    codeHash: { type: String, required: true, unique: true },
    confirmedAt: maybeDate,
  },
  { collection: 'entries', versionKey: false, strict: 'throw' },
);
const kioskSchema = new Schema<KioskRecord>(
  { _id: text, challenge: text, openedBy: text, until: date, shutAt: maybeDate },
  { collection: 'kiosks', versionKey: false, strict: 'throw' },
);
kioskSchema.index({ challenge: 1 });

export type EntryStore = ReturnType<typeof entryStore>;

export function entryStore(connection: Connection) {
  const entries = connection.model<EntryRecord>('Entry', entrySchema);
  const kiosks = connection.model<KioskRecord>('Kiosk', kioskSchema);
  return {
    ofIdea: (idea: IdeaId) => entries.findById(idea).lean<EntryRecord | null>(),
    byCode: (codeHash: string) => entries.findOne({ codeHash }).lean<EntryRecord | null>(),
    async create(tx: Transaction, entry: EntryRecord): Promise<void> {
      await entries.create([entry], { session: tx });
    },
    async amend(idea: IdeaId, patch: Partial<Pick<EntryRecord, 'codeHash' | 'confirmedAt'>>): Promise<void> {
      await entries.updateOne({ _id: idea }, { $set: patch });
    },
    openKiosks: (challenge: ChallengeId) => kiosks.find({ challenge, shutAt: null }).lean<KioskRecord[]>(),
    kiosk: (hash: string) => kiosks.findById(hash).lean<KioskRecord | null>(),
    /** The ones before, of this challenge, are shut; `next` may be none. */
    async replaceKiosks(tx: Transaction, challenge: ChallengeId, at: Date, next: KioskRecord | null) {
      await kiosks.updateMany({ challenge, shutAt: null }, { $set: { shutAt: at } }, { session: tx });
      if (next !== null) await kiosks.create([next], { session: tx });
    },
  };
}
