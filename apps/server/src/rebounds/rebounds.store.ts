/** Rebounds in MongoDB. The only file of this slice that knows Mongoose. */
import type { IdeaId, PersonId, ReboundId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';
import type { ReboundRecord } from './index.ts';

/** `inText`: for a taken rebound, whether its words are known to stand in the document; a crash can fall in between. */
type Stored = Omit<ReboundRecord, 'id'> & { _id: ReboundId; inText: boolean };

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    idea: { type: String, required: true },
    person: { type: String, required: true },
    text: { type: String, required: true },
    at: { type: Date, required: true },
    answer: { type: String, required: true },
    answeredAt: { type: Date, default: null },
    grownInto: { type: String, default: null },
    inText: { type: Boolean, default: false },
  },
  { collection: 'rebounds', versionKey: false },
);
schema.index({ idea: 1, at: 1 });
schema.index({ person: 1, at: -1 });
schema.index({ answer: 1, inText: 1 });

const recordOf = ({ _id, inText: _inText, ...rest }: Stored): ReboundRecord => ({ id: _id, ...rest });
const within = (tx?: Transaction): { session?: Transaction } => (tx ? { session: tx } : {});

export type ReboundStore = ReturnType<typeof reboundStore>;

export function reboundStore(connection: Connection) {
  const rebounds = connection.model<Stored>('Rebound', schema);
  return {
    async record(id: ReboundId, tx?: Transaction): Promise<ReboundRecord | null> {
      const found = await rebounds.findById(id, null, within(tx)).lean<Stored | null>();
      return found && recordOf(found);
    },
    async ofIdea(idea: IdeaId): Promise<ReboundRecord[]> {
      const found = await rebounds.find({ idea }).sort({ at: 1, _id: 1 }).lean<Stored[]>();
      return found.map(recordOf);
    },
    async byPerson(person: PersonId): Promise<ReboundRecord[]> {
      const found = await rebounds.find({ person }).sort({ at: -1, _id: 1 }).lean<Stored[]>();
      return found.map(recordOf);
    },
    async counts(ideas: readonly IdeaId[]): Promise<Map<IdeaId, number>> {
      const found = await rebounds.find({ idea: { $in: [...ideas] } }, { idea: 1 }).lean<Stored[]>();
      const counts = new Map<IdeaId, number>();
      for (const { idea } of found) counts.set(idea, (counts.get(idea) ?? 0) + 1);
      return counts;
    },
    async create(tx: Transaction, { id, ...rest }: ReboundRecord): Promise<void> {
      await rebounds.create([{ _id: id, ...rest }], { session: tx });
    },
    /** One guarded write: only an open rebound is answered. */
    async answer(tx: Transaction, id: ReboundId, answer: 'taken' | 'declined', at: Date): Promise<boolean> {
      const done = await rebounds.updateOne(
        { _id: id, answer: 'open' },
        { $set: { answer, answeredAt: at } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    async markInText(id: ReboundId): Promise<void> {
      await rebounds.updateOne({ _id: id }, { $set: { inText: true } });
    },
    async takenButNotInText(): Promise<ReboundRecord[]> {
      const found = await rebounds.find({ answer: 'taken', inText: false }).lean<Stored[]>();
      return found.map(recordOf);
    },
    async markGrown(tx: Transaction, id: ReboundId, into: IdeaId): Promise<void> {
      await rebounds.updateOne({ _id: id, grownInto: null }, { $set: { grownInto: into } }, { session: tx });
    },
  };
}
