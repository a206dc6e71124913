/**
 * Passages that stand in an older idea too, in MongoDB: where they stand, never their words, so that a text that is
 * destroyed is not kept here. The only file of this slice that knows Mongoose.
 */
import type { ChallengeId, IdeaId, PersonId, QuotationAnswer } from '@butinerie/contracts';
import { Schema, type Connection } from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export interface QuotationRecord {
  readonly idea: IdeaId;
  readonly source: IdeaId;
  /** Of the sealed text of `idea`. */
  readonly start: number;
  readonly end: number;
  readonly foundAt: Date;
  readonly answer: QuotationAnswer;
  readonly answered: { readonly by: PersonId; readonly at: Date; readonly reason: string } | null;
}
type Stored = QuotationRecord & { _id: string };
interface Compared {
  _id: ChallengeId;
  at: Date;
}

const required = true;
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    idea: { type: String, required },
    source: { type: String, required },
    start: { type: Number, required },
    end: { type: Number, required },
    foundAt: { type: Date, required },
    answer: { type: String, required },
    answered: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'quotations', versionKey: false, strict: 'throw', minimize: false },
);
schema.index({ idea: 1 });
const comparedSchema = new Schema<Compared>(
  { _id: { type: String, required }, at: { type: Date, required } },
  { collection: 'comparisons', versionKey: false, strict: 'throw' },
);

const recordOf = ({ _id, ...rest }: Stored): QuotationRecord => rest;
const keyOf = ({ idea, source }: Pick<QuotationRecord, 'idea' | 'source'>): string => `${idea}:${source}`;
const inTransaction = (tx?: Transaction): { session?: Transaction } => (tx ? { session: tx } : {});

export type QuotationStore = ReturnType<typeof quotationStore>;

export function quotationStore(connection: Connection) {
  const quotations = connection.model<Stored>('Quotation', schema);
  const compared = connection.model<Compared>('Comparison', comparedSchema);
  return {
    async ofIdea(idea: IdeaId, tx?: Transaction): Promise<QuotationRecord[]> {
      const found = await quotations
        .find({ idea }, null, inTransaction(tx))
        .sort({ _id: 1 })
        .lean<Stored[]>();
      return found.map(recordOf);
    },
    async keep(tx: Transaction, records: readonly QuotationRecord[]): Promise<void> {
      await quotations.create(
        records.map((record) => ({ _id: keyOf(record), ...record })),
        { session: tx, ordered: true },
      );
    },
    /** Once: false when somebody was faster. */
    async answer(
      tx: Transaction,
      of: Pick<QuotationRecord, 'idea' | 'source'>,
      patch: Pick<QuotationRecord, 'answer' | 'answered'>,
    ): Promise<boolean> {
      const done = await quotations.updateOne(
        { _id: keyOf(of), answer: 'open' },
        { $set: patch },
        { session: tx },
      );
      return done.matchedCount === 1;
    },
    async wasCompared(challenge: ChallengeId): Promise<boolean> {
      return (await compared.findById(challenge).lean<Compared | null>()) !== null;
    },
    async markCompared(challenge: ChallengeId, at: Date): Promise<void> {
      await compared.updateOne({ _id: challenge }, { $setOnInsert: { at } }, { upsert: true });
    },
  };
}
