import { IDEA_STATES, mintId, type IdeaId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { author, coauthor, colleague } from '../testing/cast.ts';
import { childrenOf, earnedIn, hearsOfIt, parentsFirst, waysFrom } from './impact.ts';

const [a, b, c, d] = Array.from({ length: 4 }, () => mintId('idea')) as [IdeaId, IdeaId, IdeaId, IdeaId];
/** `d` grew from `b` and `c`, `b` from `a`, `c` from `b`. */
const lineage = new Map([
  [d, [c, b]],
  [c, [b]],
  [b, [a]],
  [a, []],
]);

test('[IM1] what is earned is reached from every idea upstream, by the shortest way', () => {
  const down = childrenOf(lineage);
  expect(waysFrom(a, down)).toEqual(
    new Map([
      [b, [a, b]],
      [d, [a, b, d]],
      [c, [a, b, c]],
    ]),
  );
  expect([...waysFrom(d, lineage).keys()]).toEqual([c, b, a]);
  expect(waysFrom(d, down).size).toBe(0);
});

test('[IM1] an idea that was adopted was selected first; nothing is earned in an open, refused or hidden one', () => {
  const got = new Map(IDEA_STATES.map((state) => [state, earnedIn(state)]));
  expect([...got].filter(([, earned]) => earned === null).map(([state]) => state)).toEqual([
    'draft',
    'published',
    'merged',
    'submitted',
    'shortlisted',
    'not_selected',
    'out_of_scope',
    'withdrawn',
    'hidden',
  ]);
  expect([got.get('declined'), got.get('abandoned'), got.get('measured')]).toEqual([
    'selected',
    'adopted',
    'measured',
  ]);
});

test('[IM2] each person named upstream hears once, of the nearest idea; whoever is named in it is told otherwise', () => {
  const upstream = [
    { idea: b, people: [colleague, coauthor] },
    { idea: a, people: [author, colleague] },
  ];
  expect(hearsOfIt(upstream, [coauthor])).toEqual(
    new Map([
      [colleague, b],
      [author, a],
    ]),
  );
});

test('[IM3] parents come before their children; a circle that came in anyhow does not stop the drawing', () => {
  expect(parentsFirst(lineage)).toEqual([a, b, c, d]);
  const circle = new Map([
    [b, [c]],
    [c, [b]],
    [a, []],
  ]);
  expect(parentsFirst(circle)).toEqual([a, b, c]);
  expect(waysFrom(b, childrenOf(circle))).toEqual(new Map([[c, [b, c]]]));
});
