import { ROLES, type Grant, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  admin,
  answersForRoads,
  author,
  challenge,
  codeOf,
  colleague,
  grantOf,
  moderates,
  moderator1,
  moderator2,
  now,
  otherChallenge,
  roads,
  speaker,
} from '../testing/cast.ts';
import {
  directoratesAnsweredFor,
  hasRole,
  mayAdminister,
  mayAnswerFor,
  mayDraftChallenges,
  mayExportChallenge,
  mayHandSignInLink,
  mayImportChallenges,
  mayInvitePeople,
  mayListPeople,
  mayModerate,
  maySeeDraftChallenge,
  maySeeMails,
  maySeeSelection,
} from './policy.ts';
import { checkGrant, grantRole, mayGrantRole, mayRevokeRole, revokeRole } from './roles.ts';

const agent = speaker(author);
const moderator = speaker(moderator1, moderates);
const lead = speaker(moderator1, grantOf('moderator_lead', { challenge }));
const administrator = speaker(admin, grantOf('admin'));
const sponsoring = speaker(colleague, answersForRoads);

/** A grant of this role as it should be written. */
const sound = (role: Grant['role'], within: Grant['challenge'] = challenge): Grant =>
  grantOf(role, {
    challenge: ['admin', 'dpo', 'dgs'].includes(role) ? null : within,
    directorate: role === 'sponsor' ? roads : null,
  });

test('[AC1] a role holds in its challenge, or in every one', () => {
  const everywhere = speaker(moderator1, grantOf('moderator'));
  expect([moderator, everywhere].map((by) => hasRole(by, 'moderator', challenge))).toEqual([true, true]);
  expect([moderator, everywhere].map((by) => hasRole(by, 'moderator', otherChallenge))).toEqual([
    false,
    true,
  ]);
  expect(hasRole(moderator, 'moderator')).toBe(true);
  expect(hasRole(administrator, 'admin', challenge)).toBe(true);
  expect(hasRole(agent, 'moderator')).toBe(false);
});

