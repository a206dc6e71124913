/** The charter: who writes it, which version is accepted, and who has to accept it first. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole, mayAdminister, type Speaker } from '../accounts/policy.ts';

/** Whoever keeps the house, and whoever leads a challenge in it. */
export function mayWriteCharter(by: Pick<Speaker, 'grants'>): boolean {
  return mayAdminister(by) || hasRole(by, 'moderator_lead');
}

interface Read {
  readonly version: number;
}

export function saveCharter(
  current: number,
  { version }: Read,
  { by, now }: Asked,
): Result<{ readonly version: number; readonly at: Date }, Failure<'not-allowed' | 'stale-version'>> {
  if (!mayWriteCharter(by)) return refuse('not-allowed', { act: 'saveCharter', why: 'not-a-lead' });
  const read = checkVersion(current, version);
  return read.ok ? ok({ version: read.value + 1, at: now }) : read;
}

/** Only the one in force: nobody accepts words that hold no more. */
export function acceptCharter(current: number, { version }: Read): Result<number, Failure<'stale-version'>> {
  return checkVersion(current, version);
}

/** `accepted`: the last version this person accepted, 0 where she accepted none. */
export function checkCharter(
  current: number,
  accepted: number,
): Result<true, Failure<'charter-not-accepted'>> {
  return accepted >= current ? ok(true) : refuse('charter-not-accepted', { version: current });
}
