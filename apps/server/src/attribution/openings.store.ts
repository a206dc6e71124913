/**
 * What opens the ledger's commitments: people's identities and the texts behind leaves. Kept apart from the ledger, so
 * that closing one for ever leaves every proof standing.
 */
import type { CommittedField, Identity, Opening } from '@butinerie/attribution';
import type { PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

/** The identity a person is known by, with the salt of the leaf that says so. */
export interface Persona {
  readonly person: PersonId;
  readonly n: number;
  readonly salt: string;
  readonly identity: Identity;
}
export interface OpenedLeaf {
  readonly n: number;
  readonly openings: Readonly<Partial<Record<CommittedField, Opening>>>;
  /** The text whose hash was committed to, for the receipts of those named. */
  readonly text: string | null;
}
type StoredPersona = Omit<Persona, 'person'> & { _id: PersonId };
type StoredOpening = Omit<OpenedLeaf, 'n'> & { _id: number };

const required = true;
const personaSchema = new Schema<StoredPersona>(
  {
    _id: { type: String, required },
    n: { type: Number, required },
    salt: { type: String, required },
    identity: { type: Schema.Types.Mixed, required },
  },
  { collection: 'personas', versionKey: false },
);
const openingSchema = new Schema<StoredOpening>(
  {
    _id: { type: Number, required },
    openings: { type: Schema.Types.Mixed, required },
    text: { type: String, default: null },
  },
  { collection: 'openings', versionKey: false, minimize: false },
);

export type OpeningsStore = ReturnType<typeof openingsStore>;

export function openingsStore(connection: Connection) {
  const personas = connection.model<StoredPersona>('Persona', personaSchema);
  const openings = connection.model<StoredOpening>('Opening', openingSchema);

  return {
    async personas(people: readonly PersonId[], tx: Transaction): Promise<Persona[]> {
      if (people.length === 0) return [];
      const found = await personas
        .find({ _id: { $in: [...people] } }, null, { session: tx })
        .lean<StoredPersona[]>();
      return found.map(({ _id, n, salt, identity }) => ({ person: _id, n, salt, identity }));
    },
    async persona(person: PersonId): Promise<Persona | null> {
      const found = await personas.findById(person).lean<StoredPersona>();
      if (found === null) return null;
      const { n, salt, identity } = found;
      return { person, n, salt, identity };
    },
    async keepPersonas(tx: Transaction, kept: readonly Persona[]): Promise<void> {
      if (kept.length === 0) return;
      // A name that was put right takes the place of the one before, which nobody is to read any more.
      await personas.deleteMany({ _id: { $in: kept.map(({ person }) => person) } }, { session: tx });
      await personas.insertMany(
        kept.map(({ person, ...rest }) => ({ _id: person, ...rest })),
        { session: tx },
      );
    },
    /** Closes for ever what says who somebody is; leaves and proofs stand without. */
    async closeIdentity(tx: Transaction, person: PersonId, leaves: readonly number[]): Promise<void> {
      await personas.deleteOne({ _id: person }, { session: tx });
      await openings.updateMany(
        { _id: { $in: [...leaves] } },
        { $unset: { 'openings.who': '', 'openings.c': '' } },
        { session: tx },
      );
    },
    async ofLeaf(n: number): Promise<OpenedLeaf | null> {
      const found = await openings.findById(n).lean<StoredOpening>();
      return found === null ? null : { n, openings: found.openings, text: found.text };
    },
    async keep(tx: Transaction, kept: readonly OpenedLeaf[]): Promise<void> {
      if (kept.length === 0) return;
      await openings.insertMany(
        kept.map(({ n, ...rest }) => ({ _id: n, ...rest })),
        { session: tx },
      );
    },
  };
}
