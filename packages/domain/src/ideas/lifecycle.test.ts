import { IDEA_STATES, type IdeaState } from '@butinerie/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IDEA_EVENTS, ideaStateAfter, moveIdea, type IdeaEvent } from './lifecycle.ts';

/** Every allowed transition, by name: what is not listed here is refused. */
const ALLOWED: readonly (readonly [IdeaState, IdeaEvent, IdeaState])[] = [
  ['draft', 'publish', 'published'],
  ['not_selected', 'publish', 'published'],
  ['published', 'unpublish', 'draft'],
  ['published', 'merge', 'merged'],
  ['merged', 'unmerge', 'published'],
  ['published', 'submit', 'submitted'],
  ['submitted', 'shortlist', 'shortlisted'],
  ['submitted', 'select', 'selected'],
  ['shortlisted', 'select', 'selected'],
  ['submitted', 'not_select', 'not_selected'],
  ['shortlisted', 'not_select', 'not_selected'],
  ['declined', 'not_select', 'not_selected'],
  ['submitted', 'out_of_scope', 'out_of_scope'],
  ['selected', 'adopt', 'adopted'],
  ['selected', 'decline', 'declined'],
  ['declined', 'offer_again', 'selected'],
  ['abandoned', 'offer_again', 'selected'],
  ['adopted', 'start', 'in_progress'],
  ['in_progress', 'deliver', 'delivered'],
  ['delivered', 'measure', 'measured'],
  ['adopted', 'abandon', 'abandoned'],
  ['in_progress', 'abandon', 'abandoned'],
  ['abandoned', 'carry_on', 'adopted'],
  ['draft', 'withdraw', 'withdrawn'],
  ['published', 'withdraw', 'withdrawn'],
  ['submitted', 'withdraw', 'withdrawn'],
  ...IDEA_STATES.filter((state) => state !== 'hidden').map((state) => [state, 'hide', 'hidden'] as const),
];

const cells = IDEA_STATES.flatMap((state) => IDEA_EVENTS.map((event) => [state, event] as const));

test.each(cells)('[ID1] in %s, %s', (state, event) => {
  const expected = ALLOWED.find(([from, by]) => from === state && by === event)?.[2] ?? null;
  expect(ideaStateAfter(state, event)).toBe(expected);
});

test('[ID1] a refused event names the state and the act', () => {
  expect(moveIdea('adopted', 'withdraw', 'withdrawIdea')).toEqual({
    ok: false,
    failure: { code: 'idea-state', state: 'adopted', act: 'withdrawIdea' },
  });
});

test('[ID2] the way from draft to measured', () => {
  const way = ['publish', 'submit', 'select', 'adopt', 'start', 'deliver', 'measure'] as const;
  const states: (IdeaState | null)[] = [];
  way.reduce<IdeaState>((state, event) => {
    const next = ideaStateAfter(state, event);
    states.push(next);
    return next ?? state;
  }, 'draft');
  expect(states).toEqual([
    'published',
    'submitted',
    'selected',
    'adopted',
    'in_progress',
    'delivered',
    'measured',
  ]);
});

test('[ID2] no walk reaches a later state without those before it', () => {
  const before: Partial<Record<IdeaState, IdeaState>> = {
    submitted: 'published',
    adopted: 'selected',
    in_progress: 'adopted',
    delivered: 'in_progress',
    measured: 'delivered',
  };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...IDEA_EVENTS), { maxLength: 60 }), (events) => {
      const passed = new Set<IdeaState>(['draft']);
      events.reduce<IdeaState>((state, event) => {
        const next = ideaStateAfter(state, event) ?? state;
        const needed = before[next];
        if (needed !== undefined) expect(passed.has(needed)).toBe(true);
        passed.add(next);
        return next;
      }, 'draft');
    }),
  );
});