test('[AC2] moderators and administrators invite and see whom they invited', () => {
  for (const may of [mayInvitePeople, mayListPeople, maySeeMails]) {
    expect([moderator, lead, administrator, agent, sponsoring].map((by) => may(by))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  }
});

test('[AC3] only an administrator gives the roles of the instance', () => {
  for (const role of ['admin', 'dpo', 'dgs'] as const) {
    const change = { person: colleague, grant: sound(role) };
    const others = [
      agent,
      moderator,
      lead,
      sponsoring,
      speaker(moderator1, grantOf('moderator_lead'), grantOf('dpo'), grantOf('dgs')),
    ];
    expect(others.map((by) => mayGrantRole(by, change))).toEqual([false, false, false, false, false]);
    expect(codeOf(grantRole(change, { by: moderator, now }))).toBe('not-allowed');
    expect(codeOf(grantRole(change, { by: administrator, now }))).toBe('ok');
  }
});

test('[AC4] what a moderator and a lead hand on where they moderate', () => {
  const given = (by: typeof moderator, within = challenge) =>
    ROLES.filter((role) => mayGrantRole(by, { person: colleague, grant: sound(role, within) }));
  expect(given(moderator)).toEqual(['moderator', 'juror', 'sponsor', 'pilot', 'evaluator']);
  expect(given(lead)).toEqual(['moderator', 'moderator_lead', 'juror', 'sponsor', 'pilot', 'evaluator']);
  expect(given(moderator, otherChallenge)).toEqual([]);
  expect(given(lead, otherChallenge)).toEqual([]);
  expect(given(agent)).toEqual([]);
});

test('[AC4] a role for every challenge comes from a moderator of every challenge', () => {
  const change = { person: colleague, grant: grantOf('moderator') };
  expect(mayGrantRole(moderator, change)).toBe(false);
  expect(mayGrantRole(speaker(moderator1, grantOf('moderator')), change)).toBe(true);
});

test('[AC4] nobody but an administrator gives herself anything', () => {
  for (const role of ROLES) {
    for (const by of [moderator, lead, speaker(moderator1, grantOf('moderator_lead'))]) {
      expect(mayGrantRole(by, { person: by.person, grant: sound(role) })).toBe(false);
    }
  }
});

test('[AC5] a moderator does not remove the second one; everybody lays down their own', () => {
  const revoked = (by: typeof moderator, person: PersonId, role: Grant['role']) =>
    mayRevokeRole(by, { person, grant: sound(role) });
  expect(revoked(moderator, moderator2, 'moderator')).toBe(false);
  expect(revoked(moderator, moderator2, 'moderator_lead')).toBe(false);
  expect(revoked(moderator, colleague, 'sponsor')).toBe(true);
  expect(revoked(lead, moderator2, 'moderator')).toBe(true);
  expect(revoked(lead, admin, 'admin')).toBe(false);
  expect(revoked(moderator, moderator1, 'moderator')).toBe(true);
  expect(revoked(administrator, moderator2, 'moderator')).toBe(true);
  expect(revoked(agent, colleague, 'pilot')).toBe(false);
});

test('[AC6] the last administrator stays one', () => {
  const laidDown = { person: admin, grant: sound('admin') };
  expect(revokeRole(laidDown, [admin], { by: administrator, now })).toEqual({
    ok: false,
    failure: { code: 'last-administrator', person: admin },
  });
  expect(revokeRole(laidDown, [admin, colleague], { by: administrator, now })).toMatchObject({
    value: { type: 'RoleRevoked', person: admin },
  });
  expect(codeOf(revokeRole(laidDown, [admin, moderator1], { by: moderator, now }))).toBe('not-allowed');
  expect(codeOf(revokeRole({ person: admin, grant: moderates }, [admin], { by: administrator, now }))).toBe(
    'ok',
  );
});

test('[AC7] a grant says all it must and nothing more', () => {
  expect(ROLES.map((role) => codeOf(checkGrant(sound(role))))).toEqual(ROLES.map(() => 'ok'));
  expect(checkGrant(grantOf('sponsor', { challenge }))).toMatchObject({
    failure: { issues: [{ path: 'directorate' }] },
  });
  expect(checkGrant(grantOf('pilot', { directorate: roads }))).toMatchObject({
    failure: { issues: [{ path: 'directorate' }] },
  });
  const scoped = grantRole(
    { person: colleague, grant: grantOf('admin', { challenge }) },
    { by: administrator, now },
  );
  expect(scoped).toMatchObject({ failure: { code: 'invalid-input', issues: [{ path: 'challenge' }] } });
});

test('[AC8] whose link may be in whose hands', () => {
  const plain = { person: colleague, grants: [] };
  const decider = { person: moderator2, grants: [sound('moderator')] };
  expect([moderator, administrator, agent].map((by) => mayHandSignInLink(by, plain))).toEqual([
    true,
    true,
    false,
  ]);
  expect([moderator, lead, administrator].map((by) => mayHandSignInLink(by, decider))).toEqual([
    false,
    false,
    true,
  ]);
  expect(mayHandSignInLink(speaker(moderator2, moderates), decider)).toBe(true);
});

test('[AC9] each power is its own', () => {
  const may = (by: typeof agent) => ({
    moderate: mayModerate(by, challenge),
    draft: mayDraftChallenges(by),
    answerFor: mayAnswerFor(by, roads, challenge),
    selection: maySeeSelection(by, challenge),
    prepare: maySeeDraftChallenge(by, challenge),
    export: mayExportChallenge(by, challenge),
    import: mayImportChallenges(by),
    administer: mayAdminister(by),
  });
  const nothing = {
    moderate: false,
    draft: false,
    answerFor: false,
    selection: false,
    prepare: false,
    export: false,
    import: false,
    administer: false,
  };
  expect(may(agent)).toEqual(nothing);
  expect(may(moderator)).toEqual({
    ...nothing,
    moderate: true,
    draft: true,
    selection: true,
    prepare: true,
    export: true,
  });
  expect(may(sponsoring)).toEqual({ ...nothing, answerFor: true, prepare: true });
  expect(may(administrator)).toEqual({
    ...nothing,
    prepare: true,
    export: true,
    import: true,
    administer: true,
  });
  expect(may(speaker(colleague, sound('juror')))).toEqual({ ...nothing, selection: true });
});

test('[AC9] a sponsor has the desk of the directorates she answers for, each once', () => {
  const twice = speaker(colleague, answersForRoads, sound('sponsor', otherChallenge), moderates);
  expect(directoratesAnsweredFor(twice)).toEqual([roads]);
});
