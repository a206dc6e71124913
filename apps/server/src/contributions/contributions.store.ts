/** What people brought, in MongoDB: one line for each comment or rebound. The only file of this slice that knows Mongoose. */
import type { IdeaId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';
import type { ContributionRecord } from './index.ts';

type Stored = Omit<ContributionRecord, 'about'> & { _id: ContributionRecord['about'] };

const text = { type: String, required: true };
const schema = new Schema<Stored>(
  { _id: text, idea: text, person: text, brought: text, by: text, at: { type: Date, required: true } },
  { collection: 'contributions', versionKey: false },
);
schema.index({ idea: 1, at: 1 });

const recordOf = ({ _id, ...rest }: Stored): ContributionRecord => ({ about: _id, ...rest });

export type ContributionStore = ReturnType<typeof contributionStore>;

export function contributionStore(connection: Connection) {
  const contributions = connection.model<Stored>('Contribution', schema);
  return {
    async record(about: ContributionRecord['about']): Promise<ContributionRecord | null> {
      const found = await contributions.findById(about).lean<Stored | null>();
      return found && recordOf(found);
    },
    async ofIdea(idea: IdeaId): Promise<ContributionRecord[]> {
      return (await contributions.find({ idea }).sort({ at: 1, _id: 1 }).lean<Stored[]>()).map(recordOf);
    },
    /** Once for each comment or rebound: the second is refused by its key. */
    async keep(tx: Transaction, { about, ...rest }: ContributionRecord): Promise<void> {
      await contributions.create([{ _id: about, ...rest }], { session: tx });
    },
  };
}
