import { PHASES, type Phase } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { CHALLENGE_EVENTS, phaseAfter, type ChallengeEvent } from './lifecycle.ts';

/** Every allowed transition, by name: what is not listed here is refused. */
const ALLOWED: readonly (readonly [Phase, ChallengeEvent, Phase])[] = [
  ['draft', 'schedule', 'scheduled'],
  ['scheduled', 'open', 'ideation'],
  ['ideation', 'end_ideas', 'rebound'],
  ['rebound', 'close', 'closing'],
  ['closing', 'deliberate', 'deliberation'],
  ['deliberation', 'decide', 'decided'],
  ['decided', 'deliver', 'delivery'],
  ['delivery', 'review', 'impact_review'],
  ['impact_review', 'archive', 'archived'],
  ['draft', 'cancel', 'cancelled'],
  ['scheduled', 'cancel', 'cancelled'],
  ['ideation', 'cancel', 'cancelled'],
  ['rebound', 'cancel', 'cancelled'],
  ['closing', 'cancel', 'cancelled'],
  ['deliberation', 'cancel', 'cancelled'],
  ...(['ideation', 'rebound', 'deliberation', 'delivery'] as const).flatMap((phase) => [
    [phase, 'pause', phase] as const,
    [phase, 'resume', phase] as const,
  ]),
  ['ideation', 'extend', 'ideation'],
  ['rebound', 'extend', 'rebound'],
];

const cells = PHASES.flatMap((phase) => CHALLENGE_EVENTS.map((event) => [phase, event] as const));

test.each(cells)('[CH1] in %s, %s', (phase, event) => {
  const expected = ALLOWED.find(([from, by]) => from === phase && by === event)?.[2] ?? null;
  expect(phaseAfter(phase, event)).toBe(expected);
});

test('[CH2] nothing leaves the last phases, and every phase can be reached from a draft', () => {
  const reached = new Set<Phase>(['draft']);
  for (const phase of reached) {
    for (const event of CHALLENGE_EVENTS) {
      const next = phaseAfter(phase, event);
      if (next !== null) reached.add(next);
    }
  }
  expect([...reached].toSorted()).toEqual([...PHASES].toSorted());
  for (const last of ['archived', 'cancelled'] as const) {
    expect(CHALLENGE_EVENTS.map((event) => phaseAfter(last, event))).toEqual(
      CHALLENGE_EVENTS.map(() => null),
    );
  }
});
