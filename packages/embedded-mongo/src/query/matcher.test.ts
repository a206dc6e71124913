import { BSONRegExp, Decimal128 } from 'bson';
import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../failure.ts';
import { document } from '../testing/build.ts';
import type { Plain } from '../testing/build.ts';
import { collateOf } from './collation.ts';
import { compileFilter } from './matcher.ts';

type Case = [filter: Record<string, Plain>, yes: Record<string, Plain>[], no: Record<string, Plain>[]];

const CASES: Case[] = [
  [
    { a: 5 },
    [{ a: 5 }, { a: 5n }, { a: Decimal128.fromString('5.0') }, { a: [1, 5] }],
    [{ a: '5' }, {}, { a: [[5]] }],
  ],
  [{ a: null }, [{}, { a: null }, { a: [1, null] }], [{ a: 0 }, { a: [] }, { a: false }]],
  [
    { 'a.b': null },
    [{}, { a: 5 }, { a: {} }, { a: [{ b: 1 }, {}] }],
    [{ a: [] }, { a: [1, 2] }, { a: { b: 1 } }],
  ],
  [{ a: { $ne: null } }, [{ a: 1 }, { a: [] }], [{}, { a: null }, { a: [1, null] }]],
  [
    { a: { $gt: 3 } },
    [{ a: 4 }, { a: [1, 9] }, { a: 4n }],
    [{ a: 3 }, { a: '4' }, {}, { a: null }, { a: NaN }],
  ],
  [{ a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }, { a: false }]],
  [{ a: { $lt: null } }, [], [{}, { a: null }, { a: -1 }]],
  [{ a: { $lte: NaN } }, [{ a: NaN }], [{ a: 1 }, { a: -1 }]],
  [{ a: { $gt: 1, $lt: 4 } }, [{ a: 2 }, { a: [0, 9] }], [{ a: 5 }]],
  [
    { a: { b: 1, c: 2 } },
    [{ a: { b: 1, c: 2 } }, { a: [{ b: 1, c: 2 }] }],
    [{ a: { c: 2, b: 1 } }, { a: { b: 1 } }],
  ],
  [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 5] }], [{ a: [2, 1] }, { a: 1 }]],
  [{ a: { $in: [1, null] } }, [{ a: 1 }, {}, { a: [7, 1] }], [{ a: 2 }, { a: [] }]],
  [{ a: { $in: [new BSONRegExp('^x'), 'y'] } }, [{ a: 'xa' }, { a: 'y' }], [{ a: 'yx' }]],
  [{ a: { $nin: [1, 2] } }, [{ a: 3 }, {}, { a: [] }], [{ a: 1 }, { a: [3, 2] }]],
  [{ a: { $exists: true } }, [{ a: null }, { a: [] }], [{}, { b: 1 }]],
  [{ 'a.b': { $exists: false } }, [{}, { a: [] }, { a: [{ c: 1 }] }], [{ a: [{ b: 1 }, {}] }]],
  [{ a: { $type: 'int' } }, [{ a: 1 }, { a: ['x', 1] }], [{ a: 1.5 }, { a: 1n }, {}]],
  [{ a: { $type: 'number' } }, [{ a: 1 }, { a: 1.5 }, { a: 1n }], [{ a: '1' }]],
  [{ a: { $type: ['array', 'null'] } }, [{ a: [] }, { a: null }, { a: [1] }], [{ a: 1 }, {}]],
  [{ a: { $regex: '^AB', $options: 'i' } }, [{ a: 'abc' }, { a: ['x', 'ABC'] }], [{ a: 'xab' }, { a: 5 }]],
  [{ a: { $not: { $gt: 3 } } }, [{ a: 1 }, {}, { a: 'x' }], [{ a: 4 }, { a: [1, 4] }]],
  [{ a: { $not: new BSONRegExp('^x') } }, [{ a: 'y' }, {}], [{ a: 'x' }]],
  [{ a: { $size: 2 } }, [{ a: [1, 2] }, { a: [[], []] }], [{ a: [1] }, { a: 2 }, { a: [[1, 2]] }]],
  [{ a: { $all: [1, 2] } }, [{ a: [2, 1, 3] }], [{ a: [1] }, { a: 1 }, {}]],
  [{ a: { $all: [] } }, [], [{ a: [] }, {}]],
  [{ a: { $elemMatch: { $gt: 1, $lt: 4 } } }, [{ a: [2] }, { a: [9, 3] }], [{ a: [0, 9] }, { a: 2 }]],
  [
    { a: { $elemMatch: { b: 1, c: 2 } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
  ],
  [{ a: { $elemMatch: { $elemMatch: { $eq: 1 } } } }, [{ a: [[1]] }], [{ a: [1] }]],
  [{ 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 1 }] }, { a: [{ b: [1] }] }], [{ a: [[{ b: 1 }]] }, { a: 1 }]],
  [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { '0': 1 } }, { a: [{ '0': 1 }] }], [{ a: [2, 1] }]],
  [{ 'a.1.b': 1 }, [{ a: [{}, { b: 1 }] }], [{ a: [{ b: 1 }, {}] }]],
  [{ a: { $mod: [4, 1] } }, [{ a: 5 }, { a: 5.9 }, { a: 9n }], [{ a: 4 }, { a: '5' }]],
  [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{ a: 2 }]],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, [{ a: 2 }], [{ a: 1 }, { b: 1 }]],
  [{ $and: [{ a: { $gt: 1 } }, { a: { $lt: 3 } }] }, [{ a: 2 }], [{ a: 3 }]],
  [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }, { a: 1 }], [{ a: 1, b: 2 }]],
];

describe('a filter', () => {
  it.each(CASES)('%j accepts and rejects what MongoDB does', (filter, yes, no) => {
    const matches = compileFilter(document(filter));
    expect(yes.filter((one) => !matches(document(one)))).toEqual([]);
    expect(no.filter((one) => matches(document(one)))).toEqual([]);
  });

  it.each<[Record<string, Plain>, number]>([
    [{ a: { $frob: 1 } }, 2],
    [{ $frob: 1 }, 2],
    [{ a: { $in: 1 } }, 2],
    [{ a: { $in: [{ $gt: 1 }] } }, 2],
    [{ $or: [] }, 2],
    [{ $or: 1 }, 2],
    [{ a: { $not: 5 } }, 2],
    [{ a: { $size: -1 } }, 2],
    [{ a: { $regex: '(' } }, 51091],
    [{ a: { $regex: 'a', $options: 'q' } }, 51108],
    [{ a: { $type: 'frob' } }, 2],
    [{ $where: 'true' }, 115],
    [{ $expr: { $frob: 1 } }, 168],
  ])('%j is refused with %i', (filter, code) => {
    const refused = ((): unknown => {
      try {
        return compileFilter(document(filter));
      } catch (error) {
        return error;
      }
    })();
    expect(refused instanceof CommandFailure && refused.code).toBe(code);
  });

  it('compares text as a French collation of the asked strength does', () => {
    const matches = (strength: number, text: string): boolean =>
      compileFilter(
        document({ a: 'eleve' }),
        collateOf(document({ locale: 'fr', strength })),
      )(document({ a: text }));
    expect([matches(1, 'Élève'), matches(2, 'Eleve'), matches(2, 'élève'), matches(3, 'Eleve')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('tells the array position it matched at', () => {
    const found: { index?: number } = {};
    compileFilter(document({ 'a.b': 2 }))(document({ a: [{ b: 1 }, { b: 2 }] }), found);
    expect(found.index).toBe(1);
  });
});
