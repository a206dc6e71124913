/** What was done and said about the delivery of an idea, in MongoDB. The only file of this slice that knows Mongoose. */
import type { ChallengeId, IdeaId } from '@butinerie/contracts';
import { deliveryOf, type DeliveryEvent } from '@butinerie/domain';
import { Schema, type Connection } from 'mongoose';
import { createWritten } from '../platform/after-commit.ts';
import type { Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';

export interface DeliveryRecord {
  readonly idea: IdeaId;
  readonly challenge: ChallengeId;
  /** Only ever added to. */
  readonly events: readonly DeliveryEvent[];
}
/** `waits`: for an answer or for the end of a hearing. */
type Stored = Omit<DeliveryRecord, 'idea'> & { _id: IdeaId; waits: boolean };

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    challenge: { type: String, required: true },
    waits: { type: Boolean, required: true, index: true },
    events: { type: [Schema.Types.Mixed], required: true },
  },
  { collection: 'deliveries', versionKey: false, strict: 'throw', minimize: false },
);

/** What was told already of what the clock made due. */
const stepSchema = new Schema<{ _id: string }>(
  { _id: { type: String, required: true } },
  { collection: 'deliverySteps', versionKey: false, strict: 'throw' },
);

const recordOf = ({ _id, challenge, events }: Stored): DeliveryRecord => ({ idea: _id, challenge, events });

export type DeliveryStore = ReturnType<typeof deliveryStore>;

export function deliveryStore(connection: Connection, wakeUps: WakeUps) {
  const written = createWritten<ChallengeId>(wakeUps, 'deliveries');
  const deliveries = connection.model<Stored>('Delivery', schema);
  const steps = connection.model<{ _id: string }>('DeliveryStep', stepSchema);
  return {
    /** The challenges in which something was done, here or on another server. */
    onWritten: written.on,
    async read(tx: Transaction, about: Omit<DeliveryRecord, 'events'>): Promise<DeliveryRecord> {
      const found = await deliveries.findById(about.idea, null, { session: tx }).lean<Stored | null>();
      return found === null ? { ...about, events: [] } : recordOf(found);
    },
    /** After what was read in the same transaction: another writer meanwhile makes the database run it again. */
    async add(tx: Transaction, { idea, challenge, events }: DeliveryRecord, event: DeliveryEvent) {
      written.tell(challenge, tx);
      const all = [...events, event];
      const { proposed, abandonment } = deliveryOf(all);
      const waits = proposed !== null || abandonment !== null;
      const kept = { _id: idea, challenge, waits, events: all };
      await deliveries.replaceOne({ _id: idea }, kept, { session: tx, upsert: true });
      return { idea, challenge, events: all };
    },
    async waiting(): Promise<DeliveryRecord[]> {
      const found = await deliveries.find({ waits: true }).lean<Stored[]>();
      return found.map(recordOf);
    },
    async waitingIn(tx: Transaction, challenge: ChallengeId): Promise<DeliveryRecord[]> {
      const found = await deliveries.find({ challenge, waits: true }, null, { session: tx }).lean<Stored[]>();
      return found.map(recordOf);
    },
    async ofIdeas(ideas: readonly IdeaId[]): Promise<DeliveryRecord[]> {
      if (ideas.length === 0) return [];
      const found = await readPlain<Stored>(deliveries, { _id: { $in: [...ideas] } });
      return found.map(recordOf);
    },
    /** True for the first caller only. */
    async markStep(tx: Transaction, step: string): Promise<boolean> {
      const known = await steps.exists({ _id: step }).session(tx);
      if (known !== null) return false;
      await steps.create([{ _id: step }], { session: tx });
      return true;
    },
  };
}
