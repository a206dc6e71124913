import { REASON_MINIMUM, TEXT_LIMIT, TITLE_LIMIT } from '@butinerie/contracts';
import { lengthOf } from '@butinerie/domain';
import { expect, test } from 'vitest';
import type { Act } from './acts.ts';
import { castOf, SMALLEST_CAST } from './cast.ts';
import { FULL_SIZE, scenario } from './scenario.ts';

const now = new Date('2026-11-22T10:00:00Z');
const whole = scenario(now, { size: FULL_SIZE, weeksAgo: 11 });
const acts = <D extends Act['do']>(what: D) =>
  whole.acts.filter((act): act is Extract<Act, { do: D }> => act.do === what);
const [first, second] = acts('schedule').map(({ challenge }) => challenge);

test('300 people of twelve directorates, no two with the same name or mailbox', () => {
  const { everybody } = whole.cast;
  expect(everybody.length).toBe(300);
  expect(new Set(everybody.map(({ name }) => name)).size).toBe(300);
  expect(new Set(everybody.map(({ mail }) => mail)).size).toBe(300);
  expect(new Set(everybody.map(({ directorate }) => directorate)).size).toBe(12);
  expect(() => castOf(SMALLEST_CAST - 1)).toThrow('a cast has from');
});

test('38 ideas with titles of their own, all publishable; ten selected, eight adopted', () => {
  const ideas = acts('propose').filter(({ challenge }) => challenge === first);
  expect(ideas.length).toBe(38);
  expect(new Set(acts('propose').map(({ title }) => title)).size).toBe(50);
  for (const { title, text } of acts('propose')) {
    expect(lengthOf(title), title).toBeLessThanOrEqual(TITLE_LIMIT);
    expect(lengthOf(text), title).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(text.match(/[.!?]/gu)?.length ?? 0, title).toBeGreaterThanOrEqual(2);
  }
  expect(acts('answer').filter(({ verdict }) => verdict.outcome === 'selected').length).toBe(10);
  expect(acts('adopt').length).toBe(8);
});

test('every idea has a reasoned answer of its own, long enough', () => {
  const reasons = acts('answer').map(({ verdict }) => verdict.reason);
  expect(new Set(reasons).size).toBe(38);
  for (const reason of reasons) expect(lengthOf(reason), reason).toBeGreaterThanOrEqual(REASON_MINIMUM);
});

test('around each idea there are eight people on average, and most people take part', () => {
  const around = new Map<string, Set<string>>();
  for (const act of whole.acts)
    if (act.do === 'propose' || act.do === 'rebound' || act.do === 'ask')
      around.set(act.idea, (around.get(act.idea) ?? new Set()).add(act.by.id));
  const judged = acts('answer').map(({ idea }) => around.get(idea)?.size ?? 0);
  const average = judged.reduce((sum, count) => sum + count, 0) / judged.length;
  expect(average).toBeGreaterThan(7);
  expect(average).toBeLessThan(9);
  const active = new Set(whole.acts.flatMap((act) => ('by' in act ? [act.by.id] : [])));
  expect(active.size).toBeGreaterThan(250);
});

test('nobody rebounds on an idea of her own, and no two rebounds are the same', () => {
  const author = new Map(acts('propose').map(({ idea, by }) => [idea, by.id]));
  expect(acts('rebound').filter(({ idea, by }) => author.get(idea) === by.id)).toEqual([]);
  const texts = acts('rebound').map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('each act comes after what it is about, none after now', () => {
  const times = whole.acts.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
  const known = new Set<string>();
  for (const act of whole.acts) {
    if (act.do === 'schedule') known.add(act.challenge);
    else if (act.do === 'propose') known.add(act.idea);
    else if (act.do === 'rebound') known.add(act.rebound);
    const about = act.do === 'take' ? act.rebound : 'idea' in act ? act.idea : act.challenge;
    expect(known.has(about), act.do).toBe(true);
  }
});

test.each([0, 1, 2, 3, 4, 5, 6])(
  '%i days later the second challenge is open and has its dozen ideas',
  (days) => {
    const later = new Date(now.getTime() + days * 86_400_000);
    const { acts: told } = scenario(later, { size: FULL_SIZE, weeksAgo: 11 });
    const open = told.findLast((act) => act.do === 'schedule');
    if (open?.do !== 'schedule') throw new Error('no challenge is open');
    expect(open.timeBox.ideasUntil.local > later.toISOString()).toBe(true);
    const ideas = told.filter((act) => act.do === 'propose' && act.challenge === open.challenge);
    expect(ideas.length).toBe(12);
  },
);

test('the same question is never asked twice: two challenges, one judged, one open', () => {
  expect(first).not.toBe(second);
  expect(acts('confirm-results').map(({ challenge }) => challenge)).toEqual([first]);
});
