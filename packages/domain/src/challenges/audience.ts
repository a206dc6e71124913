/** Who may come into a challenge: asked in one place, before anything of it is read, written, told or shown. */
import {
  ok,
  type ChallengeId,
  type DirectorateId,
  type Failure,
  type OutsiderRow,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import { mailKey } from '../accounts/people-rows.ts';
import { isInstanceRole, type Speaker } from '../accounts/policy.ts';
import { checkPreparing, type Preparing } from './prepare-challenge.ts';
import type { ChallengeState } from './challenge-state.ts';

export interface Audience {
  /** Null: agents of every directorate. */
  readonly directorates: readonly DirectorateId[] | null;
  /** People of other organisations, each by name. */
  readonly outsiders: readonly PersonId[];
}

export const ALL_AGENTS: Audience = { directorates: null, outsiders: [] };

export function isForAllAgents({ directorates, outsiders }: Audience): boolean {
  return directorates === null && outsiders.length === 0;
}

/** A role in the challenge, in every challenge or for the instance: whoever has one comes in to do it. */
function hasPlace({ grants }: Speaker, challenge: ChallengeId): boolean {
  return grants.some(
    (grant) => isInstanceRole(grant.role) || grant.challenge === null || grant.challenge === challenge,
  );
}

/** Besides, whoever has a part in it comes in: that is a question of what she did, not of whom it is for. */
export function isInAudience(audience: Audience, challenge: ChallengeId, speaker: Speaker): boolean {
  if (hasPlace(speaker, challenge)) return true;
  if (speaker.outside === true) return audience.outsiders.includes(speaker.person);
  const { directorates } = audience;
  if (directorates === null) return true;
  return speaker.directorate !== null && directorates.includes(speaker.directorate);
}

export interface AudienceSet {
  readonly type: 'AudienceSet';
  readonly challenge: ChallengeId;
  readonly audience: Audience;
  readonly version: number;
}

function audienceSet(
  challenge: ChallengeState,
  command: { readonly audience: Audience; readonly version: number },
  asked: Asked,
): Result<AudienceSet, Failure<Preparing>> {
  const prepared = checkPreparing(challenge, command.version, asked);
  if (!prepared.ok) return prepared;
  const { directorates, outsiders } = command.audience;
  const audience = {
    directorates: directorates && [...new Set(directorates)],
    outsiders: [...new Set(outsiders)],
  };
  return ok({ type: 'AudienceSet', challenge: challenge.id, audience, version: prepared.value });
}

export function setAudience(
  challenge: ChallengeState & { readonly audience: Audience },
  command: { readonly directorates: readonly DirectorateId[] | null; readonly version: number },
  asked: Asked,
): Result<AudienceSet, Failure<Preparing>> {
  const audience = { ...challenge.audience, directorates: command.directorates };
  return audienceSet(challenge, { audience, version: command.version }, asked);
}

export function inviteOutsiders(
  challenge: ChallengeState & { readonly audience: Audience },
  people: readonly PersonId[],
  asked: Asked,
): Result<AudienceSet, Failure<Preparing>> {
  const { audience, version } = challenge;
  const wider = { ...audience, outsiders: [...audience.outsiders, ...people] };
  return audienceSet(challenge, { audience: wider, version }, asked);
}

export function releaseOutsider(
  challenge: ChallengeState & { readonly audience: Audience },
  person: PersonId,
  asked: Asked,
): Result<AudienceSet, Failure<Preparing>> {
  const { audience, version } = challenge;
  const narrower = { ...audience, outsiders: audience.outsiders.filter((invited) => invited !== person) };
  return audienceSet(challenge, { audience: narrower, version }, asked);
}

export interface RefusedOutsider {
  readonly row: number;
  readonly reasons: ('mail-twice-in-list' | 'mail-of-an-agent')[];
}

/** An agent comes in by her directorate, under her own name and credit, never as an outsider. */
export function checkOutsiders(
  rows: readonly OutsiderRow[],
  isAgent: (row: OutsiderRow) => boolean,
): RefusedOutsider[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const reasons: RefusedOutsider['reasons'] = [];
    const key = mailKey(row.mail ?? '');
    if (key !== '' && seen.has(key)) reasons.push('mail-twice-in-list');
    if (isAgent(row)) reasons.push('mail-of-an-agent');
    seen.add(key);
    return reasons.length === 0 ? [] : [{ row: index + 1, reasons }];
  });
}
