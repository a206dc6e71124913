/** What each person prefers to have mailed, and the name under which her mails let her stop it. */
import { type MailPreferences, type PersonId } from '@butinerie/contracts';
import { PREFERRED_UNLESS_SAID } from '@butinerie/domain';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';
import { newToken } from '../platform/tokens.ts';

interface Stored {
  readonly _id: PersonId;
  readonly preferences: MailPreferences;
  /** Good for stopping mails and for nothing else. */
  readonly token: string;
}

const schema = new Schema<Stored>(
  {
    _id: String,
    preferences: { type: Schema.Types.Mixed, required: true },
    token: { type: String, required: true, unique: true },
  },
  { versionKey: false },
);

export type PreferencesStore = ReturnType<typeof preferencesStore>;

export function preferencesStore(database: Database) {
  const model = database.connection.model('mailPreferences', schema, 'mailPreferences');
  const fresh = () => ({ preferences: PREFERRED_UNLESS_SAID, token: newToken() });
  const within = (tx?: Transaction) => (tx === undefined ? {} : { session: tx });
  return {
    async of(people: readonly PersonId[], tx?: Transaction): Promise<(person: PersonId) => MailPreferences> {
      const found = await model.find({ _id: { $in: [...people] } }, null, within(tx)).lean<Stored[]>();
      const kept = new Map(
        // What was kept before a topic existed says nothing of it.
        found.map(({ _id, preferences }) => [_id, { ...PREFERRED_UNLESS_SAID, ...preferences }]),
      );
      return (person) => kept.get(person) ?? PREFERRED_UNLESS_SAID;
    },
    async write(person: PersonId, preferences: MailPreferences): Promise<void> {
      const { token } = fresh();
      await model.updateOne(
        { _id: person },
        { $set: { preferences }, $setOnInsert: { token } },
        { upsert: true },
      );
    },
    /** The name under which this person stops her mails, made with the first mail. */
    async tokenOf(tx: Transaction, person: PersonId): Promise<string> {
      const found = await model.findById(person, null, within(tx)).lean<Stored>();
      if (found !== null) return found.token;
      const made = { _id: person, ...fresh() };
      await model.create([made], within(tx));
      return made.token;
    },
    /** False for a token that is nobody's. */
    async writeByToken(token: string, preferences: MailPreferences): Promise<boolean> {
      return (await model.updateOne({ token }, { $set: { preferences } })).matchedCount === 1;
    },
  };
}
