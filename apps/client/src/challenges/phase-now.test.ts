import type { Challenge } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { boundariesOf, nextCount, phaseNow } from './phase-now.ts';

const moment = (instant: string) => ({ local: '', timeZone: 'Europe/Paris', instant });
const dated = (phase: Challenge['phase']) => ({
  phase,
  opensAt: moment('2026-10-12T07:00:00.000Z'),
  ideasUntil: moment('2026-10-23T15:00:00.000Z'),
  closesAt: moment('2026-10-30T16:00:00.000Z'),
  paused: null,
});
const at = (instant: string, said: Challenge['phase'] = 'scheduled') =>
  phaseNow(dated(said), Date.parse(instant));

describe('the phase on the screen', () => {
  test('[S2] opens with the first millisecond of the opening, whatever the server said last', () => {
    expect([at('2026-10-12T06:59:59.999Z'), at('2026-10-12T07:00:00.000Z')]).toEqual([
      'scheduled',
      'ideation',
    ]);
  });

  test('[S19] closes at 17:00 in Paris on the first Friday of winter time', () => {
    expect([at('2026-10-30T15:59:59.999Z', 'rebound'), at('2026-10-30T16:00:00.000Z', 'rebound')]).toEqual([
      'rebound',
      'closing',
    ]);
  });

  test('what people decided stands, whatever the clock says', () => {
    for (const phase of ['draft', 'decided', 'delivery', 'cancelled', 'archived'] as const)
      expect(at('2026-10-13T10:00:00.000Z', phase)).toBe(phase);
  });

  test('[S24] stands still while it is paused, and looks again when the pause should be over', () => {
    const paused = { at: '2026-10-20T08:00:00.000Z', until: '2026-10-22T08:00:00.000Z', reason: '' };
    const challenge = { ...dated('ideation'), paused };
    expect(phaseNow(challenge, Date.parse('2026-11-20T08:00:00.000Z'))).toBe('ideation');
    expect(boundariesOf(challenge)).toEqual([Date.parse(paused.until)]);
  });

  test('changes at the boundaries and nowhere between', () => {
    for (const boundary of boundariesOf(dated('scheduled')))
      expect(phaseNow(dated('scheduled'), boundary)).not.toBe(phaseNow(dated('scheduled'), boundary - 1));
  });
});

test('the count on the screen is drawn again exactly when its number changes', () => {
  const target = Date.parse('2026-10-30T16:00:00.000Z');
  const day = 86_400_000;
  expect(nextCount(target, target - 3.5 * day)).toBe(target - 3 * day + 1);
  expect(nextCount(target, target - 90 * 60_000 - 1)).toBe(target - 90 * 60_000);
  expect(nextCount(target, target)).toBeNull();
});
