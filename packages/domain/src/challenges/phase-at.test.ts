import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autumn } from '../testing/challenges.ts';
import { CHALLENGE_EVENTS, phaseAfter } from './lifecycle.ts';
import { arrivesInTime, nextBoundary, phaseAt, sealableFrom } from './phase-at.ts';

const at = (text: string): Date => new Date(text);

test.each([
  ['2026-10-12T06:59:59.999Z', 'scheduled'],
  ['2026-10-12T07:00:00.000Z', 'ideation'],
  ['2026-10-23T14:59:59.999Z', 'ideation'],
  ['2026-10-23T15:00:00.000Z', 'rebound'],
  ['2026-10-30T15:59:59.999Z', 'rebound'],
  ['2026-10-30T16:00:00.000Z', 'closing'],
  ['2027-06-01T00:00:00.000Z', 'deliberation'],
])('[CH3] [S19] at %s the challenge is in %s', (now, phase) => {
  expect(phaseAt(autumn, at(now))).toBe(phase);
});

test('[CH3] until it is scheduled the dates say nothing', () => {
  expect(phaseAt({ ...autumn, scheduledAt: null }, at('2026-10-20T10:00:00Z'))).toBe('draft');
  expect(nextBoundary({ ...autumn, scheduledAt: null }, at('2026-10-20T10:00:00Z'))).toBeNull();
});

test('[CH4] closing lasts 120 seconds, the last millisecond included', () => {
  expect(phaseAt(autumn, at('2026-10-30T16:02:00.000Z'))).toBe('closing');
  expect(phaseAt(autumn, at('2026-10-30T16:02:00.001Z'))).toBe('deliberation');
  expect(sealableFrom(autumn.closesAt)).toEqual(at('2026-10-30T16:02:00.001Z'));
});

test.each([
  ['2026-10-30T15:59:59.999Z', '2026-10-30T15:59:59.990Z', true],
  ['2026-10-30T16:02:00.000Z', '2026-10-30T15:59:59.999Z', true],
  ['2026-10-30T16:02:00.001Z', '2026-10-30T09:00:00.000Z', false],
  ['2026-10-30T16:00:30.000Z', '2026-10-30T16:00:00.000Z', false],
])('[CH5] [S20] received at %s on a connection of %s: in time is %s', (received, connected, inTime) => {
  expect(arrivesInTime(autumn.closesAt, at(received), at(connected))).toBe(inTime);
});

test('[CH6] each boundary is the next instant at which the phase changes', () => {
  const boundaries: string[] = [];
  let now = at('2026-10-01T09:00:00Z');
  for (let next = nextBoundary(autumn, now); next !== null; next = nextBoundary(autumn, now)) {
    boundaries.push(next.toISOString());
    now = next;
  }
  expect(boundaries).toEqual([
    '2026-10-12T07:00:00.000Z',
    '2026-10-23T15:00:00.000Z',
    '2026-10-30T16:00:00.000Z',
    '2026-10-30T16:02:00.001Z',
  ]);
});

const day = 86_400_000;
const challenges = fc
  .record({
    ideas: fc.integer({ min: 1, max: 20 * day }),
    rebounds: fc.integer({ min: 0, max: 20 * day }),
    published: fc.boolean(),
    adoptedAfter: fc.option(fc.integer({ min: 0, max: 30 * day })),
  })
  .map(({ ideas, rebounds, published, adoptedAfter }) => {
    const opensAt = autumn.opensAt.getTime();
    const closesAt = opensAt + ideas + rebounds;
    const publishedAt = closesAt + 10 * day;
    return {
      ...autumn,
      ideasUntil: new Date(opensAt + ideas),
      closesAt: new Date(closesAt),
      resultsPublishedAt: published ? new Date(publishedAt) : null,
      firstAdoptedAt: published && adoptedAfter !== null ? new Date(publishedAt + adoptedAfter) : null,
    };
  });

test('[CH6] between now and the boundary the phase stays; at the boundary it moves, and only as the table allows', () => {
  const moments = fc.integer({ min: -10 * day, max: 120 * day });
  fc.assert(
    fc.property(
      challenges,
      moments,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (challenge, offset, part) => {
        const now = new Date(autumn.opensAt.getTime() + offset);
        const phase = phaseAt(challenge, now);
        const next = nextBoundary(challenge, now);
        if (next === null) {
          expect(phaseAt(challenge, new Date(now.getTime() + 365 * day))).toBe(phase);
          return;
        }
        const between = new Date(Math.floor(now.getTime() + part * (next.getTime() - 1 - now.getTime())));
        expect(phaseAt(challenge, between)).toBe(phase);
        const after = phaseAt(challenge, next);
        expect(after).not.toBe(phase);
        // A challenge whose ideas end at its closing passes through an empty rebound phase.
        const reachable = CHALLENGE_EVENTS.flatMap((event) => phaseAfter(phase, event) ?? []);
        const twoSteps = reachable.includes('rebound') ? [...reachable, 'closing'] : reachable;
        expect(twoSteps).toContain(after);
      },
    ),
  );
});

test('[CH7] delivery begins with the first adoption', () => {
  const decided = { ...autumn, resultsPublishedAt: at('2026-11-13T10:00:00Z') };
  const adopted = { ...decided, firstAdoptedAt: at('2026-11-16T10:00:00Z') };
  expect(phaseAt(decided, at('2026-11-13T10:00:00Z'))).toBe('decided');
  expect(phaseAt(adopted, at('2026-11-16T09:59:59.999Z'))).toBe('decided');
  expect(phaseAt(adopted, at('2026-11-16T10:00:00Z'))).toBe('delivery');
});

test('[CH7] or after ten working days, to the end of the tenth', () => {
  const decided = { ...autumn, resultsPublishedAt: at('2026-11-13T10:00:00Z') };
  expect(nextBoundary(decided, at('2026-11-13T10:00:00Z'))).toEqual(at('2026-11-27T23:00:00.000Z'));
  expect(phaseAt(decided, at('2026-11-27T22:59:59.999Z'))).toBe('decided');
  expect(phaseAt(decided, at('2026-11-27T23:00:00.000Z'))).toBe('delivery');
  const adoptedLate = { ...decided, firstAdoptedAt: at('2026-12-04T10:00:00Z') };
  expect(phaseAt(adoptedLate, at('2026-11-27T23:00:00.000Z'))).toBe('delivery');
});

test('[CH8] what people did stands whatever the clock says', () => {
  const early = at('2026-10-01T00:00:00Z');
  const later = at('2026-10-15T00:00:00Z');
  expect(phaseAt({ ...autumn, cancelledAt: later }, early)).toBe('cancelled');
  expect(phaseAt({ ...autumn, archivedAt: later }, early)).toBe('archived');
  expect(phaseAt({ ...autumn, archivedAt: later, reviewedFrom: later }, later)).toBe('archived');
  expect(nextBoundary({ ...autumn, cancelledAt: later }, early)).toBeNull();
});
