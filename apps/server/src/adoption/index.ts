/** A directorate commits; authorship is locked; the author is offered to carry the project. */
import * as contracts from '@butinerie/contracts';
import type { Adoption, ChallengeId, Decline, IdeaId, PersonId } from '@butinerie/contracts';
import type { Edges } from '../accounts/index.ts';
import { serve } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { adoptIdea } from './adopt-idea.ts';
import { adoptionEnded, adoptionStore, type AnswersRecord } from './adoptions.store.ts';
import { answerCarrierOffer } from './answer-carrier-offer.ts';
import { declineAdoption } from './decline-adoption.ts';
import type { AdoptionDeps, AdoptionSetup } from './deps.ts';
import { moveTerms } from './move-terms.ts';
import { outcomesIn } from './outcomes-in.ts';
import { readDesk, type DeskDeps } from './read-desk.ts';
import { carrierWatch } from './remind-carriers.ts';
import { showAdoptions, showDeclines } from './show-adoption.ts';

export type { AdoptionRecord, AnswersRecord } from './adoptions.store.ts';

export interface Adoptions {
  /** The challenges in which something was answered, here or on another server. */
  onWritten(listener: (ids: ReadonlySet<ChallengeId>) => void): void;
  /** What directorates said about an idea, for what follows from it in the same commit. */
  read(tx: Transaction, about: Pick<AnswersRecord, 'idea' | 'challenge'>): Promise<AnswersRecord>;
  put(tx: Transaction, answers: AnswersRecord): Promise<void>;
  /** What a directorate gave up, kept beside what comes after it. */
  ended(answers: AnswersRecord, at: Date): AnswersRecord;
  /** Outside a commit. */
  recordsOf(ideas: readonly IdeaId[]): Promise<AnswersRecord[]>;
  ofIdeas(ideas: readonly IdeaId[]): Promise<Map<IdeaId, Adoption>>;
  /** The ideas somebody was named pilot of. */
  pilotedBy(person: PersonId): Promise<IdeaId[]>;
  /** What directorates answered: the one that adopted it, and those that said no, each with its reason. */
  answersOn(idea: IdeaId): Promise<{ adoption: Adoption | null; declines: Decline[] }>;
}

export function createAdoption(setup: AdoptionSetup): Adoptions & {
  serve(edges: Pick<Edges, 'http'>, late: Pick<DeskDeps, 'deliveries'>): void;
  /** Follows the offers that wait for an answer. */
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const deps: AdoptionDeps = { ...setup, store: adoptionStore(setup.database.connection, setup.wakeUps) };
  const carriers = carrierWatch(deps, setup.log);
  setup.challenges.outcomesFrom(outcomesIn(deps));
  deps.store.onWritten((ids) => setup.challenges.outcomesChanged(ids));
  setup.challenges.onResumed(moveTerms(deps));
  // Paused, or going on: what is due by its clock is another matter now.
  setup.challenges.onWritten(() => void carriers.look());
  const ofIdeas: Adoptions['ofIdeas'] = async (ideas) => showAdoptions(deps, await deps.store.ofIdeas(ideas));
  return {
    start: () => carriers.start(),
    stop: () => carriers.stop(),
    read: (tx, about) => deps.store.read(tx, about),
    put: (tx, answers) => deps.store.put(tx, answers),
    onWritten: (listener) => deps.store.onWritten(listener),
    ended: adoptionEnded,
    recordsOf: (ideas) => deps.store.ofIdeas(ideas),
    ofIdeas,
    pilotedBy: (person) => deps.store.pilotedBy(person),
    async answersOn(idea) {
      const [answers] = await deps.store.ofIdeas([idea]);
      if (answers === undefined) return { adoption: null, declines: [] };
      const [adopted, declines] = await Promise.all([
        showAdoptions(deps, [answers]),
        showDeclines(deps, answers),
      ]);
      return { adoption: adopted.get(idea) ?? null, declines };
    },
    serve({ http }, late) {
      // A directorate's word has a name under it, also where the idea is its signatory's own.
      const asHerself = { asHerself: true } as const;
      serve(
        http,
        contracts.adoptIdea,
        async ({ params, body, speaker }) => {
          const adopted = await adoptIdea(deps)(params.idea, body, speaker);
          // A new offer: its first reminder may come before any other.
          if (adopted.ok) void carriers.look();
          return adopted;
        },
        asHerself,
      );
      serve(
        http,
        contracts.declineAdoption,
        ({ params, body, speaker }) => declineAdoption(deps)(params.idea, body, speaker),
        asHerself,
      );
      serve(http, contracts.answerCarrierOffer, ({ params, body, speaker }) =>
        answerCarrierOffer(deps)(params.idea, body.choice, speaker),
      );
      serve(http, contracts.readDesk, ({ speaker }) => readDesk({ ...deps, ...late })(speaker));
    },
  };
}
