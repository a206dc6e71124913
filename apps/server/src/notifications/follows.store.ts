/** Who follows which idea or challenge. */
import type { ChallengeId, IdeaId, NoteId, PersonId } from '@butinerie/contracts';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';

export type Followed =
  { readonly idea: IdeaId } | { readonly challenge: ChallengeId } | { readonly note: NoteId };
interface Stored {
  readonly _id: string;
  readonly person: PersonId;
  readonly idea: IdeaId | null;
  readonly challenge: ChallengeId | null;
  readonly note: NoteId | null;
}

const schema = new Schema<Stored>(
  {
    _id: String,
    person: { type: String, required: true },
    idea: { type: String, default: null },
    challenge: { type: String, default: null },
    note: { type: String, default: null },
  },
  { versionKey: false },
);
schema.index({ person: 1 });
schema.index({ idea: 1 });
schema.index({ challenge: 1 });
schema.index({ note: 1 });

export type FollowsStore = ReturnType<typeof followsStore>;

export function followsStore(database: Database) {
  const model = database.connection.model('follows', schema, 'follows');
  return {
    async set(person: PersonId, what: Followed, wanted: boolean): Promise<void> {
      const [followed] = Object.values(what);
      const _id = `${person}:${followed}`;
      const rest = { person, idea: null, challenge: null, note: null, ...what };
      if (wanted) await model.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
      else await model.deleteOne({ _id });
    },
    async of(person: PersonId): Promise<{ ideas: IdeaId[]; challenges: ChallengeId[]; notes: NoteId[] }> {
      const found = await model.find({ person }).lean<Stored[]>();
      return {
        ideas: found.flatMap(({ idea }) => idea ?? []),
        challenges: found.flatMap(({ challenge }) => challenge ?? []),
        notes: found.flatMap(({ note }) => note ?? []),
      };
    },
    async ofIdeas(ideas: readonly IdeaId[], tx?: Transaction): Promise<{ idea: IdeaId; person: PersonId }[]> {
      if (ideas.length === 0) return [];
      const session = tx === undefined ? {} : { session: tx };
      const found = await model.find({ idea: { $in: [...ideas] } }, null, session).lean<Stored[]>();
      return found.flatMap(({ idea, person }) => (idea === null ? [] : [{ idea, person }]));
    },
    async ofNotes(notes: readonly NoteId[], tx?: Transaction): Promise<{ note: NoteId; person: PersonId }[]> {
      if (notes.length === 0) return [];
      const session = tx === undefined ? {} : { session: tx };
      const found = await model.find({ note: { $in: [...notes] } }, null, session).lean<Stored[]>();
      return found.flatMap(({ note, person }) => (note === null ? [] : [{ note, person }]));
    },
    async ofChallenge(challenge: ChallengeId): Promise<PersonId[]> {
      return (await model.find({ challenge }).lean<Stored[]>()).map(({ person }) => person);
    },
  };
}
