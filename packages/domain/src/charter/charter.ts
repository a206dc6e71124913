/** The charter: who writes it, which version is accepted, and who has to accept it first. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole, mayAdminister, type Speaker } from '../accounts/policy.ts';

/** Whoever keeps the house, and whoever leads a challenge in it. */
export function mayWriteCharter(by: Pick<Speaker, 'grants'>): boolean {
  return mayAdminister(by) || hasRole(by, 'moderator_lead');
}

/** To say that the rules are the same is said for everybody who accepted them. */
export const mayCorrectCharter = (by: Pick<Speaker, 'grants'>): boolean => mayAdminister(by);

interface Read {
  readonly version: number;
}

/** A version and the one whose rules it states: itself, or an earlier one of which it corrects the wording. */
export interface CharterVersion extends Read {
  readonly since: number;
}

export function saveCharter(
  current: CharterVersion,
  { version, correction = false }: Read & { readonly correction?: boolean | undefined },
  { by, now }: Asked,
): Result<CharterVersion & { readonly at: Date }, Failure<'not-allowed' | 'stale-version'>> {
  if (!mayWriteCharter(by)) return refuse('not-allowed', { act: 'saveCharter', why: 'not-a-lead' });
  if (correction && !mayCorrectCharter(by))
    return refuse('not-allowed', { act: 'correctCharter', why: 'not-an-administrator' });
  const read = checkVersion(current.version, version);
  if (!read.ok) return read;
  const next = read.value + 1;
  return ok({ version: next, since: correction ? current.since : next, at: now });
}

/** Only the one in force: nobody accepts words that hold no more. */
export function acceptCharter(current: number, { version }: Read): Result<number, Failure<'stale-version'>> {
  return checkVersion(current, version);
}

/** `accepted`: the last version this person accepted, 0 where she accepted none; a correction asks for no other. */
export function checkCharter(
  { version, since }: CharterVersion,
  accepted: number,
): Result<true, Failure<'charter-not-accepted'>> {
  return accepted >= since ? ok(true) : refuse('charter-not-accepted', { version });
}

/** Which version a paper is about: the rules in force, whatever their wording was; 0 for any other. */
export const paperVersion = ({ version, since }: CharterVersion, signed: number | undefined): number =>
  signed !== undefined && signed >= since && signed <= version ? signed : 0;
