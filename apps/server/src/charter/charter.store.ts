/** Versions of the charter and who accepted which. Nothing here is ever changed or deleted. The only file of this slice that knows Mongoose. */
import type { PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';

export interface CharterRecord {
  /** Its version. */
  readonly _id: number;
  /** Where it only corrects the wording of an earlier one: which. */
  readonly since: number;
  readonly fr: string;
  readonly en: string;
  /** Null for the text that every instance begins with. */
  readonly by: PersonId | null;
  readonly at: Date;
}
type Stored = Omit<CharterRecord, 'since'> & { readonly since?: number };
interface AcceptanceRecord {
  /** The person and the version: each accepts each once. */
  readonly _id: string;
  readonly person: PersonId;
  readonly version: number;
  readonly at: Date;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const charterSchema = new Schema<Stored>(
  {
    _id: { type: Number, required: true },
    since: { type: Number, required: true },
    fr: text,
    en: text,
    by: { type: String, default: null },
    at: date,
  },
  { collection: 'charters', versionKey: false, strict: 'throw' },
);
const acceptanceSchema = new Schema<AcceptanceRecord>(
  { _id: text, person: text, version: { type: Number, required: true }, at: date },
  { collection: 'charterAcceptances', versionKey: false, strict: 'throw' },
);
acceptanceSchema.index({ person: 1 });

/** A version of before the first correction states its own rules. */
const recordOf = (stored: Stored | null): CharterRecord | null =>
  stored && { ...stored, since: stored.since ?? stored._id };

export function charterStore(connection: Connection) {
  const charters = connection.model<Stored>('Charter', charterSchema);
  const acceptances = connection.model<AcceptanceRecord>('CharterAcceptance', acceptanceSchema);
  return {
    latest: async () => recordOf(await charters.findOne().sort({ _id: -1 }).lean<Stored | null>()),
    version: async (version: number) => recordOf(await charters.findById(version).lean<Stored | null>()),
    /** False when somebody wrote this version first. */
    async create(record: CharterRecord): Promise<boolean> {
      try {
        await charters.create([record]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },
    /** The last she accepted. */
    async acceptedBy(person: PersonId): Promise<AcceptanceRecord | null> {
      const found = await acceptances.find({ person }).lean<AcceptanceRecord[]>();
      return found.reduce<AcceptanceRecord | null>(
        (last, each) => (last === null || each.version > last.version ? each : last),
        null,
      );
    },
    /** The instant of the first time stays. */
    async accept(
      { person, version, at }: Omit<AcceptanceRecord, '_id'>,
      tx?: Transaction,
    ): Promise<AcceptanceRecord> {
      const _id = `${person} ${version}`;
      const session = tx ? { session: tx } : {};
      const known = await acceptances.findById(_id, null, session).lean<AcceptanceRecord | null>();
      if (known !== null) return known;
      try {
        await acceptances.create([{ _id, person, version, at }], session);
      } catch (error) {
        if (tx !== undefined || !isDuplicateKey(error)) throw error;
      }
      return { _id, person, version, at };
    },
  };
}
