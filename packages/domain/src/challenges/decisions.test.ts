import { mintId, type Grant, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  admin,
  author,
  challenge,
  codeOf,
  grantOf,
  moderates,
  moderator1,
  otherChallenge,
  speaker,
  colleague,
} from '../testing/cast.ts';
import { autumn, staff } from '../testing/challenges.ts';
import { agreeToCancellation, cancelChallenge } from './cancel-challenge.ts';
import { draftChallenge, type ChallengeDraft } from './draft-challenge.ts';
import { scheduleChallenge } from './schedule-challenge.ts';
import { validateProtection } from './validate-protection.ts';

const september = new Date('2026-09-15T08:00:00Z');
const asks = (person: PersonId, ...grants: Grant[]) => ({ by: speaker(person, ...grants), now: september });
const moderator = asks(moderator1, moderates);
const held = { how: 'officer', by: colleague, at: new Date('2026-09-10T08:00:00Z') } as const;
const prepared = { ...autumn, scheduledAt: null, protection: held };
const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const draft: ChallengeDraft = {
  id: challenge,
  question: 'Que simplifier dès cet hiver ?',
  brief: '',
  timeBox: {
    opensAt: paris('2026-10-12T09:00'),
    ideasUntil: paris('2026-10-23T17:00'),
    closesAt: paris('2026-10-30T17:00'),
    decisionDueAt: paris('2026-11-13T17:00'),
  },
  version: 3,
};

test('[CH12] a moderator writes a draft again, with the instants its dates stand for', () => {
  expect(draftChallenge(prepared, draft, moderator)).toMatchObject({
    ok: true,
    value: { version: 4, instants: { closesAt: autumn.closesAt }, makesModerator: null },
  });
});

test('[CH12] whoever begins a challenge moderates it', () => {
  const begun = { ...draft, id: mintId('challenge'), version: 0 };
  expect(draftChallenge(null, begun, moderator)).toMatchObject({
    value: { version: 1, makesModerator: moderator1 },
  });
  const everywhere = asks(moderator1, grantOf('moderator'));
  expect(draftChallenge(null, begun, everywhere)).toMatchObject({ value: { makesModerator: null } });
});

test('[CH12] neither agents nor moderators of another challenge nor administrators write it', () => {
  for (const others of [
    asks(author),
    asks(moderator1, grantOf('moderator', { challenge: otherChallenge })),
    asks(admin, grantOf('admin')),
  ]) {
    expect(codeOf(draftChallenge(prepared, draft, others))).toBe('not-allowed');
  }
});

test('[CH12] once scheduled it is not a draft any more', () => {
  expect(draftChallenge(autumn, draft, moderator)).toMatchObject({
    failure: { code: 'challenge-phase', phase: 'scheduled', act: 'draftChallenge' },
  });
});

test('[CH12] dates that cannot be read or do not hold refuse the draft', () => {
  const within = (closesAt: string) => ({
    ...draft,
    timeBox: { ...draft.timeBox, closesAt: paris(closesAt) },
  });
  expect(codeOf(draftChallenge(prepared, within('2027-03-28T02:30'), moderator))).toBe('impossible-hour');
  expect(codeOf(draftChallenge(prepared, within('2026-10-13T17:00'), moderator))).toBe('invalid-dates');
});

test('[CH13] a complete draft is scheduled', () => {
  expect(scheduleChallenge(prepared, { version: 3, staff }, moderator)).toEqual({
    ok: true,
    value: { type: 'ChallengeScheduled', challenge, at: september, protection: held, version: 4 },
  });
});

test('[CH13] what lacks is listed', () => {
  const nobody = { sponsors: [], moderators: [], jurors: [] };
  const bare = { ...prepared, question: ' ', selectionMode: 'jury' as const, protection: null };
  expect(scheduleChallenge(bare, { version: 3, staff: nobody }, moderator)).toMatchObject({
    failure: {
      code: 'challenge-incomplete',
      missing: ['question', 'sponsor', 'moderator', 'jurors', 'protection'],
    },
  });
});

