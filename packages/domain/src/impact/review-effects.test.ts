import { IDEA_STATES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { afterIt, beforeIt, delay, start, story } from '../testing/impact.ts';
import { funnelOf, looksAt } from './review-effects.ts';

test('[EF20] effects are looked at ninety and one hundred and eighty days after the adoption, the second time with a new measure', () => {
  const adoptedAt = new Date('2026-06-30T22:30:00.000Z');
  const { impact } = story(delay, beforeIt, start, afterIt);
  expect(looksAt(impact, adoptedAt)).toEqual([
    { day: 90, on: '2026-09-29', measured: true },
    { day: 180, on: '2026-12-28', measured: false },
  ]);
  const later = { ...afterIt, collectedOn: '2026-12-28' };
  const held = story(delay, beforeIt, start, afterIt, later).impact;
  expect(looksAt(held, adoptedAt).map(({ measured }) => measured)).toEqual([true, true]);
  const bare = story(delay, beforeIt, start).impact;
  expect(looksAt(bare, adoptedAt).map(({ measured }) => measured)).toEqual([false, false]);
});

test('[EF20] each number of the funnel holds the one after it', () => {
  const funnel = funnelOf(IDEA_STATES.map((state) => ({ state })));
  expect(funnel).toEqual({ ideas: IDEA_STATES.length, selected: 7, adopted: 5, delivered: 2, measured: 1 });
});
