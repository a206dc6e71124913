/** People as stored. The only file that knows the collection `people`. */
import type { DirectorateId, Grant, Language, PersonId, Role } from '@butinerie/contracts';
import { mailKey } from '@butinerie/domain';
import { Schema } from 'mongoose';
import { createWritten } from '../platform/after-commit.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { together } from '../platform/together.ts';

export interface PersonStored {
  readonly _id: PersonId;
  readonly name: string;
  readonly mail: string | null;
  readonly directorate: DirectorateId | null;
  /** Of somebody invited from elsewhere, who is no agent; null for agents. */
  readonly organisation: string | null;
  readonly language: Language;
  readonly grants: readonly Grant[];
  /** False for the author an import named: she can claim her ideas later and cannot sign in before. */
  readonly account: boolean;
  readonly invitedAt: Date;
  /** A day, never an hour: this shows whether an invitation arrived, not when somebody works. */
  readonly lastSeenOn: string | null;
  readonly passwordHash: string | null;
  readonly source: string | null;
}
/** The unique keys stand for themselves where there is no mailbox or source: an index then needs no exceptions. */
type PersonRow = PersonStored & {
  readonly mailKey: string;
  readonly sourceKey: string;
  /** Raised by whatever opens a door to her: what a role closes and what opens one never pass each other unseen. */
  readonly doors: number;
};

const schema = new Schema<PersonRow>(
  {
    _id: String,
    name: { type: String, required: true },
    mail: { type: String, default: null },
    mailKey: { type: String, required: true, unique: true },
    directorate: { type: String, default: null },
    organisation: { type: String, default: null },
    language: { type: String, required: true },
    grants: {
      type: [new Schema({ role: String, challenge: String, directorate: String }, { _id: false })],
      default: [],
    },
    account: { type: Boolean, required: true },
    invitedAt: { type: Date, required: true },
    lastSeenOn: { type: String, default: null },
    passwordHash: { type: String, default: null },
    source: { type: String, default: null },
    sourceKey: { type: String, required: true, unique: true },
    doors: { type: Number, default: 0 },
  },
  { versionKey: false },
);
schema.index({ 'grants.role': 1 });

const inTransaction = (tx: Transaction | undefined) => (tx === undefined ? {} : { session: tx });

export type PeopleStore = ReturnType<typeof peopleStore>;

export function peopleStore(database: Database, wakeUps: WakeUps) {
  const model = database.connection.model('people', schema, 'people');
  const plain = ({
    mailKey: _mail,
    sourceKey: _source,
    doors: _doors,
    ...person
  }: PersonRow): PersonStored => ({
    ...person,
    // A person of before outsiders lacks it.
    organisation: person.organisation ?? null,
    grants: person.grants.map(({ role, challenge, directorate }) => ({ role, challenge, directorate })),
  });
  const found = (row: PersonRow | null): PersonStored | null => (row === null ? null : plain(row));

  const changed = createWritten<PersonId>(wakeUps, 'people');

  return {
    /** What she is called, or where she works, is another thing from now on. */
    onChanged: changed.on,
    async byId(id: PersonId, tx?: Transaction): Promise<PersonStored | null> {
      return found(await model.findById(id, null, inTransaction(tx)).lean<PersonRow>());
    },
    /** The same for many who knock at once. */
    asked: together<PersonId, PersonStored | null>(async (ids) => {
      const rows = await readPlain<PersonRow>(model, { _id: { $in: [...new Set(ids)] } });
      const byId = new Map(rows.map((row) => [row._id, plain(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    async byIds(ids: Iterable<PersonId>, tx?: Transaction): Promise<PersonStored[]> {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return [];
      return (await model.find({ _id: { $in: wanted } }, null, inTransaction(tx)).lean<PersonRow[]>()).map(
        plain,
      );
    },
    /** As people are shown: hundreds of them may stand on one page. */
    async namesOf(
      ids: Iterable<PersonId>,
    ): Promise<readonly Pick<PersonStored, '_id' | 'name' | 'directorate' | 'organisation'>[]> {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return [];
      const shown = { name: 1, directorate: 1, organisation: 1 } as const;
      const rows = await readPlain<PersonRow>(model, { _id: { $in: wanted } }, shown);
      return rows.map((row) => ({ ...row, organisation: row.organisation ?? null }));
    },
    async byMail(mail: string, tx?: Transaction): Promise<PersonStored | null> {
      return found(
        await model.findOne({ mailKey: mailKey(mail) }, null, inTransaction(tx)).lean<PersonRow>(),
      );
    },
    async byMails(mails: readonly string[], tx?: Transaction): Promise<PersonStored[]> {
      const keys = [...new Set(mails.map(mailKey))];
      if (keys.length === 0) return [];
      return (await model.find({ mailKey: { $in: keys } }, null, inTransaction(tx)).lean<PersonRow[]>()).map(
        plain,
      );
    },
    async bySource(source: string, tx?: Transaction): Promise<PersonStored | null> {
      return found(await model.findOne({ sourceKey: source }, null, inTransaction(tx)).lean<PersonRow>());
    },
    async withAccount(): Promise<PersonStored[]> {
      return (await model.find({ account: true }).sort({ name: 1, _id: 1 }).lean<PersonRow[]>()).map(plain);
    },
    async withRole(role: Role, tx?: Transaction): Promise<PersonStored[]> {
      return (await model.find({ 'grants.role': role }, null, inTransaction(tx)).lean<PersonRow[]>()).map(
        plain,
      );
    },
    /** Whether anybody is here yet: two are enough to know. */
    async anyTwo(tx: Transaction): Promise<PersonStored[]> {
      return (await model.find({}, null, { session: tx }).limit(2).lean<PersonRow[]>()).map(plain);
    },
    async insert(tx: Transaction, people: readonly PersonStored[]): Promise<void> {
      await model.insertMany(
        people.map((person) => ({
          ...person,
          mailKey: person.mail === null ? person._id : mailKey(person.mail),
          sourceKey: person.source ?? person._id,
        })),
        { session: tx },
      );
    },
    /** For a transaction that opens or closes a door of these people: of two at once, one starts over. */
    async touchDoors(tx: Transaction, people: readonly PersonId[]): Promise<void> {
      await model.updateMany({ _id: { $in: [...people] } }, { $inc: { doors: 1 } }, { session: tx });
    },
    /** What is left of somebody whose identity is effaced: an id that keeps its credits, and nothing to reach her by. */
    async efface(tx: Transaction, id: PersonId, name: string): Promise<void> {
      const nothing = { mail: null, mailKey: id, directorate: null, source: null, sourceKey: id };
      const closed = { account: false, grants: [], passwordHash: null, lastSeenOn: null };
      await model.updateOne({ _id: id }, { $set: { name, ...nothing, ...closed } }, { session: tx });
      changed.tell(id, tx);
    },
    async amend(
      id: PersonId,
      patch: Partial<Omit<PersonStored, '_id' | 'mail' | 'source'>>,
      tx?: Transaction,
    ): Promise<void> {
      await model.updateOne({ _id: id }, { $set: patch }, inTransaction(tx));
      if ('name' in patch || 'directorate' in patch) changed.tell(id, tx);
    },
  };
}
