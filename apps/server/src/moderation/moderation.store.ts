/** The log of moderation, which only grows, and the reports. The only file of this slice that knows Mongoose. */
import type {
  AttachmentId,
  ChallengeId,
  CommentId,
  IdeaId,
  ModerationId,
  PersonId,
  ReportId,
  ReportMotive,
} from '@butinerie/contracts';
import type { ModerationLogged } from '@butinerie/domain';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface EventRecord extends ModerationLogged {
  readonly challenge: ChallengeId;
}
export interface ReportRecord {
  readonly id: ReportId;
  readonly challenge: ChallengeId;
  readonly idea: IdeaId;
  readonly comment: CommentId | null;
  readonly file: AttachmentId | null;
  readonly by: PersonId;
  readonly motive: ReportMotive;
  readonly words: string;
  readonly at: Date;
}
type StoredEvent = Omit<EventRecord, 'id'> & { _id: ModerationId };
type StoredReport = Omit<ReportRecord, 'id'> & { _id: ReportId };

const text = { type: String, required: true };
const maybe = { type: String, default: null };
const eventSchema = new Schema<StoredEvent>(
  {
    _id: text,
    challenge: text,
    idea: text,
    other: maybe,
    comment: maybe,
    file: maybe,
    late: maybe,
    at: { type: Date, required: true },
    by: text,
    act: text,
    undoes: maybe,
    reason: { type: String, default: '' },
    from: maybe,
  },
  { collection: 'auditEvents', versionKey: false, strict: 'throw' },
);
eventSchema.index({ challenge: 1, at: 1 });
const reportSchema = new Schema<StoredReport>(
  {
    _id: text,
    challenge: text,
    idea: text,
    comment: maybe,
    file: maybe,
    by: text,
    motive: text,
    words: { type: String, default: '' },
    at: { type: Date, required: true },
  },
  { collection: 'reports', versionKey: false, strict: 'throw' },
);
reportSchema.index({ challenge: 1, at: 1 });
reportSchema.index({ idea: 1 });
/** Of which acts the person concerned was told. */
const toldSchema = new Schema<{ _id: string }>(
  { _id: text },
  { collection: 'moderationTold', versionKey: false, strict: 'throw' },
);

// There is no function here that changes a row; this stops whoever reaches for the model.
for (const change of [
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
] as const)
  eventSchema.pre(change, () => {
    throw new Error('events of moderation are only added');
  });

/** What no event had before ideas were compared, and none before files were hidden: one written then lacks it. */
const UNFILED = { file: null };
const SINCE = { other: null, ...UNFILED };
const eventOf = ({ _id, ...rest }: StoredEvent): EventRecord => ({ id: _id, ...SINCE, ...rest });
const reportOf = ({ _id, ...rest }: StoredReport): ReportRecord => ({ id: _id, ...UNFILED, ...rest });
const OLDEST_FIRST = { at: 1, _id: 1 } as const;

export type ModerationStore = ReturnType<typeof moderationStore>;

export function moderationStore(connection: Connection) {
  const events = connection.model<StoredEvent>('AuditEvent', eventSchema);
  const reports = connection.model<StoredReport>('Report', reportSchema);
  const told = connection.model<{ _id: string }>('ModerationTold', toldSchema);
  return {
    async event(id: ModerationId): Promise<EventRecord | null> {
      const found = await events.findById(id).lean<StoredEvent | null>();
      return found && eventOf(found);
    },
    async ofChallenge(challenge: ChallengeId): Promise<EventRecord[]> {
      return (await events.find({ challenge }).sort(OLDEST_FIRST).lean<StoredEvent[]>()).map(eventOf);
    },
    async append(tx: Transaction, { id, ...rest }: EventRecord): Promise<void> {
      await events.create([{ _id: id, ...rest }], { session: tx });
    },
    async all(): Promise<EventRecord[]> {
      return (await events.find().sort(OLDEST_FIRST).lean<StoredEvent[]>()).map(eventOf);
    },
    /** What was told already: acts by their id, and reviews that nobody made in time. */
    async told(): Promise<Set<string>> {
      return new Set((await told.find().lean<{ _id: string }[]>()).map(({ _id }) => _id));
    },
    /** True for the first caller only. */
    async markTold(tx: Transaction, what: string): Promise<boolean> {
      if ((await told.exists({ _id: what }).session(tx)) !== null) return false;
      await told.create([{ _id: what }], { session: tx });
      return true;
    },
    async report(id: ReportId): Promise<ReportRecord | null> {
      const found = await reports.findById(id).lean<StoredReport | null>();
      return found && reportOf(found);
    },
    async reportsOf(challenge: ChallengeId): Promise<ReportRecord[]> {
      return (await reports.find({ challenge }).sort(OLDEST_FIRST).lean<StoredReport[]>()).map(reportOf);
    },
    async reportsOn(idea: IdeaId): Promise<ReportRecord[]> {
      return (await reports.find({ idea }).sort(OLDEST_FIRST).lean<StoredReport[]>()).map(reportOf);
    },
    async keepReport(tx: Transaction, { id, ...rest }: ReportRecord): Promise<void> {
      await reports.create([{ _id: id, ...rest }], { session: tx });
    },
  };
}
