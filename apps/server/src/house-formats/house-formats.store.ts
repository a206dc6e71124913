/** Formats of the house in MongoDB. The only file of this slice that knows Mongoose. */
import type { FormatId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';
import type { FormatRecord } from './index.ts';

type Stored = Omit<FormatRecord, 'id'> & { readonly _id: FormatId };

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    version: { type: Number, required: true },
    offered: { type: Boolean, required: true },
    savedBy: { type: String, required: true },
    savedAt: { type: Date, required: true },
    times: { type: Schema.Types.Mixed, required: true },
    asks: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'formats', versionKey: false, strict: 'throw', minimize: false },
);

/** One document that every change of the list touches: two formats that take one name at once take turns at it. */
interface Turn {
  _id: string;
  taken: number;
}
const turnSchema = new Schema<Turn>(
  { _id: { type: String, required: true }, taken: { type: Number, required: true } },
  { collection: 'formatTurns', versionKey: false, strict: 'throw' },
);

const within = (tx?: Transaction): { session?: Transaction } => (tx === undefined ? {} : { session: tx });
const recordOf = ({ _id, ...rest }: Stored): FormatRecord => ({ id: _id, ...rest });

export function formatStore(connection: Connection) {
  const formats = connection.model<Stored>('Format', schema);
  const turns = connection.model<Turn>('FormatTurn', turnSchema);
  return {
    async all(tx?: Transaction): Promise<FormatRecord[]> {
      return (await formats.find({}, null, within(tx)).lean<Stored[]>()).map(recordOf);
    },
    async record(id: FormatId): Promise<FormatRecord | null> {
      const found = await formats.findById(id).lean<Stored | null>();
      return found && recordOf(found);
    },
    async takeTurn(tx: Transaction): Promise<void> {
      await turns.updateOne({ _id: 'list' }, { $inc: { taken: 1 } }, { session: tx, upsert: true });
    },
    async create(tx: Transaction, { id, ...rest }: FormatRecord): Promise<void> {
      await formats.create([{ _id: id, ...rest }], { session: tx });
    },
    async change(
      tx: Transaction,
      _id: FormatId,
      { name, version, offered }: Pick<FormatRecord, 'name' | 'version' | 'offered'>,
    ): Promise<void> {
      await formats.updateOne({ _id }, { $set: { name, version, offered } }, { session: tx });
    },
  };
}
