/** Who keeps a copy of the register's state, and up to where each person's receipts were mailed. */
import type { PersonId, Witness } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

interface StoredWitnesses {
  _id: string;
  witnesses: Witness[];
  /** The last day for which the state was mailed, as YYYY-MM-DD. */
  day: string;
}
interface StoredMark {
  _id: PersonId;
  /** The last leaf whose receipt she was mailed. */
  n: number;
}

const inside = { name: String, mail: String, language: String };
const witnessesSchema = new Schema<StoredWitnesses>(
  {
    _id: { type: String, required: true },
    witnesses: { type: [new Schema(inside, { _id: false })], default: [] },
    day: { type: String, default: '' },
  },
  { collection: 'witnesses', versionKey: false },
);
const markSchema = new Schema<StoredMark>(
  { _id: { type: String, required: true }, n: { type: Number, required: true } },
  { collection: 'receiptMarks', versionKey: false },
);
const ONE = 'register';

export type WitnessesStore = ReturnType<typeof witnessesStore>;

export function witnessesStore(connection: Connection) {
  const witnesses = connection.model<StoredWitnesses>('Witnesses', witnessesSchema);
  const marks = connection.model<StoredMark>('ReceiptMark', markSchema);
  return {
    async read(): Promise<{ witnesses: Witness[]; day: string }> {
      const found = await witnesses.findById(ONE).lean<StoredWitnesses>();
      return { witnesses: found?.witnesses ?? [], day: found?.day ?? '' };
    },
    async choose(chosen: readonly Witness[]): Promise<void> {
      await witnesses.updateOne({ _id: ONE }, { $set: { witnesses: [...chosen] } }, { upsert: true });
    },
    /** Those to mail for this day; nobody where another server, or this one before, has done it. */
    async takeDay(tx: Transaction, day: string): Promise<Witness[]> {
      const taken = await witnesses
        .findOneAndUpdate({ _id: ONE, day: { $lt: day } }, { $set: { day } }, { session: tx })
        .lean<StoredWitnesses>();
      return taken?.witnesses ?? [];
    },
    async mailedUpTo(tx: Transaction, person: PersonId): Promise<number> {
      return (await marks.findById(person, null, { session: tx }).lean<StoredMark>())?.n ?? -1;
    },
    async markMailed(tx: Transaction, person: PersonId, n: number): Promise<void> {
      await marks.updateOne({ _id: person }, { $set: { n } }, { session: tx, upsert: true });
    },
  };
}
