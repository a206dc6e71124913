/**
 * A challenge is put away after its impact review: what it gave is told in words, and of each adopted idea whose effect
 * nobody measured it is said why. Nothing of it is taken away, and nothing leads back.
 */
import {
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole, mayModerate, type Speaker } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { standingAt } from './phase-at.ts';

export interface IdeaToArchive {
  readonly id: IdeaId;
  readonly title: string;
  readonly state: IdeaState;
}
export interface NotMeasured {
  readonly idea: IdeaId;
  readonly reason: string;
}
export interface ChallengeArchived {
  readonly type: 'ChallengeArchived';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly by: PersonId;
  readonly story: string;
  readonly unmeasured: readonly NotMeasured[];
  readonly version: number;
}

const UNMEASURED: ReadonlySet<IdeaState> = new Set(['adopted', 'in_progress', 'delivered']);

/** Adopted, not abandoned, and without a measure. */
export function unmeasuredOf<T extends Pick<IdeaToArchive, 'state'>>(ideas: readonly T[]): readonly T[] {
  return ideas.filter(({ state }) => UNMEASURED.has(state));
}

/** Nothing reopens an archive: whoever leads the challenge decides it; where nobody leads, its moderators do. */
export function mayArchive(
  by: Pick<Speaker, 'grants'>,
  challenge: ChallengeId,
  leads: readonly PersonId[],
): boolean {
  return leads.length === 0 ? mayModerate(by, challenge) : hasRole(by, 'moderator_lead', challenge);
}

export function archiveChallenge(
  challenge: ChallengeState,
  command: {
    readonly version: number;
    readonly story: string;
    readonly unmeasured: readonly NotMeasured[];
    readonly ideas: readonly IdeaToArchive[];
    /** Who leads the challenge. */
    readonly leads: readonly PersonId[];
  },
  { by, now }: Asked,
): Result<
  ChallengeArchived,
  Failure<'not-allowed' | 'challenge-phase' | 'stale-version' | 'archive-incomplete'>
> {
  const act = 'archiveChallenge';
  if (!mayArchive(by, challenge.id, command.leads)) return refuse('not-allowed', { act, why: 'not-a-lead' });
  const phase = checkPhase(standingAt(challenge, now), act);
  if (!phase.ok) return phase;
  const version = checkVersion(challenge.version, command.version);
  if (!version.ok) return version;
  const said = new Map(command.unmeasured.map(({ idea, reason }) => [idea, reason.trim()]));
  const toSay = unmeasuredOf(command.ideas);
  const missing = toSay.filter(({ id }) => !said.get(id));
  const story = command.story.trim();
  if (story === '' || missing.length > 0)
    return refuse('archive-incomplete', { story: story === '', ideas: missing.map(({ title }) => title) });
  return ok({
    type: 'ChallengeArchived',
    challenge: challenge.id,
    at: now,
    by: by.person,
    story,
    // Only of those it has to be said of: the others were measured or given up.
    unmeasured: toSay.map(({ id }) => ({ idea: id, reason: said.get(id) ?? '' })),
    version: version.value + 1,
  });
}
