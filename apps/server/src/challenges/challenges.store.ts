/** Challenges in MongoDB. The only file of this slice that knows Mongoose. */
import { NO_LABELS, NO_VISUAL, type ChallengeId } from '@butinerie/contracts';
import { ALL_AGENTS, type Audience } from '@butinerie/domain';
import { Schema, type Connection } from 'mongoose';
import { createWritten } from '../platform/after-commit.ts';
import type { Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { ChallengeRecord } from './index.ts';

/** `openingToldAt` and `reminded` are this slice's own: what people were told already. */
type Stored = Omit<ChallengeRecord, 'id' | 'audience' | 'reviewedFrom'> & {
  _id: ChallengeId;
  /** Null where nobody ever said whom it is for. */
  audience: Audience | null;
  openingToldAt: Date | null;
  reminded: string[];
};

const localTime = { type: Schema.Types.Mixed, required: true };
const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    question: { type: String, required: true },
    brief: { type: String, default: '' },
    opensAt: localTime,
    ideasUntil: localTime,
    closesAt: localTime,
    decisionDueAt: localTime,
    selectionMode: { type: String, required: true },
    audience: { type: Schema.Types.Mixed, default: null },
    themes: { type: [Schema.Types.Mixed], required: true },
    fields: { type: [Schema.Types.Mixed], required: true },
    labels: { type: Schema.Types.Mixed, required: true },
    visual: { type: Schema.Types.Mixed, required: true },
    createdBy: { type: String, default: null },
    scheduledAt: { type: Date, default: null },
    cancelled: { type: Schema.Types.Mixed, default: null },
    cancellation: { type: Schema.Types.Mixed, default: null },
    protection: { type: Schema.Types.Mixed, default: null },
    paused: { type: Schema.Types.Mixed, default: null },
    pausedIn: { type: [String], required: true },
    extension: { type: Schema.Types.Mixed, default: null },
    sealedAt: { type: Date, default: null },
    results: { type: Schema.Types.Mixed, required: true },
    firstAdoptionAt: { type: Date, default: null },
    archived: { type: Schema.Types.Mixed, default: null },
    openingToldAt: { type: Date, default: null },
    reminded: { type: [String], required: true },
  },
  { collection: 'challenges', versionKey: false, strict: 'throw', minimize: false },
);

/** What no challenge had at first: a record written then lacks it. */
const SINCE = {
  cancellation: null,
  protection: null,
  paused: null,
  pausedIn: [],
  extension: null,
  archived: null,
  themes: [],
  fields: [],
  labels: NO_LABELS,
  visual: NO_VISUAL,
};
const plainOf = (stored: Stored): ChallengeRecord => {
  const { _id, openingToldAt: _told, reminded: _reminded, ...rest } = stored;
  return { id: _id, ...SINCE, ...rest, audience: stored.audience ?? ALL_AGENTS };
};
const session = (tx?: Transaction): { session?: Transaction } => (tx ? { session: tx } : {});

export function challengeStore(
  connection: Connection,
  wakeUps: WakeUps,
  reviewedFrom: (id: ChallengeId) => Date | null,
) {
  const challenges = connection.model<Stored>('Challenge', schema);
  const written = createWritten<ChallengeId>(wakeUps, 'challenges');
  const recordOf = (stored: Stored): ChallengeRecord => ({
    ...plainOf(stored),
    reviewedFrom: reviewedFrom(stored._id),
  });
  return {
    onWritten: written.on,
    onElsewhere: written.onElsewhere,
    async record(id: ChallengeId, tx?: Transaction): Promise<ChallengeRecord | null> {
      if (tx === undefined)
        return (await readPlain<Stored>(challenges, { _id: id })).map(recordOf)[0] ?? null;
      const found = await challenges.findById(id, null, session(tx)).lean<Stored | null>();
      return found && recordOf(found);
    },
    async all(): Promise<ChallengeRecord[]> {
      const found = await challenges.find().lean<Stored[]>();
      return found.map(recordOf);
    },
    async create(tx: Transaction, record: ChallengeRecord): Promise<void> {
      const { id, reviewedFrom: _derived, ...rest } = record;
      written.tell(id, tx);
      await challenges.create([{ _id: id, ...rest, reminded: [] }], { session: tx });
    },
    /** Optimistic: nothing is written unless the version is still the one that was read. */
    async change(tx: Transaction, seen: ChallengeRecord, patch: Partial<ChallengeRecord>): Promise<boolean> {
      const { id: _id, version: _version, reviewedFrom: _derived, ...fields } = patch;
      written.tell(seen.id, tx);
      const done = await challenges.updateOne(
        { _id: seen.id, version: seen.version },
        { $set: { ...fields, version: seen.version + 1 } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    /** The reminders sent for this closing; an extended challenge has others ahead. */
    async remindersOf(id: ChallengeId, closesAt: Date): Promise<number[]> {
      const found = await challenges.findById(id, { reminded: 1 }).lean<{ reminded?: string[] }>();
      const prefix = `${closesAt.toISOString()} `;
      return (found?.reminded ?? [])
        .filter((key) => key.startsWith(prefix))
        .map((key) => Number(key.slice(prefix.length)));
    },
    /** True for the first caller only. */
    async markReminded(
      tx: Transaction,
      id: ChallengeId,
      { closesAt, hours }: { closesAt: Date; hours: number },
    ): Promise<boolean> {
      const key = `${closesAt.toISOString()} ${hours}`;
      const done = await challenges.updateOne(
        { _id: id, reminded: { $ne: key } },
        { $addToSet: { reminded: key } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    /** True for the first caller only. The version stays: nobody's reading is stale because others were told. */
    async markOpeningTold(tx: Transaction, id: ChallengeId, at: Date): Promise<boolean> {
      const done = await challenges.updateOne(
        { _id: id, openingToldAt: null },
        { $set: { openingToldAt: at } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
  };
}
export type ChallengeStore = ReturnType<typeof challengeStore>;
