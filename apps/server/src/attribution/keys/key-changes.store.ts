/** Changes of the register's key while two people decide on them. */
import type { KeyChangeId, KeyChangeKind, KeyChangeState, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../../platform/mongo.ts';

/** Of the code in somebody's mail, by its hash. */
export interface MailedCode {
  readonly person: PersonId;
  readonly hash: string;
  readonly sentAt: Date;
  readonly tries: number;
}
export interface KeyChangeRecord {
  readonly id: KeyChangeId;
  readonly kind: KeyChangeKind;
  readonly state: Exclude<KeyChangeState, 'expired'>;
  readonly by: PersonId;
  readonly second: PersonId | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
  readonly doneAt: Date | null;
  /** The public key that comes. */
  readonly newKey: string | null;
  readonly code: MailedCode | null;
}
type Stored = Omit<KeyChangeRecord, 'id'> & { _id: KeyChangeId };

const required = true;
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    kind: { type: String, required },
    state: { type: String, required },
    by: { type: String, required },
    second: { type: String, default: null },
    askedAt: { type: Date, required },
    expiresAt: { type: Date, default: null },
    doneAt: { type: Date, default: null },
    newKey: { type: String, default: null },
    code: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'keyChanges', versionKey: false },
);

export type KeyChangesStore = ReturnType<typeof keyChangesStore>;

export function keyChangesStore(connection: Connection) {
  const model = connection.model<Stored>('KeyChange', schema);
  const recordOf = ({ _id, ...rest }: Stored): KeyChangeRecord => ({ id: _id, ...rest });
  const within = (tx?: Transaction) => (tx === undefined ? {} : { session: tx });
  return {
    async record(id: KeyChangeId, tx: Transaction): Promise<KeyChangeRecord | null> {
      const found = await model.findById(id, null, within(tx)).lean<Stored>();
      return found && recordOf(found);
    },
    /** The newest first. */
    async all(tx?: Transaction): Promise<KeyChangeRecord[]> {
      return (await model.find({}, null, within(tx)).sort({ askedAt: -1 }).lean<Stored[]>()).map(recordOf);
    },
    async create(tx: Transaction, { id, ...rest }: KeyChangeRecord): Promise<void> {
      await model.create([{ _id: id, ...rest }], { session: tx });
    },
    async amend(
      tx: Transaction,
      id: KeyChangeId,
      patch: Partial<Omit<KeyChangeRecord, 'id'>>,
    ): Promise<void> {
      await model.updateOne({ _id: id }, { $set: patch }, { session: tx });
    },
  };
}
