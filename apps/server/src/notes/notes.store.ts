/** Notes in MongoDB, each with what became of it. The only file of this slice that knows Mongoose. */
import type { ChallengeId, IdeaId, NoteId, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import { createWritten } from '../platform/after-commit.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { NoteRecord } from './index.ts';

type Stored = Omit<NoteRecord, 'id'> & { _id: NoteId };

const list = { type: [Schema.Types.Mixed], required: true };
const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    author: { type: String, required: true },
    title: { type: String, default: '' },
    text: { type: String, default: '' },
    version: { type: Number, required: true },
    savedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    withdrawnAt: { type: Date, default: null },
    hiddenAt: { type: Date, default: null },
    hiddenFor: { type: String, default: null },
    versions: list,
    takeUps: list,
    wishes: list,
    reports: list,
    revision: { type: Number, required: true },
  },
  { collection: 'notes', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ author: 1 });
schema.index({ 'wishes.challenge': 1 });
schema.index({ 'wishes.idea': 1 });

const recordOf = ({ _id, ...rest }: Stored): NoteRecord => ({ id: _id, ...rest });
const inTransaction = (tx?: Transaction): { session?: Transaction } => (tx ? { session: tx } : {});

export type NoteStore = ReturnType<typeof noteStore>;

export function noteStore(connection: Connection, wakeUps: WakeUps) {
  const notes = connection.model<Stored>('Note', schema);
  const written = createWritten<NoteId>(wakeUps, 'notes');
  const many = async (filter: Record<string, unknown>): Promise<NoteRecord[]> =>
    (await notes.find(filter).sort({ savedAt: -1, _id: 1 }).lean<Stored[]>()).map(recordOf);
  return {
    onWritten: written.on,
    async record(id: NoteId, tx?: Transaction): Promise<NoteRecord | null> {
      const found = await notes.findById(id, null, inTransaction(tx)).lean<Stored | null>();
      return found && recordOf(found);
    },
    byIds: (ids: readonly NoteId[]) => many({ _id: { $in: [...ids] } }),
    ofAuthor: (author: PersonId) => many({ author }),
    published: () => many({ publishedAt: { $ne: null } }),
    wantedIn: (challenge: ChallengeId) => many({ 'wishes.challenge': challenge }),
    async ofIdea(idea: IdeaId): Promise<NoteRecord | null> {
      const found = await notes.findOne({ 'wishes.idea': idea }).lean<Stored | null>();
      return found && recordOf(found);
    },
    async create(tx: Transaction, { id, ...rest }: NoteRecord): Promise<void> {
      written.tell(id, tx);
      await notes.create([{ _id: id, ...rest }], { session: tx });
    },
    /** Nothing is written unless the record is still the one that was read. */
    async change(tx: Transaction, seen: NoteRecord, patch: Partial<NoteRecord>): Promise<boolean> {
      const { id: _id, ...fields } = patch;
      written.tell(seen.id, tx);
      const done = await notes.updateOne(
        { _id: seen.id, revision: seen.revision },
        { $set: { ...fields, revision: seen.revision + 1 } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
  };
}
