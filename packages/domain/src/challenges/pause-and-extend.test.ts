import type { LocalTime, TimeBox } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  codeOf,
  grantOf,
  moderates,
  moderator1,
  pilot,
  speaker,
  sponsor,
  answersForRoads,
  author,
} from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import type { ChallengeState } from './challenge-state.ts';
import { agreeToExtension, askExtension } from './extend-challenge.ts';
import { pauseChallenge, resumeByClock, resumeChallenge } from './pause-challenge.ts';
import { nextBoundary, phaseAt, standingAt } from './phase-at.ts';
import { deadlinesAfterPause } from './shift-deadlines.ts';

const paris = (local: string): LocalTime => ({ local, timeZone: 'Europe/Paris' });
const BOX: TimeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
};
const at = (text: string): Date => new Date(text);
const tuesday = at('2026-10-20T08:00:00Z');
const asModerator = speaker(moderator1, moderates);
const asDirection = speaker(pilot, grantOf('dgs'));
const asSponsor = speaker(sponsor, answersForRoads);

const pauseFor = (workingDays: number, by = asModerator, challenge = autumn, now = tuesday) =>
  pauseChallenge(
    challenge,
    { version: challenge.version, reason: 'Cyberincident.', workingDays },
    { by, now },
  );
function paused(from = tuesday, until = at('2026-10-22T08:00:00Z')): ChallengeState {
  return { ...autumn, pause: { at: from, until }, pausedIn: ['ideation'] };
}

test('[CH20] [S24] while it is paused the clock of the challenge stands still', () => {
  const later = at('2026-12-01T10:00:00Z');
  expect(phaseAt(paused(), later)).toBe('ideation');
  expect(standingAt(paused(), later)).toBe('paused');
  expect(standingAt({ ...paused(), cancelledAt: later }, later)).toBe('cancelled');
  expect(nextBoundary(paused(), tuesday)).toEqual(at('2026-10-22T08:00:00Z'));
  expect(nextBoundary(paused(), later)).toBeNull();
});

test('[CH21] a moderator pauses for two working days, the general direction for ten, everybody else never', () => {
  expect(pauseFor(2)).toMatchObject({ value: { pause: { at: tuesday, until: at('2026-10-22T08:00:00Z') } } });
  expect(pauseFor(3)).toMatchObject({ failure: { code: 'not-allowed', why: 'general-direction-needed' } });
  expect(pauseFor(10, asDirection)).toMatchObject({
    // Two weeks of working days later, over the change of the hour: 10:00 on the wall again.
    value: { pause: { until: at('2026-11-03T09:00:00Z') } },
  });
  expect(codeOf(pauseFor(1, speaker(author)))).toBe('not-allowed');
});

test('[CH21] once in each phase, and only in the four that have work to suspend', () => {
  expect(pauseFor(1, asModerator, { ...autumn, pausedIn: ['ideation'] })).toMatchObject({
    failure: { code: 'already-paused', phase: 'ideation' },
  });
  const inRebound = at('2026-10-26T09:00:00Z');
  expect(codeOf(pauseFor(1, asModerator, { ...autumn, pausedIn: ['ideation'] }, inRebound))).toBe('ok');
  expect(codeOf(pauseFor(1, asModerator, autumn, at('2026-10-05T09:00:00Z')))).toBe('challenge-phase');
});

test('[CH21] a running pause is made longer by the general direction alone', () => {
  expect(pauseFor(2, asModerator, paused())).toMatchObject({
    failure: { code: 'not-allowed', why: 'general-direction-needed' },
  });
  expect(pauseFor(5, asDirection, paused())).toMatchObject({
    value: { pause: { at: tuesday, until: at('2026-10-27T09:00:00Z') } },
  });
  expect(codeOf(pauseFor(2, asDirection, paused()))).toBe('already-paused');
});

test('[CH22] [S24] after two working days the closing is at 17:00 two working days later', () => {
  const now = at('2026-10-22T07:00:00Z');
  const resumed = resumeChallenge(paused(), { version: 3, timeBox: BOX }, { by: asModerator, now });
  expect(resumed).toMatchObject({
    value: {
      timeBox: {
        opensAt: { local: '2026-10-12T09:00' },
        ideasUntil: { local: '2026-10-27T17:00' },
        closesAt: { local: '2026-11-03T17:00' },
        decisionDueAt: { local: '2026-11-17T17:00' },
      },
    },
  });
});