test('[CH26] the note on personal data holds by the officer’s word, or by a moderator’s who schedules', () => {
  const unsaid = { ...prepared, protection: null };
  expect(scheduleChallenge(unsaid, { version: 3, staff }, moderator)).toMatchObject({
    failure: { code: 'challenge-incomplete', missing: ['protection'] },
  });
  const said = { how: 'said', by: moderator1, at: september } as const;
  expect(scheduleChallenge(unsaid, { version: 3, staff, protectionChecked: true }, moderator)).toMatchObject({
    value: { protection: said },
  });
  // The officer's word stays hers, whatever is ticked.
  expect(
    scheduleChallenge(prepared, { version: 3, staff, protectionChecked: true }, moderator),
  ).toMatchObject({ value: { protection: held } });

  const officer = asks(colleague, { role: 'dpo', challenge: null, directorate: null });
  expect(validateProtection(unsaid, { version: 3 }, officer)).toMatchObject({
    value: { protection: { how: 'officer', by: colleague, at: september }, version: 4 },
  });
  expect(codeOf(validateProtection({ ...unsaid, protection: said }, { version: 3 }, officer))).toBe('ok');
  expect(codeOf(validateProtection(prepared, { version: 3 }, officer))).toBe('already-answered');
  expect(codeOf(validateProtection(unsaid, { version: 2 }, officer))).toBe('stale-version');
  expect(codeOf(validateProtection(unsaid, { version: 3 }, moderator))).toBe('not-allowed');
  const cancelled = { ...unsaid, cancelledAt: september };
  expect(codeOf(validateProtection(cancelled, { version: 3 }, officer))).toBe('challenge-phase');
});

test('[CH13] jurors are asked for in jury mode only, and three', () => {
  const jury = { ...prepared, selectionMode: 'jury' as const };
  const jurors = [mintId('person'), mintId('person'), mintId('person')];
  const scheduled = (count: number) =>
    codeOf(
      scheduleChallenge(jury, { version: 3, staff: { ...staff, jurors: jurors.slice(0, count) } }, moderator),
    );
  expect([scheduled(2), scheduled(3)]).toEqual(['challenge-incomplete', 'ok']);
});

test('[CH13] only its moderators schedule it, once, and ahead of time', () => {
  const command = { version: 3, staff };
  expect(codeOf(scheduleChallenge(prepared, command, asks(author)))).toBe('not-allowed');
  expect(codeOf(scheduleChallenge(autumn, command, moderator))).toBe('challenge-phase');
  const november = { ...moderator, now: new Date('2026-11-01T08:00:00Z') };
  expect(codeOf(scheduleChallenge(prepared, command, november))).toBe('invalid-dates');
});

test('[CH14] cancelling is asked by a moderator and agreed to by the general direction, until the results', () => {
  const command = { version: 3, reason: 'Une cyberattaque nous occupe.' };
  const ending = { ...moderator, now: new Date('2026-11-05T08:00:00Z') };
  const direction = {
    ...ending,
    by: speaker(colleague, { role: 'dgs', challenge: null, directorate: null }),
  };
  expect(cancelChallenge(autumn, command, ending)).toMatchObject({
    value: { type: 'CancellationAsked', askedBy: moderator1, reason: command.reason, version: 4 },
  });
  expect(codeOf(agreeToCancellation(autumn, command, direction))).toBe('cancellation-not-asked');
  const waiting = { ...autumn, cancellation: { askedBy: moderator1, reason: command.reason } };
  expect(agreeToCancellation(waiting, command, direction)).toEqual({
    ok: true,
    value: { type: 'ChallengeCancelled', challenge, at: ending.now, reason: command.reason, version: 4 },
  });
  expect(codeOf(agreeToCancellation(waiting, command, ending))).toBe('not-allowed');
  const own = { ...waiting, cancellation: { askedBy: colleague, reason: 'x' } };
  expect(codeOf(agreeToCancellation(own, command, direction))).toBe('second-person-needed');
  const decided = { ...waiting, resultsPublishedAt: new Date('2026-11-04T08:00:00Z') };
  expect(codeOf(cancelChallenge(decided, command, ending))).toBe('challenge-phase');
  expect(codeOf(agreeToCancellation(decided, command, direction))).toBe('challenge-phase');
  expect(codeOf(cancelChallenge(autumn, command, { ...ending, by: speaker(author) }))).toBe('not-allowed');
});

test('[CH14] what nobody but its moderators has seen is cancelled by one of them', () => {
  expect(cancelChallenge(prepared, { version: 3, reason: 'Doublon.' }, moderator)).toMatchObject({
    value: { type: 'ChallengeCancelled', reason: 'Doublon.' },
  });
});

test('[CH15] a change on another version than the current one is refused with the current one', () => {
  const stale = { ok: false, failure: { code: 'stale-version', current: 3 } };
  expect(draftChallenge(prepared, { ...draft, version: 2 }, moderator)).toEqual(stale);
  expect(scheduleChallenge(prepared, { version: 2, staff }, moderator)).toEqual(stale);
  expect(cancelChallenge(prepared, { version: 4, reason: 'x' }, moderator)).toEqual(stale);
  expect(codeOf(draftChallenge(null, draft, moderator))).toBe('stale-version');
});
