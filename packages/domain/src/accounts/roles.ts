/** Giving and taking roles. Nobody climbs by themselves: only an administrator gives the roles of the instance. */
import {
  ok,
  refuse,
  type Failure,
  type Grant,
  type PersonId,
  type Result,
  type Role,
} from '@butinerie/contracts';
import type { Asked } from './asked.ts';
import { hasRole, isInstanceRole, mayAdminister, type Speaker } from './policy.ts';

export interface RoleChange {
  readonly person: PersonId;
  readonly grant: Grant;
}

/** What a moderator may hand on in her challenge: a second moderator included, a lead not. */
const GIVEN_BY_MODERATORS: readonly Role[] = ['moderator', 'juror', 'sponsor', 'pilot', 'evaluator'];
/** What she may take back: not the second moderator, whose eyes are there to see what she does. */
const TAKEN_BY_MODERATORS: readonly Role[] = ['juror', 'sponsor', 'pilot', 'evaluator'];

/** A role given everywhere can only come from somebody who holds hers everywhere. */
function holdsOver(speaker: Speaker, role: Role, { challenge }: Grant): boolean {
  if (challenge !== null) return hasRole(speaker, role, challenge);
  return speaker.grants.some((held) => held.role === role && held.challenge === null);
}

export function mayGrantRole(speaker: Speaker, { person, grant }: RoleChange): boolean {
  if (mayAdminister(speaker)) return true;
  if (isInstanceRole(grant.role) || person === speaker.person) return false;
  if (holdsOver(speaker, 'moderator_lead', grant)) return true;
  return holdsOver(speaker, 'moderator', grant) && GIVEN_BY_MODERATORS.includes(grant.role);
}

export function mayRevokeRole(speaker: Speaker, { person, grant }: RoleChange): boolean {
  if (mayAdminister(speaker) || person === speaker.person) return true;
  if (isInstanceRole(grant.role)) return false;
  if (holdsOver(speaker, 'moderator_lead', grant)) return true;
  return holdsOver(speaker, 'moderator', grant) && TAKEN_BY_MODERATORS.includes(grant.role);
}

/** Whether a grant says all it must and nothing more. */
export function checkGrant(grant: Grant): Result<Grant, Failure<'invalid-input'>> {
  const issues: { path: string; message: string }[] = [];
  if ((grant.role === 'sponsor') !== (grant.directorate !== null)) {
    issues.push({
      path: 'directorate',
      message: 'a sponsor answers for a directorate, and nobody else does',
    });
  }
  if (isInstanceRole(grant.role) && grant.challenge !== null) {
    issues.push({ path: 'challenge', message: 'this role holds for the whole instance' });
  }
  return issues.length === 0 ? ok(grant) : refuse('invalid-input', { issues });
}

export interface RoleGranted extends RoleChange {
  readonly type: 'RoleGranted';
}

export function grantRole(
  change: RoleChange,
  { by }: Asked,
): Result<RoleGranted, Failure<'not-allowed' | 'invalid-input'>> {
  const sound = checkGrant(change.grant);
  if (!sound.ok) return sound;
  if (!mayGrantRole(by, change)) return refuse('not-allowed', { act: 'grantRole', why: 'role-out-of-reach' });
  return ok({ type: 'RoleGranted', ...change });
}

export interface RoleRevoked extends RoleChange {
  readonly type: 'RoleRevoked';
}

/** `administrators`: everybody who is one now. */
export function revokeRole(
  change: RoleChange,
  administrators: readonly PersonId[],
  { by }: Asked,
): Result<RoleRevoked, Failure<'not-allowed' | 'last-administrator'>> {
  const { person, grant } = change;
  if (!mayRevokeRole(by, change))
    return refuse('not-allowed', { act: 'revokeRole', why: 'role-out-of-reach' });
  const others = administrators.some((administrator) => administrator !== person);
  if (grant.role === 'admin' && !others) return refuse('last-administrator', { person });
  return ok({ type: 'RoleRevoked', ...change });
}

export function sameGrant(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.challenge === b.challenge && a.directorate === b.directorate;
}
