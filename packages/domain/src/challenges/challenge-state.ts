/** What deciding about a challenge needs to know of it. */
import type {
  ChallengeId,
  DirectorateId,
  PersonId,
  Phase,
  ProtectionHow,
  SELECTION_MODES,
} from '@butinerie/contracts';
import type { ChallengeDates } from './phase-at.ts';
import type { TimeBoxInstants } from './time-box.ts';

export interface ChallengeState extends ChallengeDates, TimeBoxInstants {
  readonly id: ChallengeId;
  readonly version: number;
  readonly question: string;
  readonly selectionMode: (typeof SELECTION_MODES)[number];
  /** The phases it has been paused in, this pause included: once each. */
  readonly pausedIn: readonly Phase[];
  /** Asked by a moderator; nothing of it holds before the general direction agrees. */
  readonly cancellation: { readonly askedBy: PersonId; readonly reason: string } | null;
  /** The note on personal data holds: by the officer's word, or by a moderator's that it was validated before. */
  readonly protection: Protection | null;
  /** Asked by a moderator, agreed to by a sponsor: once in its life. */
  readonly extension: { readonly askedBy: PersonId; readonly days: number; readonly agreed: boolean } | null;
}

export interface Protection {
  readonly how: ProtectionHow;
  readonly by: PersonId;
  readonly at: Date;
}

/** Who holds a role in the challenge, for it alone or everywhere. */
export interface ChallengeStaff {
  readonly sponsors: readonly { readonly person: PersonId; readonly directorate: DirectorateId }[];
  readonly moderators: readonly PersonId[];
  readonly jurors: readonly PersonId[];
}
