/** What was said about the effects of ideas, in MongoDB: rows that are only added. The only file of this slice that knows Mongoose. */
import type { ChallengeId, IdeaId, ImpactEntryId, PersonId } from '@butinerie/contracts';
import type { ImpactEntry, ImpactSaid } from '@butinerie/domain';
import { Schema, type Connection } from 'mongoose';
import { appendOnly } from '../platform/append-only.ts';
import type { Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';

export interface EntryRecord extends ImpactEntry {
  readonly idea: IdeaId;
  readonly challenge: ChallengeId;
  /** Its place among those of its idea; no two have one. */
  readonly place: number;
}
interface Stored {
  _id: ImpactEntryId;
  idea: IdeaId;
  challenge: ChallengeId;
  place: number;
  by: PersonId;
  at: Date;
  said: ImpactSaid;
}

const required = true;
const schema = appendOnly(
  new Schema<Stored>(
    {
      _id: { type: String, required },
      idea: { type: String, required },
      challenge: { type: String, required },
      place: { type: Number, required },
      by: { type: String, required },
      at: { type: Date, required },
      said: { type: Schema.Types.Mixed, required },
    },
    { collection: 'impactEntries', versionKey: false, strict: 'throw', minimize: false },
  ),
);
schema.index({ idea: 1, place: 1 }, { unique: true });

const recordOf = ({ _id, ...rest }: Stored): EntryRecord => ({ id: _id, ...rest });
const inOrder = (found: readonly Stored[]): EntryRecord[] =>
  found.map(recordOf).toSorted((one, other) => one.place - other.place);

export type EntryStore = ReturnType<typeof entryStore>;

export function entryStore(connection: Connection) {
  const entries = connection.model<Stored>('ImpactEntry', schema);
  return {
    async byId(tx: Transaction, id: ImpactEntryId): Promise<EntryRecord | null> {
      const found = await entries.findById(id, null, { session: tx }).lean<Stored | null>();
      return found && recordOf(found);
    },
    async ofIdea(idea: IdeaId, tx?: Transaction): Promise<EntryRecord[]> {
      if (tx === undefined) return inOrder(await readPlain<Stored>(entries, { idea }));
      return inOrder(await entries.find({ idea }, null, { session: tx }).lean<Stored[]>());
    },
    async ofIdeas(ideas: readonly IdeaId[]): Promise<Map<IdeaId, EntryRecord[]>> {
      const byIdea = new Map<IdeaId, EntryRecord[]>();
      if (ideas.length === 0) return byIdea;
      for (const entry of inOrder(await readPlain<Stored>(entries, { idea: { $in: [...ideas] } })))
        byIdea.set(entry.idea, [...(byIdea.get(entry.idea) ?? []), entry]);
      return byIdea;
    },
    async add(tx: Transaction, { id, ...rest }: EntryRecord): Promise<void> {
      await entries.create([{ _id: id, ...rest }], { session: tx });
    },
  };
}
