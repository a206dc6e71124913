/** The kit of a challenge: who writes its texts, and what a sponsor signs. */
import {
  ok,
  refuse,
  type DirectorateId,
  type Failure,
  type KitTextName,
  type Result,
} from '@butinerie/contracts';
import { checkVersion, type AskedInChallenge } from '../accounts/asked.ts';
import { hasRole, mayModerate, type Speaker } from '../accounts/policy.ts';
import type { Standing } from '../challenges/acts.ts';

/** What is promised before ideas come is not written anew while they do. */
const PROMISING: ReadonlySet<Standing> = new Set<Standing>(['draft', 'scheduled']);
const SIGNING: ReadonlySet<Standing> = new Set<Standing>(['draft', 'scheduled', 'ideation', 'rebound']);

export function maySeeKit(by: Speaker, challenge: AskedInChallenge['challenge']): boolean {
  return (
    mayModerate(by, challenge) ||
    hasRole(by, 'sponsor', challenge) ||
    hasRole(by, 'dpo') ||
    hasRole(by, 'admin')
  );
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'stale-version';

/** `current`: the version that is saved, 0 where there is none. */
export function saveKitText(
  current: number,
  { name, version }: { readonly name: KitTextName; readonly version: number },
  { by, challenge, phase, now }: AskedInChallenge,
): Result<{ readonly version: number; readonly at: Date }, Failure<Refusals>> {
  const act = 'saveKitText';
  if (!mayModerate(by, challenge)) return refuse('not-allowed', { act, why: 'not-a-moderator' });
  if (name === 'commitment' && !PROMISING.has(phase)) return refuse('challenge-phase', { phase, act });
  const read = checkVersion(current, version);
  return read.ok ? ok({ version: read.value + 1, at: now }) : read;
}

/** `current`: the version of the commitment, 0 where none is written. The directorates are those she signs for. */
export function signCommitment(
  current: number,
  version: number,
  { by, challenge, phase, now }: AskedInChallenge,
): Result<
  { readonly directorates: readonly DirectorateId[]; readonly at: Date },
  Failure<Refusals | 'text-missing'>
> {
  const act = 'signCommitment';
  const directorates = by.grants.flatMap(({ role, challenge: where, directorate }) =>
    role === 'sponsor' && directorate !== null && (where === null || where === challenge)
      ? [directorate]
      : [],
  );
  if (directorates.length === 0) return refuse('not-allowed', { act, why: 'not-a-sponsor' });
  if (!SIGNING.has(phase)) return refuse('challenge-phase', { phase, act });
  if (current === 0) return refuse('text-missing', { field: 'commitment' });
  const read = checkVersion(current, version);
  return read.ok ? ok({ directorates: [...new Set(directorates)], at: now }) : read;
}

export function actsOnKit(asked: AskedInChallenge, commitment: number): readonly string[] {
  const acts = {
    saveKitText: saveKitText(0, { name: 'poster', version: 0 }, asked).ok,
    writeCommitment: saveKitText(0, { name: 'commitment', version: 0 }, asked).ok,
    signCommitment: signCommitment(commitment, commitment, asked).ok,
  };
  return (Object.keys(acts) as (keyof typeof acts)[]).filter((act) => acts[act]);
}
