/** Drafting, publishing, reading, co-authors, seals. What other slices may ask of it. */
import type {
  ChallengeId,
  IdeaId,
  IdeaState,
  PersonId,
  ReasonedAnswer,
  ReboundId,
} from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';

/** An idea as stored. Credits are not here: they are the fold of the ledger; the lists below only index it. */
export interface IdeaRecord {
  readonly id: IdeaId;
  readonly challenge: ChallengeId;
  readonly state: IdeaState;
  /** Projection of the living document, for lists and search. */
  readonly title: string;
  readonly text: string;
  /** Who may write: kept equal to the ledger's fold in the same transaction. Empty: author to confirm. */
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
  readonly requests: readonly PersonId[];
  readonly openTo: 'invited' | 'everyone';
  readonly parents: readonly IdeaId[];
  readonly grownFrom: ReboundId | null;
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
  readonly answer: (Omit<ReasonedAnswer, 'by' | 'at'> & { by: PersonId; at: Date }) | null;
  /** The answer is readable by its authors and by everybody from here. */
  readonly answerPublishedAt: Date | null;
  /** For imported ideas: the identifier and supports of the source. */
  readonly source: string | null;
  readonly importedSupports: number;
}

export interface Ideas {
  record(id: IdeaId, tx?: Transaction): Promise<IdeaRecord | null>;
  ofChallenge(id: ChallengeId, tx?: Transaction): Promise<IdeaRecord[]>;
  inStates(states: readonly IdeaState[]): Promise<IdeaRecord[]>;
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
  /** Open pages hear that the idea changed. Called after the commit. */
  announce(idea: { id: IdeaId; challenge: ChallengeId }): void;
}
