/**
 * The durable outbox. A row of notices first gathers, one for each person at a time; then it is written as a mail and
 * waits to be sent like any other. Taking a row leases it, so that of several servers one sends it.
 */
import type { Language, MailId, PersonId } from '@butinerie/contracts';
import { mintId } from '@butinerie/contracts';
import { MAILS_A_WEEK, type MailPurpose } from '@butinerie/domain';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { MailContent, WrittenMail } from './compose-mail.ts';

/** Whoever is written to without being a person of the instance. */
export interface Outsider {
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
}

export type OutboxState = 'gathering' | 'waiting' | 'sent' | 'shown' | 'failed';

export interface OutboxRow {
  readonly _id: MailId;
  /** Unique: `gathering:<person>` while it gathers, its own id from then on. */
  readonly key: string;
  readonly person: PersonId;
  /** Somebody without account, where it was given whole. */
  readonly mailbox: Outsider | null;
  readonly purpose: MailPurpose;
  readonly state: OutboxState;
  readonly dueAt: Date;
  readonly leasedUntil: Date;
  /** The day it was told to wait for, where it was looked at too early. */
  readonly heldUntil?: Date | null;
  /** The server that is at it until then; absent where nobody took it since servers say who they are. */
  readonly holder?: string | null;
  readonly attempts: number;
  /** Raised by every act that adds a notice or changes a name, so that it never passes the writing of the mail unseen. */
  readonly additions: number;
  /** What to say, where it was given whole. */
  readonly content: MailContent | null;
  readonly written: WrittenMail | null;
  /** Its very address tells who is behind a pseudonym: the mail page does not show it. */
  readonly sealed?: boolean;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

const NEVER = new Date(0);
const whole = (fields: Record<string, unknown>) => new Schema(fields, { _id: false });
const files = { type: [whole({ name: String, text: String })], default: undefined };
const schema = new Schema<OutboxRow>(
  {
    _id: String,
    key: { type: String, required: true, unique: true },
    person: { type: String, required: true },
    mailbox: { type: whole({ name: String, mail: String, language: String }), default: null },
    purpose: { type: String, required: true },
    state: { type: String, required: true },
    dueAt: { type: Date, required: true },
    leasedUntil: { type: Date, required: true },
    heldUntil: { type: Date, default: null },
    holder: { type: String, default: null },
    attempts: { type: Number, required: true },
    additions: { type: Number, required: true },
    content: {
      type: whole({
        subject: String,
        paragraphs: [String],
        link: whole({ url: String, label: String }),
        files,
      }),
      default: null,
    },
    written: {
      type: whole({ to: String, subject: String, text: String, html: String, unsubscribe: String, files }),
      default: null,
    },
    sealed: { type: Boolean, default: false },
    createdAt: { type: Date, required: true },
    sentAt: { type: Date, default: null },
  },
  { versionKey: false },
);
schema.index({ state: 1, dueAt: 1 });
schema.index({ person: 1, purpose: 1, createdAt: -1 });
schema.index({ createdAt: -1 });

const keyOf = (person: PersonId): string => `gathering:${person}`;
const OPEN: Record<string, unknown> = { state: { $in: ['gathering', 'waiting'] } };
const heldBy = (id: MailId, holder: string): Record<string, unknown> => ({ _id: id, holder, ...OPEN });
const fresh = {
  mailbox: null,
  leasedUntil: NEVER,
  attempts: 0,
  additions: 1,
  content: null,
  written: null,
  sentAt: null,
};

export type OutboxStore = ReturnType<typeof outboxStore>;

export function outboxStore(database: Database) {
  const model = database.connection.model('outbox', schema, 'outbox');
  return {
    async gather(
      tx: Transaction,
      people: readonly PersonId[],
      { now, dueAt }: { now: Date; dueAt: Date },
    ): Promise<void> {
      const keys = people.map(keyOf);
      const open = await model
        .find({ key: { $in: keys } }, { key: 1, heldUntil: 1 }, { session: tx })
        .lean<{ key: string; heldUntil?: Date | null }[]>();
      const known = new Set(open.map(({ key }) => key));
      // One that was looked at and had to wait for its day is not looked at again before, whatever joins it.
      const held = open.flatMap(({ key, heldUntil }) => (heldUntil && heldUntil > dueAt ? [key] : []));
      const others = [...known].filter((key) => !held.includes(key));
      if (held.length > 0)
        await model.updateMany({ key: { $in: held } }, { $inc: { additions: 1 } }, { session: tx });
      if (others.length > 0)
        await model.updateMany(
          { key: { $in: others } },
          { $inc: { additions: 1 }, $min: { dueAt } },
          { session: tx },
        );
      const rows = people
        .filter((person) => !known.has(keyOf(person)))
        .map((person) => ({
          _id: mintId('mail'),
          key: keyOf(person),
          person,
          purpose: 'notices',
          state: 'gathering',
          dueAt,
          createdAt: now,
          ...fresh,
        }));
      if (rows.length > 0) await model.insertMany(rows, { session: tx });
    },
    async add(
      tx: Transaction,
      mails: readonly (Pick<OutboxRow, 'person' | 'purpose' | 'dueAt' | 'createdAt'> & {
        content: MailContent;
        mailbox: Outsider | null;
        sealed: boolean;
      })[],
    ): Promise<void> {
      const rows = mails.map((mail) => {
        const _id = mintId('mail');
        return { ...fresh, _id, key: _id, state: 'waiting', ...mail };
      });
      await model.insertMany(rows, { session: tx });
    },
    /** Takes the row that has been due longest. Two who ask at once never get the same. */
    async take(now: Date, leasedUntil: Date, holder: string): Promise<OutboxRow | null> {
      return model
        .findOneAndUpdate(
          { ...OPEN, dueAt: { $lte: now }, leasedUntil: { $lte: now } },
          { $set: { leasedUntil, holder } },
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        )
        .lean<OutboxRow>();
    },
    /** False when the lease ran out and another server took the row, or it is done. */
    async holdOn(id: MailId, leasedUntil: Date, holder: string): Promise<boolean> {
      return (await model.updateOne(heldBy(id, holder), { $set: { leasedUntil } })).matchedCount === 1;
    },
    /** As `holdOn`, with anything else besides; false as well when what it says was changed since it was read. */
    async settleAsRead(
      { _id, additions }: Pick<OutboxRow, '_id' | 'additions'>,
      holder: string,
      patch: Partial<OutboxRow>,
    ): Promise<boolean> {
      return (
        (await model.updateOne({ ...heldBy(_id, holder), additions }, { $set: patch })).matchedCount === 1
      );
    },
    /** What this server took, as it is now; null when another has it or it is done. */
    async held(id: MailId, holder: string): Promise<OutboxRow | null> {
      return model.findOne(heldBy(id, holder)).lean<OutboxRow>();
    },
    async nextDue(): Promise<Date | null> {
      const row = await model.findOne(OPEN).sort({ dueAt: 1 }).lean<OutboxRow>();
      if (row === null) return null;
      return row.leasedUntil > row.dueAt ? row.leasedUntil : row.dueAt;
    },
    async row(tx: Transaction, id: MailId): Promise<OutboxRow | null> {
      return model.findById(id, null, { session: tx }).lean<OutboxRow>();
    },
    /** The last mails of notices of a person, newest first: when each left, or `waiting`. */
    async lastOfNotices(tx: Transaction, person: PersonId): Promise<(Date | 'waiting')[]> {
      const rows = await model
        .find({ person, purpose: 'notices', state: { $in: ['waiting', 'sent', 'shown'] } }, null, {
          session: tx,
        })
        .sort({ createdAt: -1 })
        .limit(MAILS_A_WEEK + 1)
        .lean<OutboxRow[]>();
      return rows.map(({ sentAt }) => sentAt ?? 'waiting');
    },
    async write(
      tx: Transaction,
      id: MailId,
      { written, sealed }: { written: WrittenMail; sealed: boolean },
    ): Promise<void> {
      const patch = { key: id, state: 'waiting', written, sealed };
      await model.updateOne({ _id: id }, { $set: patch }, { session: tx });
    },
    async postpone(tx: Transaction, id: MailId, dueAt: Date): Promise<void> {
      const patch = { dueAt, heldUntil: dueAt, leasedUntil: NEVER };
      await model.updateOne({ _id: id }, { $set: patch }, { session: tx });
    },
    async drop(id: MailId, tx?: Transaction): Promise<void> {
      await model.deleteOne({ _id: id }, tx === undefined ? {} : { session: tx });
    },
    /** Those of them that are being written, or about to leave, are looked at again. */
    async touchOpen(tx: Transaction): Promise<void> {
      await model.updateMany(OPEN, { $inc: { additions: 1 } }, { session: tx });
    },
    /** What says something already and did not leave; the last tries may be over. */
    async unsent(tx: Transaction): Promise<OutboxRow[]> {
      return model.find({ state: { $in: ['waiting', 'failed'] } }, null, { session: tx }).lean<OutboxRow[]>();
    },
    async reword(
      tx: Transaction,
      id: MailId,
      patch: Partial<Pick<OutboxRow, 'written' | 'content'>>,
    ): Promise<void> {
      await model.updateOne({ _id: id }, { $set: patch }, { session: tx });
    },
    async settle(id: MailId, patch: Partial<OutboxRow>): Promise<void> {
      await model.updateOne({ _id: id }, { $set: patch });
    },
    /** Newest first; what is not written yet is no mail yet. */
    async latestWritten(limit: number): Promise<OutboxRow[]> {
      return model
        .find({ written: { $ne: null } })
        .sort({ createdAt: -1, _id: 1 })
        .limit(limit)
        .lean<OutboxRow[]>();
    },
  };
}
