/** Comments in MongoDB: kept for good as they were written. The only file of this slice that knows Mongoose. */
import type { ChallengeId, CommentId, IdeaId, NoteId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';
import type { CommentRecord } from './index.ts';

type Stored = Omit<CommentRecord, 'id'> & { _id: CommentId };

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    challenge: { type: String, default: null },
    idea: { type: String, default: null },
    note: { type: String, default: null },
    parent: { type: String, default: null },
    kind: { type: String, required: true },
    person: { type: String, required: true },
    text: { type: String, required: true },
    mentions: { type: [String], required: true },
    at: { type: Date, required: true },
    withdrawnAt: { type: Date, default: null },
    hiddenAt: { type: Date, default: null },
  },
  { collection: 'comments', versionKey: false, strict: 'throw' },
);
schema.index({ idea: 1, at: 1 });
schema.index({ note: 1, at: 1 });
schema.index({ challenge: 1, kind: 1 });

// A comment of before there were notes is about an idea.
const recordOf = ({ _id, ...rest }: Stored): CommentRecord => ({ id: _id, ...rest, note: rest.note ?? null });
const IN_ORDER = { at: 1, _id: 1 } as const;

export type CommentStore = ReturnType<typeof commentStore>;

export function commentStore(connection: Connection) {
  const comments = connection.model<Stored>('Comment', schema);
  return {
    async record(id: CommentId): Promise<CommentRecord | null> {
      const found = await comments.findById(id).lean<Stored | null>();
      return found && recordOf(found);
    },
    async ofIdea(idea: IdeaId): Promise<CommentRecord[]> {
      return (await comments.find({ idea }).sort(IN_ORDER).lean<Stored[]>()).map(recordOf);
    },
    async ofNote(note: NoteId): Promise<CommentRecord[]> {
      return (await comments.find({ note }).sort(IN_ORDER).lean<Stored[]>()).map(recordOf);
    },
    async ofChallenge(challenge: ChallengeId): Promise<CommentRecord[]> {
      return (await comments.find({ challenge }).sort(IN_ORDER).lean<Stored[]>()).map(recordOf);
    },
    async create(tx: Transaction, { id, ...rest }: CommentRecord): Promise<void> {
      await comments.create([{ _id: id, ...rest }], { session: tx });
    },
    async mark(
      id: CommentId,
      marks: Partial<Pick<CommentRecord, 'withdrawnAt' | 'hiddenAt'>>,
      tx?: Transaction,
    ): Promise<void> {
      await comments.updateOne({ _id: id }, { $set: marks }, tx === undefined ? {} : { session: tx });
    },
  };
}
