/** What directorates answered about an idea, in MongoDB. The only file of this slice that knows Mongoose. */
import type { CarrierChoice, ChallengeId, DirectorateId, IdeaId, PersonId } from '@butinerie/contracts';
import type { CarrierStep } from '@butinerie/domain';
import { Schema, type Connection } from 'mongoose';
import { createWritten } from '../platform/after-commit.ts';
import type { Transaction } from '../platform/mongo.ts';
import { readPlain } from '../platform/read-plain.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';

export interface CarrierOfferRecord {
  readonly to: PersonId;
  readonly offeredAt: Date;
  readonly answerBy: string;
  /** Working days by which what follows from silence comes later than it would. */
  readonly later: number;
  readonly choice: CarrierChoice | null;
  readonly answeredAt: Date | null;
}

export interface AdoptionRecord {
  readonly directorate: DirectorateId;
  readonly sponsor: PersonId;
  readonly pilot: PersonId;
  readonly promise: string;
  readonly milestone: { readonly title: string; readonly dueOn: string };
  readonly halfDays: number;
  readonly adoptedAt: Date;
  readonly dueOn: string;
  readonly dueAt: Date;
  /** What was promised at first, once a pause has moved it. */
  readonly firstDueOn: string | null;
  readonly carrierOffer: CarrierOfferRecord;
}

export interface DeclineRecord {
  readonly directorate: DirectorateId;
  readonly by: PersonId;
  readonly reason: string;
  readonly at: Date;
}

/** What a directorate had promised before it gave the idea up; the author went on with it, or offered it again. */
export interface FormerAdoption {
  readonly directorate: DirectorateId;
  readonly sponsor: PersonId;
  readonly pilot: PersonId;
  readonly promise: string;
  readonly adoptedAt: Date;
  readonly carrierOffer: CarrierOfferRecord;
  /** When the idea left it. */
  readonly endedAt: Date;
}

/** One record for each idea that a directorate answered: one adopts it at a time, because there is room for one. */
export interface AnswersRecord {
  readonly idea: IdeaId;
  readonly challenge: ChallengeId;
  readonly adoption: AdoptionRecord | null;
  readonly declines: readonly DeclineRecord[];
  readonly former: readonly FormerAdoption[];
}
type Stored = Omit<AnswersRecord, 'idea'> & { _id: IdeaId };

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    challenge: { type: String, required: true },
    adoption: { type: Schema.Types.Mixed, default: null },
    declines: { type: [Schema.Types.Mixed], required: true },
    former: { type: [Schema.Types.Mixed], default: [] },
  },
  { collection: 'adoptions', versionKey: false, strict: 'throw', minimize: false },
);

/** What was said already to whoever does not answer an offer. */
const stepSchema = new Schema<{ _id: string }>(
  { _id: { type: String, required: true } },
  { collection: 'carrierSteps', versionKey: false, strict: 'throw' },
);

/** What no adoption had before pauses moved it: one written then lacks it. */
const sinceOf = (adoption: AdoptionRecord): AdoptionRecord => ({
  ...adoption,
  firstDueOn: adoption.firstDueOn ?? null,
  carrierOffer: { ...adoption.carrierOffer, later: adoption.carrierOffer.later ?? 0 },
});
const recordOf = ({ _id, adoption, former, ...rest }: Stored): AnswersRecord => ({
  idea: _id,
  ...rest,
  // Nobody could give up what was adopted before there was a delivery.
  former: former ?? [],
  adoption: adoption && sinceOf(adoption),
});

/** Its promise is kept beside what comes after it. */
export function adoptionEnded(answers: AnswersRecord, endedAt: Date): AnswersRecord {
  if (answers.adoption === null) return answers;
  const { directorate, sponsor, pilot, promise, adoptedAt, carrierOffer } = answers.adoption;
  const ended = { directorate, sponsor, pilot, promise, adoptedAt, carrierOffer, endedAt };
  return { ...answers, former: [...answers.former, ended] };
}

export type AdoptionStore = ReturnType<typeof adoptionStore>;

export function adoptionStore(connection: Connection, wakeUps: WakeUps) {
  const written = createWritten<ChallengeId>(wakeUps, 'adoptions');
  const adoptions = connection.model<Stored>('Adoption', schema);
  const steps = connection.model<{ _id: string }>('CarrierStep', stepSchema);
  return {
    /** The challenges in which something was answered, here or on another server. */
    onWritten: written.on,
    async read(tx: Transaction, about: Pick<AnswersRecord, 'idea' | 'challenge'>): Promise<AnswersRecord> {
      const found = await adoptions.findById(about.idea, null, { session: tx }).lean<Stored | null>();
      return found === null ? { ...about, adoption: null, declines: [], former: [] } : recordOf(found);
    },
    /** Over what was read in the same transaction: another writer meanwhile makes the database run it again. */
    async put(tx: Transaction, { idea, ...rest }: AnswersRecord): Promise<void> {
      written.tell(rest.challenge, tx);
      await adoptions.replaceOne({ _id: idea }, { _id: idea, ...rest }, { session: tx, upsert: true });
    },
    async withOpenOffer(): Promise<AnswersRecord[]> {
      const found = await adoptions
        .find({ adoption: { $ne: null }, 'adoption.carrierOffer.choice': null })
        .lean<Stored[]>();
      return found.map(recordOf);
    },
    /** True for the first caller only. */
    async markStep(tx: Transaction, idea: IdeaId, step: CarrierStep): Promise<boolean> {
      const _id = `${idea}:${step}`;
      const known = await steps.exists({ _id }).session(tx);
      if (known !== null) return false;
      await steps.create([{ _id }], { session: tx });
      return true;
    },
    async pilotedBy(person: PersonId): Promise<IdeaId[]> {
      const found = await adoptions.find({ 'adoption.pilot': person }).lean<Stored[]>();
      return found.map(({ _id }) => _id);
    },
    /** Those of a challenge that were adopted. */
    async adoptedIn(tx: Transaction, challenge: ChallengeId): Promise<AnswersRecord[]> {
      const found = await adoptions
        .find({ challenge, adoption: { $ne: null } }, null, { session: tx })
        .lean<Stored[]>();
      return found.map(recordOf);
    },
    async ofIdeas(ideas: readonly IdeaId[]): Promise<AnswersRecord[]> {
      if (ideas.length === 0) return [];
      const found = await readPlain<Stored>(adoptions, { _id: { $in: [...ideas] } });
      return found.map(recordOf);
    },
  };
}
