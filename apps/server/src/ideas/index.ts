/** Drafting, publishing, reading, co-authors, seals. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type {
  ChallengeId,
  Credits,
  FieldAnswer,
  ThemeId,
  IdeaId,
  IdeaState,
  PersonId,
  ReasonedAnswer,
  ReboundId,
  ShreddingMotive,
} from '@butinerie/contracts';
import { LISTED_STATES } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { personRoom, type Realtime } from '../platform/realtime.ts';
import { answerCoauthor } from './answer-coauthor.ts';
import { askToCoauthor } from './ask-to-coauthor.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import { creditsOf, particularsShown } from './cards.ts';
import type { IdeaDeps } from './deps.ts';
import { ideaStore } from './ideas.store.ts';
import { listIdeas, listMine } from './list-ideas.ts';
import { openPseudonym } from './open-pseudonym.ts';
import { patchIdea } from './patch-idea.ts';
import { publishIdea } from './publish-idea.ts';
import { publishUnderPseudonym } from './publish-under-pseudonym.ts';
import { readIdea } from './read-idea.ts';
import { saveDraft } from './save-draft.ts';
import { sealIdeas, sealLate } from './seal-ideas.ts';
import { setParticulars } from './set-particulars.ts';
import { supportIdea } from './support-idea.ts';
import { withdrawIdea } from './withdraw-idea.ts';

/** An idea as stored. Credits are not here: they are the fold of the ledger; the lists below only index it. */
export interface IdeaRecord {
  readonly id: IdeaId;
  readonly challenge: ChallengeId;
  readonly state: IdeaState;
  /** Projection of the living document, for lists and search. */
  readonly title: string;
  readonly text: string;
  readonly theme: ThemeId | null;
  readonly answers: readonly FieldAnswer[];
  /** Who may write: kept equal to the ledger's fold in the same transaction. Empty: author to confirm. */
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
  readonly requests: readonly PersonId[];
  readonly openTo: 'invited' | 'everyone';
  readonly parents: readonly IdeaId[];
  readonly grownFrom: ReboundId | null;
  /** What the author of a draft wants of its publication. */
  readonly underPseudonym?: boolean;
  readonly savedAt: Date;
  readonly publishedAt: Date | null;
  readonly seal: {
    at: Date;
    textHash: string;
    logRoot: string;
    logRows: number;
    title: string;
    text: string;
  } | null;
  /** Its text was destroyed. */
  readonly shredded?: { at: Date; motive: ShreddingMotive; reference: string } | null;
  readonly answer: (Omit<ReasonedAnswer, 'by' | 'at'> & { by: PersonId; at: Date }) | null;
  /** The answer is readable by its authors and by everybody from here. */
  readonly answerPublishedAt: Date | null;
  readonly withdrawal: {
    at: Date;
    by: PersonId;
    reason: string;
    askedBySomebody: 'yes' | 'no' | 'unsaid';
  } | null;
  /** For imported ideas: the identifier and supports of the source. */
  readonly source: string | null;
  readonly importedSupports: number;
}

export interface SealedListener {
  readonly all: (challenge: ChallengeId) => Promise<void>;
  readonly late: (idea: IdeaId) => Promise<void>;
}

export interface Ideas {
  record(id: IdeaId, tx?: Transaction): Promise<IdeaRecord | null>;
  ofChallenge(id: ChallengeId, tx?: Transaction): Promise<IdeaRecord[]>;
  inStates(states: readonly IdeaState[]): Promise<IdeaRecord[]>;
  byIds(ids: readonly IdeaId[]): Promise<IdeaRecord[]>;
  /** What says that it grew from one of these, drafts left out. */
  grownFrom(parents: readonly IdeaId[]): Promise<IdeaRecord[]>;
  /** Those in which she is originator or co-author. */
  /** Of a person, under any of these identifiers. */
  named(selves: readonly PersonId[]): Promise<IdeaRecord[]>;
  /** What every agent may read, of every challenge, one after the other. */
  listed(): AsyncIterable<IdeaRecord>;
  /** After each commit that wrote something of these ideas, whatever it was. */
  onWritten(listener: (ids: ReadonlySet<IdeaId>) => void): void;
  /** The same, unless only its text followed the living one: who may do what there may be another matter now. */
  onStanding(listener: (ids: ReadonlySet<IdeaId>) => void): void;
  /** Moves the idea on if it still is in `from`; false when somebody was faster. */
  move(
    tx: Transaction,
    id: IdeaId,
    from: IdeaState,
    to: IdeaState,
    patch?: Partial<IdeaRecord>,
  ): Promise<boolean>;
  /** Sets fields without changing the state; false when the idea is not in `state` any more. */
  amend(tx: Transaction, id: IdeaId, state: IdeaState, patch: Partial<IdeaRecord>): Promise<boolean>;
  create(tx: Transaction, record: IdeaRecord): Promise<void>;
  /** Supports counted per idea, imported ones included. */
  supports(ideas: readonly IdeaId[]): Promise<Map<IdeaId, number>>;
  /** Who is credited with each of them by the ledger, with names. */
  credited(ideas: readonly IdeaRecord[]): Promise<Map<IdeaId, Credits>>;
  /** Its theme and answers, in the words of its challenge. */
  particulars(challenge: ChallengeRecord, idea: IdeaRecord): Pick<contracts.Idea, 'theme' | 'answers'>;
  /** Whose support it has: for telling each of them, never for showing. */
  supporters(idea: IdeaId): Promise<PersonId[]>;
  /** Seals an idea that comes back after the closing; nothing when it is sealed or the challenge is open. */
  sealLate(id: IdeaId): Promise<void>;
  /** After the seals of a challenge, also when they were made before; and after one that came late. */
  onSealed(listener: SealedListener): void;
  announcePublished(idea: { id: IdeaId; challenge: ChallengeId }): void;
  /** Open pages hear that the idea changed. Called after the commit. */
  announce(idea: Pick<IdeaRecord, 'id' | 'challenge' | 'publishedAt' | 'originators'>): void;
}

