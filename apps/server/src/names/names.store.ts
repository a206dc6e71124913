/** Requests about names in MongoDB. The only file of this slice that knows Mongoose. */
import type { NameChange, NameRequestId, NameRequestState, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface NameRequestRecord {
  readonly id: NameRequestId;
  readonly person: PersonId;
  /** Herself, or the officer. */
  readonly by: PersonId;
  readonly change: NameChange;
  readonly state: NameRequestState;
  readonly reference: string | null;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  /** Of the code in her mail, by its hash; null where none is awaited. */
  readonly code: { readonly hash: string; readonly sentAt: Date; readonly tries: number } | null;
}
type Stored = Omit<NameRequestRecord, 'id'> & { _id: NameRequestId };

const required = true;
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    person: { type: String, required },
    by: { type: String, required },
    change: { type: Schema.Types.Mixed, required },
    state: { type: String, required },
    reference: { type: String, default: null },
    askedAt: { type: Date, required },
    dueAt: { type: Date, default: null },
    doneAt: { type: Date, default: null },
    code: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'nameRequests', versionKey: false },
);
schema.index({ person: 1 });
schema.index({ state: 1, dueAt: 1 });

const recordOf = ({ _id, ...rest }: Stored): NameRequestRecord => ({ id: _id, ...rest });
const within = (tx?: Transaction) => (tx === undefined ? {} : { session: tx });

export type NamesStore = ReturnType<typeof namesStore>;

export function namesStore(connection: Connection) {
  const model = connection.model<Stored>('NameRequest', schema);
  return {
    async record(id: NameRequestId, tx?: Transaction): Promise<NameRequestRecord | null> {
      const found = await model.findById(id, null, within(tx)).lean<Stored>();
      return found && recordOf(found);
    },
    async of(person: PersonId, tx?: Transaction): Promise<NameRequestRecord[]> {
      const found = await model.find({ person }, null, within(tx)).sort({ askedAt: -1 }).lean<Stored[]>();
      return found.map(recordOf);
    },
    async all(): Promise<NameRequestRecord[]> {
      const confirmed: NameRequestState[] = ['waiting', 'cancelled', 'done'];
      return (
        await model
          .find({ state: { $in: confirmed } })
          .sort({ askedAt: -1 })
          .lean<Stored[]>()
      ).map(recordOf);
    },
    async waiting(): Promise<NameRequestRecord[]> {
      return (await model.find({ state: 'waiting' }).sort({ dueAt: 1 }).lean<Stored[]>()).map(recordOf);
    },
    async create(tx: Transaction, { id, ...rest }: NameRequestRecord): Promise<void> {
      await model.create([{ _id: id, ...rest }], { session: tx });
    },
    /** False when it is not in `from` any more. */
    async move(
      tx: Transaction,
      { id, from }: { id: NameRequestId; from: NameRequestState },
      patch: Partial<Omit<NameRequestRecord, 'id'>>,
    ): Promise<boolean> {
      const moved = await model.updateOne({ _id: id, state: from }, { $set: patch }, { session: tx });
      return moved.matchedCount === 1;
    },
  };
}
