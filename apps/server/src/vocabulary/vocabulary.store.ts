/** The council's words in MongoDB, one document. The only file of this slice that knows Mongoose. */
import { NO_VOCABULARY, type PersonId, type Vocabulary } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey } from '../platform/mongo.ts';

interface Stored {
  readonly _id: string;
  readonly name: string | null;
  readonly terms: Partial<Vocabulary['terms']>;
  readonly version: number;
  readonly by: PersonId;
  readonly at: Date;
}
export interface KeptVocabulary {
  readonly vocabulary: Vocabulary;
  readonly version: number;
}

const ONLY = 'vocabulary';
const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    name: { type: String, default: null },
    terms: { type: Schema.Types.Mixed, required: true },
    version: { type: Number, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'vocabulary', versionKey: false, minimize: false },
);

export function vocabularyStore(connection: Connection) {
  const rows = connection.model<Stored>('Vocabulary', schema);
  return {
    async read(): Promise<KeptVocabulary> {
      const row = await rows.findById(ONLY).lean<Stored | null>();
      if (row === null) return { vocabulary: NO_VOCABULARY, version: 0 };
      const { name, terms, version } = row;
      return { vocabulary: { name, terms: { ...NO_VOCABULARY.terms, ...terms } }, version };
    },
    /** False when somebody was faster. */
    async write(
      { name, terms }: Vocabulary,
      { version, ...who }: { version: number; by: PersonId; at: Date },
    ): Promise<boolean> {
      const next = { name, terms, version: version + 1, ...who };
      if (version > 0) {
        const { matchedCount } = await rows.updateOne({ _id: ONLY, version }, { $set: next });
        return matchedCount > 0;
      }
      try {
        await rows.create({ _id: ONLY, ...next });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },
  };
}
