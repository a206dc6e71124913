import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idea, momentOf, person, rebound, salt, someDigest } from '../test/small-ledger.ts';
import { commitPerson } from './commitment.ts';
import { sealedCredits, type IdeaCredits } from './credits.ts';
import { eventKinds } from './events.ts';
import { CreditsFold } from './fold.ts';

const hostileKinds = [
  'originator.removed',
  'coauthor.removed',
  'idea.deleted',
  'idea.transferred',
  'credits.reset',
  'x',
];
const [a, b, c, d] = [person('a'), person('b'), person('c'), person('d')];
const people = [a, b, c, d];
const [one, two, three] = [idea('1'), idea('2'), idea('3')];
const ideas = [one, two, three];

const bound = commitPerson(salt(5), a);

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  'pseudonym.taken': ['i', 'p', 'c', 'as'],
  'pseudonym.opened': ['i', 'p', 'as', 'salt'],
  'idea.proposed': ['i', 'txt', 'dir'],
  'contribution.sealed': ['i', 'txt', 'log', 'credits'],
  'rebound.made': ['i', 'rb', 'txt'],
  'contributor.credited': ['i', 'p', 'txt'],
  'rebound.taken': ['i', 'rb'],
  'rebound.linked': ['i', 'on'],
  'coauthor.invited': ['i', 'p'],
  'coauthor.consented': ['i', 'p'],
  'carrier.offered': ['i', 'p'],
  'carrier.accepted': ['i', 'p'],
  'carrier.declined': ['i', 'p'],
  'carrier.named': ['i', 'p'],
  'merge.consented': ['i', 'from'],
  'idea.merged': ['i', 'from'],
  'idea.unmerged': ['i', 'from'],
  'idea.selected': ['i', 'mode', 'second'],
  'idea.adopted': ['i', 'dir', 'seal'],
  'correction.consented': ['i', 'add'],
  'correction.added': ['i', 'add', 'why', 'panel'],
};

const creditKinds = Object.keys(fieldsOf);

const who = fc.constantFrom(...people);
const which = fc.constantFrom(...ideas);

/** Any kind with any fields it could have, most of the time by somebody who may not. */
const act = fc.record({
  k: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...creditKinds) },
    { weight: 1, arbitrary: fc.constantFrom(...eventKinds, ...hostileKinds) },
  ),
  by: fc.oneof({ weight: 8, arbitrary: who }, { weight: 1, arbitrary: fc.constant('sys:server') }),
  i: which,
  p: who,
  add: who,
  rb: fc.constantFrom(rebound('1'), rebound('2')),
  on: fc.uniqueArray(which, { minLength: 1, maxLength: 2 }),
  from: fc.uniqueArray(which, { minLength: 1, maxLength: 2 }),
  panel: fc.uniqueArray(who, { minLength: 2, maxLength: 3 }),
  second: who,
  seal: fc.nat(40),
  /** Whether to answer for oneself, cite the seal and merge two by two, which chance would seldom find. */
  apt: fc.boolean(),
  extra: fc.constantFrom('none', 'none', 'none', 'originators', 'remove'),
});

type AnyAct = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

function eventOf(n: number, made: AnyAct, fold: CreditsFold): Record<string, unknown> {
  const credits = fold.idea(made.i);
  const all: Record<string, unknown> = {
    ...made,
    p: made.apt ? made.by : made.p,
    txt: someDigest,
    log: someDigest,
    why: someDigest,
    dir: 'DIR',
    c: someDigest,
    as: made.k === 'pseudonym.taken' ? bound.commitment : made.by,
    salt: bound.opening.salt,
    mode: 'moderators',
    from: made.apt ? [made.i === one ? two : one] : made.from,
    seal: made.apt ? credits?.seal?.n : made.seal,
    credits: credits === undefined ? undefined : sealedCredits(credits),
  };
  const own = (fieldsOf[made.k] ?? ['i', 'p']).map((field) => [field, all[field]] as const);
  const extra = made.extra === 'none' ? {} : { [made.extra]: people };
  return { v: 1, n, t: momentOf(n), k: made.k, by: made.by, ...Object.fromEntries(own), ...extra };
}

