/** Ideas and supports in MongoDB. The only file of this slice that knows Mongoose. */
import type { ChallengeId, IdeaId, IdeaState, PersonId } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import { createWritten } from '../platform/after-commit.ts';
import type { Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { IdeaRecord } from './index.ts';

interface Stored extends Omit<IdeaRecord, 'id'> {
  readonly _id: IdeaId;
  /** The row of the log up to which title and text were read; null where they were not since this is kept. */
  readonly textSeq?: number | null;
}
interface Support {
  _id: string;
  idea: IdeaId;
  person: PersonId;
}

const strings = { type: [String], required: true };
const ideaSchema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    challenge: { type: String, required: true },
    state: { type: String, required: true },
    title: { type: String, default: '' },
    text: { type: String, default: '' },
    textSeq: { type: Number, default: null },
    theme: { type: String, default: null },
    answers: { type: [Schema.Types.Mixed], required: true },
    originators: strings,
    coauthors: strings,
    requests: strings,
    openTo: { type: String, required: true },
    parents: strings,
    grownFrom: { type: String, default: null },
    underPseudonym: { type: Boolean, default: false },
    savedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    seal: { type: Schema.Types.Mixed, default: null },
    shredded: { type: Schema.Types.Mixed, default: null },
    answer: { type: Schema.Types.Mixed, default: null },
    answerPublishedAt: { type: Date, default: null },
    withdrawal: { type: Schema.Types.Mixed, default: null },
    source: { type: String, default: null },
    importedSupports: { type: Number, default: 0 },
  },
  { collection: 'ideas', versionKey: false, strict: 'throw', minimize: false },
);
ideaSchema.index({ challenge: 1, state: 1 });
ideaSchema.index({ originators: 1 });
ideaSchema.index({ coauthors: 1 });
ideaSchema.index({ parents: 1 });

const supportSchema = new Schema<Support>(
  {
    _id: { type: String, required: true },
    idea: { type: String, required: true },
    person: { type: String, required: true },
  },
  { collection: 'supports', versionKey: false, strict: 'throw' },
);
supportSchema.index({ idea: 1 });
supportSchema.index({ person: 1 });

/** What no idea had before challenges asked for more: a record written then lacks it. */
const NOTHING_ASKED = { theme: null, answers: [] };
function recordOf({ _id, textSeq: _textSeq, ...rest }: Stored): IdeaRecord {
  return { id: _id, ...NOTHING_ASKED, ...rest };
}
const inTransaction = (tx?: Transaction): { session?: Transaction } => (tx ? { session: tx } : {});
const toSet = (patch: Partial<IdeaRecord>): Record<string, unknown> => {
  const { id: _id, ...fields } = patch;
  return { $set: fields };
};

export type IdeaStore = ReturnType<typeof ideaStore>;

