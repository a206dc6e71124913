/** Questions whether two ideas become one, in MongoDB. The only file of this slice that knows Mongoose. */
import type { ChallengeId, IdeaId, MergeId, MergeState, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface Words {
  readonly title: string;
  readonly text: string;
}
export interface MergeRecord {
  readonly id: MergeId;
  readonly challenge: ChallengeId;
  readonly source: IdeaId;
  readonly target: IdeaId;
  readonly state: MergeState;
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly agreed: readonly PersonId[];
  readonly refused: { readonly by: PersonId; readonly at: Date; readonly reason: string } | null;
  readonly merged: { readonly at: Date; readonly source: Words; readonly target: Words } | null;
  readonly undone: { readonly by: PersonId; readonly at: Date; readonly became: Words } | null;
}
type Stored = Omit<MergeRecord, 'id'> & { _id: MergeId };

const required = true;
const fact = { type: Schema.Types.Mixed, default: null };
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    challenge: { type: String, required },
    source: { type: String, required },
    target: { type: String, required },
    state: { type: String, required },
    reason: { type: String, required },
    proposedBy: { type: String, required },
    proposedAt: { type: Date, required },
    agreed: { type: [String], required },
    refused: fact,
    merged: fact,
    undone: fact,
  },
  { collection: 'merges', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ challenge: 1 });
schema.index({ source: 1 });
schema.index({ target: 1 });

const recordOf = ({ _id, ...rest }: Stored): MergeRecord => ({ id: _id, ...rest });
const within = (tx?: Transaction): { session?: Transaction } => (tx ? { session: tx } : {});

export type MergeStore = ReturnType<typeof mergeStore>;

export function mergeStore(connection: Connection) {
  const merges = connection.model<Stored>('Merge', schema);
  return {
    async record(id: MergeId, tx?: Transaction): Promise<MergeRecord | null> {
      const found = await merges.findById(id, null, within(tx)).lean<Stored | null>();
      return found && recordOf(found);
    },
    async about(ideas: readonly IdeaId[], tx?: Transaction): Promise<MergeRecord[]> {
      const among = { $in: [...ideas] };
      const filter = { $or: [{ source: among }, { target: among }] };
      const found = await merges
        .find(filter, null, within(tx))
        .sort({ proposedAt: 1, _id: 1 })
        .lean<Stored[]>();
      return found.map(recordOf);
    },
    async ofChallenge(challenge: ChallengeId): Promise<MergeRecord[]> {
      return (await merges.find({ challenge }).lean<Stored[]>()).map(recordOf);
    },
    async create(tx: Transaction, { id, ...rest }: MergeRecord): Promise<void> {
      await merges.create([{ _id: id, ...rest }], { session: tx });
    },
    /** Over what was read in the same transaction: another answer meanwhile makes the database run it again. */
    async change(tx: Transaction, { id, state }: MergeRecord, patch: Partial<MergeRecord>): Promise<boolean> {
      const { id: _id, ...fields } = patch;
      const done = await merges.updateOne({ _id: id, state }, { $set: fields }, { session: tx });
      return done.matchedCount === 1;
    },
  };
}
