/** The question, the time box and its phases. What other slices may ask of it. */
import type { ChallengeId, LocalTime, PersonId, Phase } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';

/** A challenge as stored. The phase is never stored: it is computed from the dates and the clock. */
export interface ChallengeRecord {
  readonly id: ChallengeId;
  readonly version: number;
  readonly question: string;
  readonly brief: string;
  readonly opensAt: LocalTime;
  readonly ideasUntil: LocalTime;
  readonly closesAt: LocalTime;
  readonly decisionDueAt: LocalTime;
  readonly selectionMode: 'moderators' | 'jury';
  readonly createdBy: PersonId;
  readonly scheduledAt: Date | null;
  readonly cancelled: { at: Date; reason: string } | null;
  /** Set when every idea has its seal: closing is over and deliberation may begin. */
  readonly sealedAt: Date | null;
  readonly results: {
    readonly proposedBy: PersonId | null;
    readonly proposedAt: Date | null;
    readonly confirmedBy: PersonId | null;
    readonly publishedAt: Date | null;
  };
  readonly firstAdoptionAt: Date | null;
}

export interface Challenges {
  record(id: ChallengeId, tx?: Transaction): Promise<ChallengeRecord | null>;
  phase(record: ChallengeRecord): Phase;
  closesAt(record: ChallengeRecord): Date;
  /** Changes the record if its version is still the one seen; false when somebody was faster. */
  change(tx: Transaction, seen: ChallengeRecord, patch: Partial<ChallengeRecord>): Promise<boolean>;
  /** For imports and the demonstration: the record as it is, without the guards of scheduling. */
  create(tx: Transaction, record: ChallengeRecord): Promise<void>;
  /** Called at every boundary the clock passes, and once at start for the ones passed while the server was down. */
  onPhase(listener: (record: ChallengeRecord, phase: Phase) => Promise<void>): void;
  /** Open pages hear that the challenge changed. Called after the commit. */
  announce(id: ChallengeId): Promise<void>;
}