export function ideaStore(connection: Connection, wakeUps: WakeUps) {
  const ideas = connection.model<Stored>('Idea', ideaSchema);
  const supports = connection.model<Support>('Support', supportSchema);
  const written = createWritten<IdeaId>(wakeUps, 'ideas');
  /** The same, but for what only mirrors the living text. */
  const standing = createWritten<IdeaId>(wakeUps, 'standing of ideas');
  const tell = (id: IdeaId, tx: Transaction): void => {
    written.tell(id, tx);
    standing.tell(id, tx);
  };
  const supportKey = (idea: IdeaId, person: PersonId): string => `${idea}:${person}`;
  const many = async (filter: Record<string, unknown>, tx?: Transaction): Promise<IdeaRecord[]> => {
    const found = await ideas.find(filter, null, inTransaction(tx)).sort({ _id: 1 }).lean<Stored[]>();
    return found.map(recordOf);
  };

  return {
    onWritten: written.on,
    onStanding: standing.on,
    async record(id: IdeaId, tx?: Transaction): Promise<IdeaRecord | null> {
      if (tx === undefined) return (await readPlain<Stored>(ideas, { _id: id })).map(recordOf)[0] ?? null;
      const found = await ideas.findById(id, null, { session: tx }).lean<Stored | null>();
      return found && recordOf(found);
    },
    ofChallenge: (challenge: ChallengeId, tx?: Transaction) => many({ challenge }, tx),
    inStates: (states: readonly IdeaState[]) => many({ state: { $in: [...states] } }),
    named: (selves: readonly PersonId[]) =>
      many({ $or: [{ originators: { $in: [...selves] } }, { coauthors: { $in: [...selves] } }] }),
    grownFrom: (parents: readonly IdeaId[]) =>
      many({ parents: { $in: [...parents] }, state: { $ne: 'draft' } }),
    async byIds(ids: readonly IdeaId[]): Promise<IdeaRecord[]> {
      if (ids.length === 0) return [];
      const found = await readPlain<Stored>(ideas, { _id: { $in: [...ids] } });
      return found.map(recordOf).sort((one, other) => (one.id < other.id ? -1 : 1));
    },

    /** All of them one after the other, however many. */
    async *each(states: readonly IdeaState[]): AsyncGenerator<IdeaRecord> {
      const cursor = ideas
        .find({ state: { $in: [...states] } })
        .lean<Stored>()
        .cursor();
      for await (const found of cursor) yield recordOf(found);
    },

    async create(tx: Transaction, record: IdeaRecord): Promise<void> {
      const { id, ...rest } = record;
      tell(id, tx);
      await ideas.create([{ _id: id, ...rest }], { session: tx });
    },
    /** One guarded write: nothing happens unless the idea still is in `state`. */
    async amend(tx: Transaction, id: IdeaId, state: IdeaState, patch: Partial<IdeaRecord>): Promise<boolean> {
      tell(id, tx);
      const done = await ideas.updateOne({ _id: id, state }, toSet(patch), { session: tx });
      return done.matchedCount === 1;
    },
    /**
     * The projection of the living text: whatever the state, it mirrors the document. Two servers may have read it, or
     * one twice at once: the later reading stays.
     */
    async project(
      texts: readonly { idea: IdeaId; title: string; text: string; seq: number }[],
      savedAt: Date,
    ): Promise<void> {
      const writes = texts.map(({ idea, title, text, seq }) => ({
        updateOne: {
          filter: { _id: idea, seal: null, $or: [{ textSeq: null }, { textSeq: { $lte: seq } }] },
          update: { $set: { title, text, textSeq: seq, savedAt } },
        },
      }));
      await ideas.collection.bulkWrite(writes, { ordered: false });
      for (const { idea } of texts) written.tell(idea, undefined);
    },

    /** Both lists of people move together: who joins does not wait any more. */
    async addCoauthor(tx: Transaction, id: IdeaId, person: PersonId): Promise<boolean> {
      const change = { $addToSet: { coauthors: person }, $pull: { requests: person } };
      tell(id, tx);
      const done = await ideas.updateOne(
        { _id: id, state: 'published', coauthors: { $ne: person } },
        change,
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    async addRequest(tx: Transaction, id: IdeaId, person: PersonId): Promise<boolean> {
      const change = { $addToSet: { requests: person } };
      const done = await ideas.updateOne({ _id: id, state: 'published' }, change, { session: tx });
      return done.matchedCount === 1;
    },
    async dropRequest(tx: Transaction, id: IdeaId, person: PersonId): Promise<boolean> {
      const done = await ideas.updateOne(
        { _id: id, requests: person },
        { $pull: { requests: person } },
        { session: tx },
      );
      return done.matchedCount === 1;
    },

    /** Something that is kept elsewhere and shown with it changed: a rebound, a name. */
    touched: (id: IdeaId): void => written.tell(id, undefined),

    async support(idea: IdeaId, person: PersonId, wanted: boolean): Promise<void> {
      const _id = supportKey(idea, person);
      if (wanted) await supports.updateOne({ _id }, { $setOnInsert: { idea, person } }, { upsert: true });
      else await supports.deleteOne({ _id });
    },
    async supportedBy(person: PersonId, among: readonly IdeaId[]): Promise<Set<IdeaId>> {
      if (among.length === 0) return new Set();
      const found = await readPlain<Support>(supports, {
        _id: { $in: among.map((idea) => supportKey(idea, person)) },
      });
      return new Set(found.map((support) => support.idea));
    },
    async supporters(idea: IdeaId): Promise<PersonId[]> {
      const found = await supports.find({ idea }).lean<Support[]>();
      return found.map(({ person }) => person);
    },
    async supportCounts(among: readonly IdeaId[]): Promise<Map<IdeaId, number>> {
      const found = await supports.find({ idea: { $in: [...among] } }, { idea: 1 }).lean<Support[]>();
      const counts = new Map<IdeaId, number>();
      for (const { idea } of found) counts.set(idea, (counts.get(idea) ?? 0) + 1);
      return counts;
    },
  };
}