type Late =
  | 'attachments'
  | 'rebounds'
  | 'contributions'
  | 'adoptions'
  | 'deliveries'
  | 'search'
  | 'moderation'
  | 'within';
export type IdeasSetup = Omit<IdeaDeps, 'store' | 'ideas' | Late> & { realtime: Realtime<Speaker> };

export function createIdeas(setup: IdeasSetup): Ideas & {
  serve(api: Api<Speaker>, late: Pick<IdeaDeps, Late>): void;
} {
  const { realtime, challenges, documents, clock } = setup;
  const store = ideaStore(setup.database.connection, setup.wakeUps);
  // Served later: what sealing needs exists then.
  let sealOne = async (_id: IdeaId): Promise<void> => {};
  const sealedListeners: SealedListener[] = [];
  const ideas: Ideas = {
    async sealLate(id) {
      await sealOne(id);
      for (const { late } of sealedListeners) await late(id);
    },
    onSealed: (listener) => void sealedListeners.push(listener),
    record: (id, tx) => store.record(id, tx),
    ofChallenge: store.ofChallenge,
    inStates: store.inStates,
    byIds: (ids) => store.byIds(ids),
    grownFrom: store.grownFrom,
    named: store.named,
    listed: () => store.each(LISTED_STATES),
    onWritten: store.onWritten,
    onStanding: store.onStanding,
    move: (tx, id, from, to, patch) => store.amend(tx, id, from, { ...patch, state: to }),
    amend: (tx, id, state, patch) => store.amend(tx, id, state, patch),
    create: (tx, record) => store.create(tx, record),
    async supports(among) {
      if (among.length === 0) return new Map();
      const counted = await store.supportCounts(among);
      for (const { id, importedSupports } of await store.byIds(among))
        counted.set(id, (counted.get(id) ?? 0) + importedSupports);
      return counted;
    },
    credited: (found) => creditsOf(setup, found),
    particulars: particularsShown,
    supporters: (id) => store.supporters(id),
    announcePublished: ({ id, challenge }) =>
      realtime.announce(contracts.ideaPublished, { challenge, idea: id }, 'everybody'),
    announce({ id, challenge, publishedAt, originators }) {
      store.touched(id);
      const news = { challenge, idea: id };
      if (publishedAt !== null) realtime.announce(contracts.ideaChanged, news, 'everybody');
      // Of a draft nobody else learns that it exists.
      else
        for (const person of originators)
          realtime.announce(contracts.ideaChanged, news, { room: personRoom(person) });
    },
  };

  return {
    ...ideas,
    serve(api, late) {
      const deps: IdeaDeps = { ...setup, ...late, store, ideas };
      const seal = sealIdeas(deps);
      sealOne = sealLate(deps);
      documents.onTexts((texts) => store.project(texts, clock.now()));
      challenges.onPhase(async (challenge, phase) => {
        if (phase === 'closing') {
          const closedAt = challenges.closesAt(challenge);
          // A draft has nothing to close: its author goes on writing it.
          for (const idea of await store.ofChallenge(challenge.id))
            if (idea.state !== 'draft') documents.announceClosed(idea.id, closedAt);
        }
        if (phase !== 'deliberation') return;
        await seal(challenge);
        for (const { all } of sealedListeners) await all(challenge.id);
      });

      serve(api, contracts.saveDraft, ({ params, body, speaker }) =>
        saveDraft(deps)(params.idea, body, speaker),
      );
      serve(api, contracts.publishIdea, ({ params, speaker }) => publishIdea(deps)(params.idea, speaker));
      serve(api, contracts.publishUnderPseudonym, ({ params, body, speaker }) =>
        publishUnderPseudonym(deps)(params.idea, body.as, speaker),
      );
      serve(api, contracts.openPseudonym, ({ params, body, speaker }) =>
        openPseudonym(deps)(params.idea, body.choice, speaker),
      );
      serve(api, contracts.withdrawIdea, ({ params, body, speaker }) =>
        withdrawIdea(deps)(params.idea, body, speaker),
      );
      serve(api, contracts.readIdea, ({ params, speaker }) => readIdea(deps)(params.idea, speaker));
      serve(api, contracts.patchIdea, ({ params, body, speaker }) =>
        patchIdea(deps)(params.idea, body, speaker),
      );
      serve(api, contracts.setParticulars, ({ params, body, speaker }) =>
        setParticulars(deps)(params.idea, body, speaker),
      );
      serve(api, contracts.listIdeas, ({ params, query, speaker }) =>
        listIdeas(deps)(params.challenge, query, speaker),
      );
      serve(api, contracts.listMine, ({ speaker }) => listMine(deps)(speaker));
      serve(api, contracts.askToCoauthor, ({ params, speaker }) => askToCoauthor(deps)(params.idea, speaker));
      serve(api, contracts.answerCoauthor, ({ params, body, speaker }) =>
        answerCoauthor(deps)(params, body.answer, speaker),
      );
      // A support is a secret of its own.
      serve(
        api,
        contracts.supportIdea,
        ({ params, body, speaker }) => supportIdea(deps)(params.idea, body.supported, speaker),
        { asHerself: true },
      );
    },
  };
}
