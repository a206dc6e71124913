/** Disputes about names in MongoDB. The only file of this slice that knows Mongoose. */
import type { ChallengeId, DisputeId, IdeaId, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

interface Said {
  readonly by: PersonId;
  readonly at: Date;
  readonly text: string;
}
export interface DisputeRecord {
  readonly id: DisputeId;
  readonly idea: IdeaId;
  readonly challenge: ChallengeId;
  readonly opened: Said;
  readonly answers: readonly Said[];
  readonly correction: {
    readonly add: PersonId;
    readonly why: string;
    readonly by: PersonId;
    readonly second: PersonId | null;
    readonly consented: readonly PersonId[];
    readonly refusedBy: PersonId | null;
    readonly addedAt: Date | null;
  } | null;
  readonly closed: Said | null;
  /** Raised by every act: of two at once one starts over. */
  readonly version: number;
}
type Stored = Omit<DisputeRecord, 'id'> & { _id: DisputeId };

const required = true;
const fact = { type: Schema.Types.Mixed, default: null };
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    idea: { type: String, required },
    challenge: { type: String, required },
    opened: { type: Schema.Types.Mixed, required },
    answers: { type: [Schema.Types.Mixed], default: [] },
    correction: fact,
    closed: fact,
    version: { type: Number, required },
  },
  { collection: 'disputes', versionKey: false, minimize: false },
);
schema.index({ idea: 1 });

const recordOf = ({ _id, ...rest }: Stored): DisputeRecord => ({ id: _id, ...rest });
const within = (tx?: Transaction) => (tx === undefined ? {} : { session: tx });

export type DisputesStore = ReturnType<typeof disputesStore>;

export function disputesStore(connection: Connection) {
  const model = connection.model<Stored>('Dispute', schema);
  return {
    async record(id: DisputeId, tx?: Transaction): Promise<DisputeRecord | null> {
      const found = await model.findById(id, null, within(tx)).lean<Stored>();
      return found && recordOf(found);
    },
    async of(idea: IdeaId, tx?: Transaction): Promise<DisputeRecord[]> {
      return (await model.find({ idea }, null, within(tx)).lean<Stored[]>()).map(recordOf);
    },
    async create(tx: Transaction, { id, ...rest }: DisputeRecord): Promise<void> {
      await model.create([{ _id: id, ...rest }], { session: tx });
    },
    async amend(tx: Transaction, { id, version, ...rest }: DisputeRecord): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { ...rest, version: version + 1 } }, { session: tx });
    },
  };
}
