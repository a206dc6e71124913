/** The one document that says which instance this is. Made at the first start and never again. */
import { randomBytes } from 'node:crypto';
import type { PersonId } from '@butinerie/contracts';
import { Schema } from 'mongoose';
import { isDuplicateKey, type Database, type Transaction } from '../platform/mongo.ts';

export interface DemonstrationPart {
  readonly person: PersonId;
  /** Key of the part this person plays: `author`, `moderator`, `sponsor`… */
  readonly part: string;
}

export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly demonstration: boolean;
  readonly parts: readonly DemonstrationPart[];
}
interface InstanceRow extends Instance {
  readonly _id: string;
  readonly administratorsChanged: number;
}

const ONLY = 'instance';
const schema = new Schema<InstanceRow>(
  {
    _id: String,
    id: { type: String, required: true },
    name: { type: String, required: true },
    demonstration: { type: Boolean, required: true },
    parts: { type: [new Schema({ person: String, part: String }, { _id: false })], default: [] },
    administratorsChanged: { type: Number, default: 0 },
  },
  // The product's own `id` is a field here, not Mongoose's alias of `_id`.
  { versionKey: false, id: false },
);

export type InstanceStore = ReturnType<typeof instanceStore>;

export function instanceStore(database: Database) {
  // Opened before the slice is built, so the model may be there already.
  const model = database.connection.modelNames().includes('instance')
    ? database.connection.model<InstanceRow>('instance')
    : database.connection.model('instance', schema, 'instance');
  const read = async (tx?: Transaction): Promise<Instance | null> => {
    const row = await model.findById(ONLY, null, tx === undefined ? {} : { session: tx }).lean<InstanceRow>();
    if (row === null) return null;
    const { id, name, demonstration, parts } = row;
    return { id, name, demonstration, parts: parts.map(({ person, part }) => ({ person, part })) };
  };
  return {
    async read(tx?: Transaction): Promise<Instance> {
      const instance = await read(tx);
      if (instance === null) throw new Error('the instance was not opened');
      return instance;
    },
    async open(name: string): Promise<Instance> {
      const known = await read();
      if (known !== null) return known;
      const made = { id: randomBytes(8).toString('hex'), name, demonstration: false, parts: [] };
      try {
        await model.create({ _id: ONLY, ...made, administratorsChanged: 0 });
        return made;
      } catch (error) {
        // Two servers started together on a fresh database: the first one named it.
        if (!isDuplicateKey(error)) throw error;
        return this.read();
      }
    },
    async markDemonstration(
      tx: Transaction,
      to: { name: string; parts: readonly DemonstrationPart[] },
    ): Promise<void> {
      await model.updateOne({ _id: ONLY }, { $set: { ...to, demonstration: true } }, { session: tx });
    },
    /** Two people who take each other's administration away at once meet here: one of them starts over. */
    async touchAdministrators(tx: Transaction): Promise<void> {
      await model.updateOne({ _id: ONLY }, { $inc: { administratorsChanged: 1 } }, { session: tx });
    },
  };
}
