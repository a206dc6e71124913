/** "May they?", asked by name and answered in one place. Roles hold in one challenge, or everywhere when it is null. */
import type { ChallengeId, DirectorateId, Grant, PersonId, Role } from '@butinerie/contracts';

/** The person a request speaks for. */
export interface Speaker {
  readonly person: PersonId;
  readonly directorate: DirectorateId | null;
  readonly grants: readonly Grant[];
  /** Somebody of another organisation, invited to a challenge by name. */
  readonly outside?: boolean;
}

/** Roles of the instance: they give no power over the content of a challenge. */
export const INSTANCE_ROLES = ['admin', 'dpo', 'dgs'] as const satisfies readonly Role[];

export function isInstanceRole(role: Role): role is (typeof INSTANCE_ROLES)[number] {
  return (INSTANCE_ROLES as readonly Role[]).includes(role);
}

/** Without a challenge: whether the role is held anywhere. */
export function hasRole(speaker: Pick<Speaker, 'grants'>, role: Role, challenge?: ChallengeId): boolean {
  return speaker.grants.some(
    (grant) =>
      grant.role === role &&
      (challenge === undefined ||
        isInstanceRole(role) ||
        grant.challenge === null ||
        grant.challenge === challenge),
  );
}

/** Moderator or lead moderator of this challenge; without a challenge, of any. */
export function mayModerate(speaker: Pick<Speaker, 'grants'>, challenge?: ChallengeId): boolean {
  return hasRole(speaker, 'moderator', challenge) || hasRole(speaker, 'moderator_lead', challenge);
}

export function mayAdminister(speaker: Pick<Speaker, 'grants'>): boolean {
  return hasRole(speaker, 'admin');
}

/** A new challenge is drafted by whoever moderates somewhere; an existing one by its own moderators. */
export function mayDraftChallenges(speaker: Speaker): boolean {
  return mayModerate(speaker);
}

export function mayInvitePeople(speaker: Speaker): boolean {
  return mayModerate(speaker) || mayAdminister(speaker);
}

/** The list of people with their roles and mailboxes. */
export function mayListPeople(speaker: Speaker): boolean {
  return mayInvitePeople(speaker);
}

/** The mail page as such; each mail on it is then asked with `mayHandSignInLink`. */
export function maySeeMails(speaker: Speaker): boolean {
  return mayModerate(speaker) || mayAdminister(speaker);
}

/**
 * Whether the speaker may hold in her hands a link that signs somebody else in: a slip, a mail on the mail page.
 * Whoever holds the link of a person with a role could act in that role, so those are the administrator's.
 */
export function mayHandSignInLink(
  speaker: Speaker,
  to: { person: PersonId; grants: readonly Grant[] },
): boolean {
  if (mayAdminister(speaker) || to.person === speaker.person) return true;
  return mayModerate(speaker) && to.grants.length === 0;
}

export function mayAnswerFor(speaker: Speaker, directorate: DirectorateId, challenge: ChallengeId): boolean {
  return speaker.grants.some(
    (grant) =>
      grant.role === 'sponsor' &&
      grant.directorate === directorate &&
      (grant.challenge === null || grant.challenge === challenge),
  );
}

/** The directorates whose desk the speaker sees. */
export function directoratesAnsweredFor(speaker: Speaker): readonly DirectorateId[] {
  const named = speaker.grants.filter(({ role }) => role === 'sponsor').map(({ directorate }) => directorate);
  return [...new Set(named)].filter((directorate) => directorate !== null);
}

/** Everything goes out to moderators of the challenge and to administrators; a person has her own export. */
export function mayExportChallenge(speaker: Speaker, challenge: ChallengeId): boolean {
  return mayModerate(speaker, challenge) || mayAdminister(speaker);
}

export function mayImportChallenges(speaker: Speaker): boolean {
  return mayAdminister(speaker);
}

/** A draft challenge is seen by those who prepare it, answer for it or check it. */
export function maySeeDraftChallenge(speaker: Speaker, challenge: ChallengeId): boolean {
  return (
    mayModerate(speaker, challenge) ||
    hasRole(speaker, 'sponsor', challenge) ||
    hasRole(speaker, 'dpo') ||
    mayAdminister(speaker)
  );
}

/** Answers before they are published. */
export function maySeeSelection(speaker: Speaker, challenge: ChallengeId): boolean {
  return mayModerate(speaker, challenge) || hasRole(speaker, 'juror', challenge);
}
