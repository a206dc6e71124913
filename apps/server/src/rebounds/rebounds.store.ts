/** Rebounds in MongoDB. The only file of this slice that knows Mongoose. */
import type { IdeaId, PersonId, ReboundId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';
import type { ReboundRecord, Taking } from './index.ts';

/**
 * `taking`: somebody is taking it, and its words may stand in the document already; it is answered next, or let go of.
 * `inText`: for a taken rebound, whether its words are known to stand there; those taken before `taking` was kept may not.
 */
type Stored = Omit<ReboundRecord, 'id'> & { _id: ReboundId; inText: boolean; taking?: Taking | null };

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
    instead: { type: String, default: null },
    reason: { type: String, default: '' },
    inText: { type: Boolean, default: false },
    taking: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'rebounds', versionKey: false },
);
schema.index({ idea: 1, at: 1 });
schema.index({ person: 1, at: -1 });
schema.index({ answer: 1, inText: 1 });

const NO_SUGGESTION = { instead: null, reason: '' };
const recordOf = ({ _id, inText: _inText, taking: _taking, ...rest }: Stored): ReboundRecord => ({
  id: _id,
  // Rows of before these fields have none.
  ...NO_SUGGESTION,
  ...rest,
});
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
    async byPerson(selves: readonly PersonId[]): Promise<ReboundRecord[]> {
      const found = await rebounds
        .find({ person: { $in: [...selves] } })
        .sort({ at: -1, _id: 1 })
        .lean<Stored[]>();
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
    /** One guarded write: only an open rebound is declined, and not one that somebody is taking. */
    async decline(
      tx: Transaction,
      id: ReboundId,
      { at, reason }: { at: Date; reason: string },
    ): Promise<boolean> {
      const done = await rebounds.updateOne(
        { _id: id, answer: 'open', taking: null },
        { $set: { answer: 'declined', answeredAt: at, reason } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    /** Who is taking it: this one, or whoever began before; null where it is answered. */
    async beginTaking(id: ReboundId, taking: Taking): Promise<Taking | null> {
      await rebounds.updateOne({ _id: id, answer: 'open', taking: null }, { $set: { taking } });
      const now = await rebounds.findById(id).lean<Stored | null>();
      return now?.answer === 'open' ? (now.taking ?? null) : null;
    },
    async endTaking(id: ReboundId): Promise<void> {
      await rebounds.updateOne({ _id: id, answer: 'open' }, { $set: { taking: null } });
    },
    /** Its words stand in the text. False for the second of two who finish the same taking. */
    async take(tx: Transaction, id: ReboundId, at: Date): Promise<boolean> {
      const done = await rebounds.updateOne(
        { _id: id, answer: 'open' },
        { $set: { answer: 'taken', answeredAt: at, inText: true, taking: null } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    async beingTaken(): Promise<{ rebound: ReboundRecord; taking: Taking }[]> {
      const found = await rebounds.find({ answer: 'open', taking: { $ne: null } }).lean<Stored[]>();
      return found.flatMap((stored) =>
        stored.taking ? [{ rebound: recordOf(stored), taking: stored.taking }] : [],
      );
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