/** A whole life of two ideas, each act allowed: what the hostile acts are thrown into. */
const life: readonly Partial<AnyAct>[] = [
  { k: 'pseudonym.taken', by: 'sys:pseudonyms', i: three, p: d },
  { k: 'pseudonym.opened', by: a, i: three, p: d },
  { k: 'rebound.made', by: d, i: one, rb: rebound('2') },
  { k: 'idea.proposed', by: a, i: one },
  { k: 'idea.proposed', by: b, i: two },
  { k: 'rebound.made', by: c, i: one, rb: rebound('1') },
  { k: 'rebound.taken', by: a, i: one, rb: rebound('1') },
  { k: 'rebound.linked', by: b, i: two, on: [one] },
  { k: 'coauthor.invited', by: a, i: one, p: c },
  { k: 'coauthor.consented', by: c, i: one },
  { k: 'correction.consented', by: b, i: two, add: d },
  { k: 'correction.added', by: a, i: two, add: d, panel: [a, c] },
  { k: 'merge.consented', by: a, i: one, from: [two] },
  { k: 'merge.consented', by: b, i: one, from: [two] },
  { k: 'merge.consented', by: d, i: one, from: [two] },
  { k: 'idea.merged', by: c, i: one, from: [two] },
  { k: 'contribution.sealed', by: 'sys:closing', i: one },
  { k: 'idea.selected', by: c, i: one, second: d },
  { k: 'idea.adopted', by: d, i: one },
  { k: 'carrier.offered', by: d, i: one, p: a },
  { k: 'carrier.declined', by: a, i: one },
  { k: 'carrier.offered', by: d, i: one, p: c },
  { k: 'carrier.accepted', by: c, i: one },
  { k: 'carrier.named', by: d, i: one, p: c },
];

const names = ['originators', 'coauthors', 'rebounders', 'byDecision', 'parents'] as const;

const startsWith = (list: readonly string[], start: readonly string[]): boolean =>
  start.every((item, index) => list[index] === item);

/** What of an idea shrank, moved or changed although it never may. Plain comparisons: this runs at every step. */
function lost(old: IdeaCredits, now: IdeaCredits | undefined): string | undefined {
  if (now === undefined) return 'the idea';
  if (old.originators.length > 0 && now.originators[0] !== old.originators[0]) return 'the first originator';
  if (!old.carriers.every((carrier) => now.carriers.includes(carrier))) return 'carriers';
  if (old.seal !== undefined && now.seal?.n !== old.seal.n) return 'the seal';
  return names.find((name) => !startsWith(now[name], old[name]));
}

it('[AT10] [T6] originators and co-authors only grow, in order, under any list of events', () => {
  const counted = new Set<string>();
  const steps = fc.array(fc.tuple(act, fc.integer({ min: 0, max: 3 })), { maxLength: 80, size: 'max' });
  const run = fc.property(steps, (list) => {
    const fold = new CreditsFold();
    let lived = 0;
    for (const [n, [made, chance]] of list.entries()) {
      const next = chance === 0 ? undefined : life[lived];
      if (next !== undefined) lived += 1;
      // An act of the plain life keeps what makes it allowed; any other is whatever chance made.
      const chosen: AnyAct =
        next === undefined ? made : { ...made, apt: next.p === undefined, extra: 'none', ...next };
      const event = eventOf(n, chosen, fold);
      const before = fold.ideas();
      if (fold.apply(event).ok) counted.add(chosen.k);
      for (const old of before) {
        const what = lost(old, fold.idea(old.idea));
        if (what !== undefined) expect.fail(`${what} of ${old.idea} lost by ${JSON.stringify(event)}`);
      }
    }
  });
  fc.assert(run, { numRuns: 300 });
  // A property over events that are all refused would show nothing.
  expect([...counted]).toEqual(expect.arrayContaining(creditKinds));
  expect(hostileKinds.filter((kind) => counted.has(kind))).toEqual([]);
}, 60_000);
