/** Writing the question and the dates, as often as needed before it is scheduled. */
import {
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type PersonId,
  type Result,
  type TimeBox,
} from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { mayDraftChallenges, mayModerate } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { phaseAt } from './phase-at.ts';
import { checkTimeBox, readTimeBox, type TimeBoxInstants } from './time-box.ts';

export interface ChallengeDraft {
  readonly id: ChallengeId;
  readonly question: string;
  readonly brief: string;
  readonly timeBox: TimeBox;
  /** Version it was read at; 0 for a new one. */
  readonly version: number;
}

export interface ChallengeDrafted {
  readonly type: 'ChallengeDrafted';
  readonly draft: ChallengeDraft;
  readonly instants: TimeBoxInstants;
  readonly version: number;
  /** Whoever begins a challenge moderates it: set when no grant of hers reaches it yet. */
  readonly makesModerator: PersonId | null;
}

type Refusals =
  | 'not-allowed'
  | 'challenge-phase'
  | 'stale-version'
  | 'invalid-dates'
  | 'impossible-hour'
  | 'ambiguous-hour';

/** `current`: null for a new challenge. */
export function draftChallenge(
  current: ChallengeState | null,
  draft: ChallengeDraft,
  { by, now }: Asked,
): Result<ChallengeDrafted, Failure<Refusals>> {
  const may = current === null ? mayDraftChallenges(by) : mayModerate(by, current.id);
  if (!may) return refuse('not-allowed', { act: 'draftChallenge', why: 'not-a-moderator' });
  if (current !== null) {
    const phase = checkPhase(phaseAt(current, now), 'draftChallenge');
    if (!phase.ok) return phase;
  }
  const version = checkVersion(current?.version ?? 0, draft.version);
  if (!version.ok) return version;
  const read = readTimeBox(draft.timeBox);
  if (!read.ok) return read;
  const instants = checkTimeBox(read.value);
  if (!instants.ok) return instants;
  return ok({
    type: 'ChallengeDrafted',
    draft,
    instants: instants.value,
    version: version.value + 1,
    makesModerator: mayModerate(by, draft.id) ? null : by.person,
  });
}
