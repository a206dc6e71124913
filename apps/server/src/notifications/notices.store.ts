/** Notices as stored. The only file that knows the collection `notices`. */
import type {
  ChallengeId,
  IdeaId,
  MailId,
  Moment,
  NoteId,
  NoticeId,
  NoticeKind,
  PersonId,
} from '@butinerie/contracts';
import { Schema } from 'mongoose';
import type { Database, Transaction } from '../platform/mongo.ts';

export interface NoticeStored {
  readonly _id: NoticeId;
  readonly to: PersonId;
  readonly kind: NoticeKind;
  readonly challenge: ChallengeId | null;
  readonly idea: IdeaId | null;
  readonly note: NoteId | null;
  readonly about: string;
  readonly actor: PersonId | null;
  readonly reason: string;
  readonly until: Moment | null;
  /** Said to her behind a pseudonym: no mail that carries it is shown to anybody else. */
  readonly sealed?: boolean;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Waiting to be carried by a mail of its person. */
  readonly toMail: boolean;
  /** The mail that carried it. */
  readonly mail: MailId | null;
}

const schema = new Schema<NoticeStored>(
  {
    _id: String,
    to: { type: String, required: true },
    kind: { type: String, required: true },
    challenge: { type: String, default: null },
    idea: { type: String, default: null },
    note: { type: String, default: null },
    about: { type: String, default: '' },
    actor: { type: String, default: null },
    reason: { type: String, default: '' },
    until: { type: Schema.Types.Mixed, default: null },
    sealed: { type: Boolean, default: false },
    at: { type: Date, required: true },
    readAt: { type: Date, default: null },
    toMail: { type: Boolean, required: true },
    mail: { type: String, default: null },
  },
  { versionKey: false },
);
schema.index({ to: 1, at: -1 });
schema.index({ to: 1, toMail: 1 });

export type NoticesStore = ReturnType<typeof noticesStore>;

export function noticesStore(database: Database) {
  const model = database.connection.model('notices', schema, 'notices');
  const NEWEST_FIRST = { at: -1, _id: 1 } as const;
  return {
    async insert(tx: Transaction, notices: readonly NoticeStored[]): Promise<void> {
      await model.insertMany([...notices], { session: tx });
    },
    async latest(to: PersonId, limit: number): Promise<NoticeStored[]> {
      return model.find({ to }).sort(NEWEST_FIRST).limit(limit).lean<NoticeStored[]>();
    },
    async latestLike(
      like: Pick<NoticeStored, 'to' | 'kind' | 'challenge' | 'idea' | 'note' | 'actor'>,
    ): Promise<NoticeStored | null> {
      return model.findOne(like).sort(NEWEST_FIRST).lean<NoticeStored>();
    },
    async unread(to: PersonId): Promise<number> {
      return (await model.find({ to, readAt: null }, { _id: 1 }).lean()).length;
    },
    /** Only her own: an id that is somebody else's marks nothing. */
    async markRead(to: PersonId, ids: readonly NoticeId[], now: Date): Promise<void> {
      await model.updateMany({ _id: { $in: ids }, to, readAt: null }, { $set: { readAt: now } });
    },
    /** Newest first. */
    async waitingForMail(tx: Transaction, to: PersonId): Promise<NoticeStored[]> {
      return model
        .find({ to, toMail: true }, null, { session: tx })
        .sort(NEWEST_FIRST)
        .lean<NoticeStored[]>();
    },
    /** The mails that carried what one of these people did. */
    async mailsOfActors(tx: Transaction, actors: readonly PersonId[]): Promise<ReadonlySet<MailId>> {
      const found = await model
        .find({ actor: { $in: actors }, mail: { $ne: null } }, { mail: 1 }, { session: tx })
        .lean<Pick<NoticeStored, 'mail'>[]>();
      return new Set(found.flatMap(({ mail }) => mail ?? []));
    },
    async carried(tx: Transaction, ids: readonly NoticeId[], mail: MailId | null): Promise<void> {
      await model.updateMany({ _id: { $in: ids } }, { $set: { toMail: false, mail } }, { session: tx });
    },
  };
}
