/** Directorates come into being by being named; case, spaces, accents and punctuation do not make another one. */
import { mintId, type Directorate, type DirectorateId } from '@butinerie/contracts';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';
import { cleanCell, comparable } from '../platform/tables/clean-cell.ts';

interface DirectorateRow {
  readonly _id: DirectorateId;
  readonly name: string;
  readonly key: string;
}

const schema = new Schema<DirectorateRow>(
  {
    _id: String,
    name: { type: String, required: true },
    key: { type: String, required: true, unique: true },
  },
  { versionKey: false },
);

export type DirectoratesStore = ReturnType<typeof directoratesStore>;

export function directoratesStore(database: Database) {
  const model = database.connection.model('directorates', schema, 'directorates');
  const plain = ({ _id, name }: DirectorateRow): Directorate => ({ id: _id, name });
  const known = new Map<DirectorateId, string>();

  return {
    async byId(id: DirectorateId): Promise<Directorate | null> {
      const row = await model.findById(id).lean<DirectorateRow>();
      return row === null ? null : plain(row);
    },
    async all(): Promise<Directorate[]> {
      const rows = await model.find({}).lean<DirectorateRow[]>();
      return rows.map(plain).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    },
    /** A directorate keeps its name for good: one that is known is not read again. */
    async names(of?: readonly DirectorateId[]): Promise<ReadonlyMap<DirectorateId, string>> {
      if (of?.every((id) => known.has(id))) return known;
      for (const { _id, name } of await model.find({}).lean<DirectorateRow[]>()) known.set(_id, name);
      return known;
    },
    /** The directorates of these names, made where missing; two transactions making the same one conflict and one retries. */
    async ensure(tx: Transaction, names: Iterable<string>): Promise<(name: string) => Directorate> {
      const wanted = new Map<string, string>();
      for (const name of names) if (!wanted.has(keyOf(name))) wanted.set(keyOf(name), cleanCell(name));
      const rowsKnown = await model
        .find({ key: { $in: [...wanted.keys()] } }, null, { session: tx })
        .lean<DirectorateRow[]>();
      const rows = new Map(rowsKnown.map((row) => [row.key, row]));
      const missing: DirectorateRow[] = [];
      for (const [key, name] of wanted)
        if (!rows.has(key)) missing.push({ _id: mintId('directorate'), name, key });
      if (missing.length > 0) await model.insertMany(missing, { session: tx });
      for (const row of missing) rows.set(row.key, row);
      return (name) => {
        const row = rows.get(keyOf(name));
        if (row === undefined) throw new Error('a directorate was asked for that was not named');
        return plain(row);
      };
    },
  };
}

/** A name of signs alone still is a name. */
function keyOf(name: string): string {
  return comparable(name) || cleanCell(name);
}
