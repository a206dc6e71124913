import { Decimal128, Int32 } from 'bson';
import { describe, expect, it } from 'vitest';
import { show } from '../bson/show.ts';
import { CommandFailure } from '../failure.ts';
import { document, value } from '../testing/build.ts';
import type { Plain } from '../testing/build.ts';
import { compileUpdate } from './update.ts';
import type { Occasion } from './keep-id.ts';
import { seedOf } from './upsert.ts';

type Fields = Record<string, Plain>;
const occasion: Occasion = { position: undefined, inserting: false, now: new Date(1000) };

function run(before: Fields, update: Plain, how: Partial<Occasion> & { filters?: Plain } = {}): string {
  const change = compileUpdate(value(update), value(how.filters));
  return show(change(document(before), { ...occasion, ...how }));
}

const CASES: [before: Fields, update: Plain, after: Fields][] = [
  [{ a: 1 }, { $set: { 'b.c': 2, a: 3 } }, { a: 3, b: { c: 2 } }],
  [{ a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  [{ a: 1 }, { $set: { z: 1, b: 1 } }, { a: 1, b: 1, z: 1 }],
  [{ a: 1, b: 2 }, { $unset: { a: '', 'x.y': '' } }, { b: 2 }],
  [{ a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
  [{ a: 1 }, { $inc: { a: 2, b: 5 } }, { a: 3, b: 5 }],
  [{ a: 1n }, { $inc: { a: 2 } }, { a: 3n }],
  [{ a: 2_147_483_647 }, { $inc: { a: 1 } }, { a: 2_147_483_648n }],
  [{ a: Decimal128.fromString('1.10') }, { $inc: { a: 1 } }, { a: Decimal128.fromString('2.10') }],
  [{ a: 3 }, { $mul: { a: 2, b: 7 } }, { a: 6, b: 0 }],
  [{ a: 3 }, { $min: { a: 2, b: 1 }, $max: { c: 1 } }, { a: 2, b: 1, c: 1 }],
  [{ a: 3 }, { $max: { a: 2 } }, { a: 3 }],
  [{ a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
  [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  [{}, { $currentDate: { a: true } }, { a: new Date(1000) }],
  [{ a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
  [{ a: [1, 5] }, { $push: { a: { $each: [3, 4], $position: 1 } } }, { a: [1, 3, 4, 5] }],
  [{ a: [3] }, { $push: { a: { $each: [1, 2], $sort: 1, $slice: -2 } } }, { a: [2, 3] }],
  [
    { a: [{ s: 1 }] },
    { $push: { a: { $each: [{ s: 9 }, { s: 5 }], $sort: { s: -1 }, $slice: 2 } } },
    { a: [{ s: 9 }, { s: 5 }] },
  ],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
  [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] }, b: 1 } }, { a: [1, 2], b: [1] }],
  [
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  [{ a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{ a: 2 }, [{ $set: { b: { $multiply: ['$a', 2] } } }, { $unset: 'a' }], { b: 4 }],
];

const REFUSED: [before: Fields, update: Plain, code: number][] = [
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{ a: 1 }, { $inc: { a: 'x' } }, 14],
  [{ a: 9_223_372_036_854_775_807n }, { $inc: { a: 1 } }, 2],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: [] }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 1 }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $addToSet: { a: 1 } }, 2],
  [{ a: 1 }, { $pop: { a: 1 } }, 14],
  [{ a: [1] }, { $pop: { a: 2 } }, 9],
  [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  [{}, { $set: { a: 1, 'a.b': 1 } }, 40],
  [{}, { $frob: { a: 1 } }, 9],
  [{ _id: 1 }, { $set: { _id: 2 } }, 66],
  [{ _id: 1 }, { _id: 2, a: 1 }, 66],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
  [{}, { $set: { 'a.$[]': 1 } }, 2],
  [{}, { $set: { 'a.$[x]': 1 } }, 2],
  [{}, { $set: { $a: 1 } }, 52],
  [{}, { $set: { 'a..b': 1 } }, 56],
  [{}, [{ $match: {} }], 72],
];

function named<T extends [Fields, Plain, unknown]>(one: T): [string, T] {
  return [`of ${show(document(one[0]))} by ${show(value(one[1]) ?? null)}`, one];
}

describe('an update', () => {
  it.each(CASES.map(named))('%s', (_name, [before, update, after]) => {
    expect(run(before, update)).toBe(show(document(after)));
  });

  it.each(REFUSED.map(named))('%s is refused', (_name, [before, update, code]) => {
    const refused = ((): unknown => {
      try {
        return run(before, update);
      } catch (error) {
        return error;
      }
    })();
    expect(refused instanceof CommandFailure && refused.code).toBe(code);
  });

  it('leaves the document it was given as it was', () => {
    const before = document({ a: { b: [1] } });
    compileUpdate(value({ $push: { 'a.b': 2 } }))(before, occasion);
    expect(show(before)).toBe('{ a: { b: [ 1 ] } }');
  });

  it('writes at the matched position and at those an array filter names', () => {
    expect(run({ a: [1, 2] }, { $set: { 'a.$': 9 } }, { position: 1 })).toBe('{ a: [ 1, 9 ] }');
    const filters = [{ 'x.n': { $gt: 1 } }];
    expect(run({ a: [{ n: 1 }, { n: 2 }] }, { $set: { 'a.$[x].k': 1 } }, { filters })).toBe(
      '{ a: [ { n: 1 }, { n: 2, k: 1 } ] }',
    );
  });

  it('starts an upsert from the equalities of its filter', () => {
    const filter = { a: 1, 'b.c': { $eq: 2 }, d: { $gt: 3 }, $and: [{ e: 4 }], f: { $in: [5] } };
    expect(show(seedOf(document(filter), false))).toBe('{ a: 1, b: { c: 2 }, e: 4, f: 5 }');
    expect(show(seedOf(document({ _id: new Int32(1), a: 1 }), true))).toBe('{ _id: 1 }');
  });
});