test.each([
  // Paused on the last afternoon and resumed the same evening: the closing is not over meanwhile.
  ['2026-10-30T14:00:00Z', '2026-10-30T18:00:00Z', '2026-11-02T17:00'],
  // Over All Saints', which is a Sunday, and Armistice Day, which is a Wednesday.
  ['2026-10-30T14:00:00Z', '2026-11-12T09:00:00Z', '2026-11-12T17:00'],
  ['2026-10-29T14:00:00Z', '2026-10-29T15:00:00Z', '2026-10-30T17:00'],
])('[CH22] paused at %s and resumed at %s, it closes %s', (from, to, closes) => {
  const box = deadlinesAfterPause(BOX, { at: at(from), resumedAt: at(to) });
  expect(box.closesAt.local).toBe(closes);
});

test('[CH23] the clock ends a pause as of its announced end, and not before', () => {
  const end = at('2026-10-22T08:00:00Z');
  expect(resumeByClock(paused(), BOX, at('2026-10-22T07:59:59.999Z'))).toBeNull();
  const onTime = resumeByClock(paused(), BOX, end);
  expect(onTime?.at).toEqual(end);
  expect(resumeByClock(paused(), BOX, at('2026-12-24T08:00:00Z'))).toEqual(onTime);
  expect(resumeByClock({ ...paused(), cancelledAt: tuesday }, BOX, end)).toBeNull();
});

const asks = (now: Date, days = 3, challenge = autumn) =>
  askExtension(
    challenge,
    { version: challenge.version, days, reason: 'Une semaine de grève.', timeBox: BOX },
    { by: asModerator, now },
  );
const agrees = (challenge: ChallengeState, by = asSponsor, now = at('2026-10-27T16:00:00Z')) =>
  agreeToExtension(challenge, { version: challenge.version, timeBox: BOX }, { by, now });
const asked: ChallengeState = { ...autumn, extension: { askedBy: moderator1, days: 3, agreed: false } };

test('[CH25] [S22] ten hours before the closing it is too late, three days before it is not', () => {
  expect(asks(at('2026-10-30T06:00:00Z'))).toMatchObject({
    failure: { code: 'too-late-to-extend', hours: 48, closesAt: '2026-10-30T16:00:00.000Z' },
  });
  expect(codeOf(asks(at('2026-10-28T16:00:00.001Z')))).toBe('too-late-to-extend');
  expect(codeOf(asks(at('2026-10-28T16:00:00.000Z')))).toBe('ok');
  expect(codeOf(asks(at('2026-10-27T16:00:00Z')))).toBe('ok');
});

test('[CH24] [S22] a sponsor agrees, who is not the person who asked; then the dates move', () => {
  expect(codeOf(agrees(autumn))).toBe('extension-not-asked');
  expect(codeOf(agrees(asked, asModerator))).toBe('not-allowed');
  const both = speaker(moderator1, moderates, answersForRoads);
  expect(codeOf(agrees(asked, both))).toBe('second-person-needed');
  expect(agrees(asked)).toMatchObject({
    value: {
      timeBox: {
        ideasUntil: { local: '2026-10-23T17:00' },
        closesAt: { local: '2026-11-02T17:00' },
        decisionDueAt: { local: '2026-11-16T17:00' },
      },
    },
  });
  expect(codeOf(agrees(asked, asSponsor, at('2026-10-29T16:00:00Z')))).toBe('too-late-to-extend');
});

test('[CH25] it is extended once, and where ideas end with it they end later too', () => {
  const agreed = { ...autumn, extension: { askedBy: moderator1, days: 3, agreed: true } };
  expect(codeOf(asks(tuesday, 1, agreed))).toBe('already-extended');
  expect(codeOf(agrees(agreed))).toBe('already-extended');
  const together = { ...BOX, ideasUntil: BOX.closesAt };
  const moved = agreeToExtension(asked, { version: 3, timeBox: together }, { by: asSponsor, now: tuesday });
  expect(moved).toMatchObject({ value: { timeBox: { ideasUntil: { local: '2026-11-02T17:00' } } } });
});

test('[CH25] an extension to an hour that the clocks skip is refused', () => {
  const box = { ...BOX, closesAt: paris('2027-03-27T02:30') };
  const spring = { ...autumn, closesAt: at('2027-03-27T01:30:00Z') };
  const refused = askExtension(
    spring,
    { version: 3, days: 1, reason: 'x', timeBox: box },
    { by: asModerator, now: tuesday },
  );
  expect(codeOf(refused)).toBe('impossible-hour');
});
