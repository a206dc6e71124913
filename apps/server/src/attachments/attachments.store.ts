/** What is known of each file of an idea, in MongoDB; nothing here is ever taken out. */
import type { AttachmentId, IdeaId, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';
import type { AttachmentRecord, FileHiding } from './index.ts';

type Stored = Omit<AttachmentRecord, 'id'> & { _id: AttachmentId };

const text = { type: String, required: true };
const maybeNumber = { type: Number, default: null };
const maybeDate = { type: Date, default: null };
const schema = new Schema<Stored>(
  {
    _id: text,
    challenge: text,
    idea: text,
    name: text,
    type: text,
    size: { type: Number, required: true },
    width: maybeNumber,
    height: maybeNumber,
    alt: { type: String, default: '' },
    file: text,
    addedBy: text,
    at: { type: Date, required: true },
    removedAt: maybeDate,
    removedBy: { type: String, default: null },
    hiddenAt: maybeDate,
    hiddenFor: { type: String, default: '' },
  },
  { collection: 'attachments', versionKey: false, strict: 'throw' },
);
schema.index({ idea: 1, at: 1 });

/** One for each idea that ever had a file: two that come at once take turns at it, and so count each other. */
interface Turn {
  _id: IdeaId;
  taken: number;
}
const turnSchema = new Schema<Turn>(
  { _id: text, taken: { type: Number, required: true } },
  { collection: 'attachmentTurns', versionKey: false, strict: 'throw' },
);

/** What no file had before one could be hidden: one kept then lacks it. */
const SINCE = { hiddenFor: '' };
const recordOf = ({ _id, ...rest }: Stored): AttachmentRecord => ({ id: _id, ...SINCE, ...rest });
const within = (tx?: Transaction): { session?: Transaction } => (tx === undefined ? {} : { session: tx });

export type AttachmentStore = ReturnType<typeof attachmentStore>;

export function attachmentStore(connection: Connection) {
  const attachments = connection.model<Stored>('Attachment', schema);
  const turns = connection.model<Turn>('AttachmentTurn', turnSchema);
  return {
    async takeTurn(tx: Transaction, _id: IdeaId): Promise<void> {
      await turns.updateOne({ _id }, { $inc: { taken: 1 } }, { session: tx, upsert: true });
    },
    async record(id: AttachmentId): Promise<AttachmentRecord | null> {
      const found = await attachments.findById(id).lean<Stored | null>();
      return found && recordOf(found);
    },
    async ofIdeas(ideas: readonly IdeaId[], tx?: Transaction): Promise<AttachmentRecord[]> {
      const found = await attachments
        .find({ idea: { $in: [...ideas] } }, null, within(tx))
        .sort({ at: 1, _id: 1 })
        .lean<Stored[]>();
      return found.map(recordOf);
    },
    async create(tx: Transaction, { id, ...rest }: AttachmentRecord): Promise<void> {
      await attachments.create([{ _id: id, ...rest }], { session: tx });
    },
    /** False where it is so already: somebody else was faster. */
    async setHidden(tx: Transaction, _id: AttachmentId, hiding: FileHiding | null): Promise<boolean> {
      const hiddenAt = hiding?.at ?? null;
      const patch = { hiddenAt, hiddenFor: hiding?.reason ?? '' };
      const other = { _id, hiddenAt: hiding === null ? { $ne: null } : null };
      const { matchedCount } = await attachments.updateOne(other, { $set: patch }, { session: tx });
      return matchedCount > 0;
    },
    /** Whoever brought or took back a file of a draft is its author. */
    async moveTo(
      tx: Transaction,
      from: IdeaId,
      { idea, person }: { readonly idea: IdeaId; readonly person: PersonId },
    ): Promise<void> {
      const taken = { idea: from, removedBy: { $ne: null } };
      await attachments.updateMany(taken, { $set: { removedBy: person } }, { session: tx });
      await attachments.updateMany({ idea: from }, { $set: { idea, addedBy: person } }, { session: tx });
    },
    async amend(
      id: AttachmentId,
      patch: Partial<Pick<AttachmentRecord, 'alt' | 'removedAt' | 'removedBy'>>,
      tx?: Transaction,
    ): Promise<void> {
      await attachments.updateOne({ _id: id }, { $set: patch }, within(tx));
    },
  };
}
