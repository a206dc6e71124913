/** One-time persons and who is behind each: the only place of the database that says so. */
import type { ChallengeId, IdeaId, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';
import type { Pseudonym } from './index.ts';

type Stored = Omit<Pseudonym, 'id'> & { _id: PersonId };

const required = true;
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    challenge: { type: String, required },
    idea: { type: String, required },
    speaksIn: { type: [String], required },
    person: { type: String, required },
    name: { type: String, required },
    draft: { type: String, default: null },
    salt: { type: String, required },
    openedAt: { type: Date, default: null },
    keptAt: { type: Date, default: null },
  },
  { collection: 'pseudonyms', versionKey: false, strict: 'throw' },
);

schema.index({ idea: 1, person: 1 }, { unique: true });
schema.index({ person: 1 });

export function pseudonymStore(connection: Connection) {
  const pseudonyms = connection.model<Stored>('Pseudonym', schema);
  const recordOf = ({ _id, ...rest }: Stored): Pseudonym => ({ id: _id, ...rest });
  return {
    async all(): Promise<Pseudonym[]> {
      return (await pseudonyms.find().lean<Stored[]>()).map(recordOf);
    },
    async byIds(ids: Iterable<PersonId>): Promise<Pseudonym[]> {
      return (await pseudonyms.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(recordOf);
    },
    async ofOwners(people: readonly PersonId[]): Promise<Pseudonym[]> {
      return (await pseudonyms.find({ person: { $in: [...people] } }).lean<Stored[]>()).map(recordOf);
    },
    async takenFor(idea: IdeaId, person: PersonId): Promise<Pseudonym | null> {
      const found = await pseudonyms.findOne({ idea, person }).lean<Stored>();
      return found && recordOf(found);
    },
    async namesIn(challenge: ChallengeId): Promise<string[]> {
      return (await pseudonyms.find({ challenge }, { name: 1 }).lean<Stored[]>()).map(({ name }) => name);
    },
    /** Of two at once for the same person and idea the first one stands. */
    async insert({ id, ...rest }: Pseudonym): Promise<void> {
      try {
        await pseudonyms.create({ _id: id, ...rest });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async amend(
      tx: Transaction,
      id: PersonId,
      patch: Partial<Pick<Pseudonym, 'openedAt' | 'keptAt'>>,
    ): Promise<boolean> {
      const done = await pseudonyms.updateOne({ _id: id, openedAt: null }, { $set: patch }, { session: tx });
      return done.matchedCount === 1;
    },
    async alsoIn(tx: Transaction, ids: readonly PersonId[], idea: IdeaId): Promise<void> {
      const filter = { _id: { $in: [...ids] } };
      await pseudonyms.updateMany(filter, { $addToSet: { speaksIn: idea } }, { session: tx });
    },
  };
}
