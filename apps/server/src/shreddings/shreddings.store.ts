/** Texts that are to be destroyed, in MongoDB. The only file of this slice that knows Mongoose. */
import type { IdeaId, PersonId, ShreddingId, ShreddingMotive, ShreddingState } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface ShreddingRecord {
  readonly id: ShreddingId;
  readonly idea: IdeaId;
  readonly motive: ShreddingMotive;
  readonly reference: string;
  readonly title: boolean;
  readonly state: ShreddingState;
  readonly by: PersonId;
  readonly second: PersonId | null;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
}
type Stored = Omit<ShreddingRecord, 'id'> & { _id: ShreddingId };

const required = true;
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    idea: { type: String, required },
    motive: { type: String, required },
    reference: { type: String, required },
    title: { type: Boolean, required },
    state: { type: String, required },
    by: { type: String, required },
    second: { type: String, default: null },
    askedAt: { type: Date, required },
    dueAt: { type: Date, default: null },
    doneAt: { type: Date, default: null },
  },
  { collection: 'shreddings', versionKey: false, strict: 'throw' },
);
schema.index({ idea: 1 });

export function shreddingsStore(connection: Connection) {
  const model = connection.model<Stored>('Shredding', schema);
  const recordOf = ({ _id, ...rest }: Stored): ShreddingRecord => ({ id: _id, ...rest });
  const within = (tx?: Transaction) => (tx === undefined ? {} : { session: tx });
  const many = async (filter: object, tx?: Transaction): Promise<ShreddingRecord[]> =>
    (await model.find(filter, null, within(tx)).sort({ askedAt: -1 }).lean<Stored[]>()).map(recordOf);
  return {
    async record(id: ShreddingId, tx: Transaction): Promise<ShreddingRecord | null> {
      const found = await model.findById(id, null, within(tx)).lean<Stored>();
      return found && recordOf(found);
    },
    all: () => many({}),
    of: (idea: IdeaId, tx: Transaction) => many({ idea }, tx),
    due: (now: Date) => many({ state: 'waiting', dueAt: { $lte: now } }),
    async create(tx: Transaction, { id, ...rest }: ShreddingRecord): Promise<void> {
      await model.create([{ _id: id, ...rest }], { session: tx });
    },
    /** As it was, whatever is there. */
    async put(tx: Transaction, { id, ...rest }: ShreddingRecord): Promise<void> {
      await model.updateOne({ _id: id }, { $set: rest }, { session: tx, upsert: true });
    },
    /** False when it is not in `from` any more. */
    async move(
      tx: Transaction,
      { id, from }: { id: ShreddingId; from: ShreddingState },
      patch: Partial<Omit<ShreddingRecord, 'id'>>,
    ): Promise<boolean> {
      const moved = await model.updateOne({ _id: id, state: from }, { $set: patch }, { session: tx });
      return moved.matchedCount === 1;
    },
  };
}
