/** The public keys this register was ever signed with: all that is left to check old signatures by when a key is lost. */
import { Schema, type Connection } from 'mongoose';
import { appendOnly } from '../platform/append-only.ts';
import { isDuplicateKey } from '../platform/mongo.ts';

const schema = appendOnly(
  new Schema<{ _id: string }>(
    { _id: { type: String, required: true } },
    { collection: 'verifierKeys', versionKey: false },
  ),
);

export type VerifierKeysStore = ReturnType<typeof verifierKeysStore>;

export function verifierKeysStore(connection: Connection) {
  const model = connection.model<{ _id: string }>('VerifierKey', schema);
  return {
    async all(): Promise<string[]> {
      return (await model.find().lean<{ _id: string }[]>()).map(({ _id }) => _id);
    },
    async keep(vkey: string): Promise<void> {
      try {
        await model.create({ _id: vkey });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
  };
}
