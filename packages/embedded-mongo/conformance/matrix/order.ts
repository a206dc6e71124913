/**
 * Answers for the order of types and of values within a type.
 */
import { Binary, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import type { Document } from 'mongodb';
import { finds, sorts } from './cases.ts';
import type { Case, Group } from './cases.ts';

const PAGE = 'https://www.mongodb.com/docs/v8.0/reference/bson-type-comparison-order/';

/** One value of each type, in the documented order. */
const TYPES: [name: string, value: unknown][] = [
  ['MinKey', new MinKey()],
  ['null', null],
  ['a number', 5],
  ['a string', 'a'],
  ['an object', { a: 1 }],
  ['an array', [1]],
  ['binary data', new Binary(Buffer.from([1]))],
  ['an ObjectId', new ObjectId('000000000000000000000001')],
  ['a boolean', false],
  ['a date', new Date(0)],
  ['a timestamp', new Timestamp({ t: 1, i: 1 })],
  ['a regular expression', /a/],
  ['code', new Code('x')],
  ['MaxKey', new MaxKey()],
];

/** Held in a document, so that an array is compared as itself and not by its members. */
const held = (value: unknown): Document => ({ v: value });

function pairs(): Case[] {
  return TYPES.slice(1).flatMap(([high, value], at) => {
    const [low, smaller] = TYPES[at] ?? ['', null];
    const documents = [
      { _id: 'high', w: held(value) },
      { _id: 'low', w: held(smaller) },
    ];
    return sorts(documents, [
      [`${low} is below ${high}`, { w: 1 }, ['low', 'high']],
      [`${high} is above ${low}, descending`, { w: -1 }, ['high', 'low']],
    ]);
  });
}

const all = TYPES.map(([, value], at) => ({ _id: at, w: held(value) }));

const ordered = (name: string, low: unknown, high: unknown): Case[] =>
  sorts(
    [
      { _id: 'high', v: high },
      { _id: 'low', v: low },
    ],
    [[name, { v: 1 }, ['low', 'high']]],
  );

export const ORDER: Group[] = [
  {
    title: 'the order of types',
    page: PAGE,
    cases: [
      ...pairs(),
      ...sorts([...all].reverse(), [
        ['all types, ascending', { w: 1 }, TYPES.map((_, at) => at)],
        ['all types, descending', { w: -1 }, TYPES.map((_, at) => at).reverse()],
      ]),
      ...finds(all, [
        ['a comparison stays within its type: numbers', { 'w.v': { $gt: 1 } }, [2]],
        ['a comparison stays within its type: strings', { 'w.v': { $gte: '' } }, [3]],
        ['a comparison stays within its type: dates', { 'w.v': { $lte: new Date(1) } }, [9]],
        ['a comparison stays within its type: booleans', { 'w.v': { $lt: true } }, [8]],
      ]),
    ],
  },
  {
    title: 'the order within a type',
    page: PAGE,
    cases: [
      ...ordered('objects: the type of the first field decides first', { b: 1 }, { a: 'x' }),
      ...ordered('objects: then its name', { a: 2 }, { b: 1 }),
      ...ordered('objects: then its value', { a: 1, z: 9 }, { a: 2 }),
      ...ordered('objects: with all equal, fewer fields are less', { a: 1 }, { a: 1, b: 1 }),
      ...ordered(
        'objects: fields are compared in the order in which they stand',
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ),
      ...ordered(
        'binary data: the length decides first',
        new Binary(Buffer.from([9])),
        new Binary(Buffer.from([1, 1])),
      ),
      ...ordered(
        'binary data: then the subtype',
        new Binary(Buffer.from([9]), 0),
        new Binary(Buffer.from([1]), 5),
      ),
      ...ordered('binary data: then the bytes', new Binary(Buffer.from([1])), new Binary(Buffer.from([2]))),
      ...ordered('strings: by bytes, capitals first', 'Z', 'a'),
      ...ordered('strings: by bytes, accents last', 'z', 'é'),
      ...ordered('strings: a prefix is less', 'ab', 'abc'),
      ...ordered('strings: UTF-8 bytes, not UTF-16 units', '\uff5e', '😀'),
      ...ordered(
        'ObjectIds: by bytes',
        new ObjectId('000000000000000000000009'),
        new ObjectId('100000000000000000000001'),
      ),
      ...ordered('booleans: false is less', false, true),
      ...ordered('dates: before 1970 is less', new Date(-1), new Date(0)),
      ...ordered(
        'timestamps: the seconds decide',
        new Timestamp({ t: 1, i: 9 }),
        new Timestamp({ t: 2, i: 1 }),
      ),
      ...ordered(
        'timestamps: then the increment',
        new Timestamp({ t: 2, i: 1 }),
        new Timestamp({ t: 2, i: 2 }),
      ),
      ...ordered('NaN is below every number', new Double(Number.NaN), new Double(-Infinity)),
      ...ordered(
        'negative infinity is below every other number',
        new Double(-Infinity),
        Decimal128.fromString('-1E+6000'),
      ),
      ...ordered(
        'infinity is above every other number',
        Decimal128.fromString('1E+6000'),
        new Double(Infinity),
      ),
    ],
  },
  {
    title: 'sorting by arrays',
    page: `${PAGE}#arrays`,
    cases: [
      ...sorts(
        [
          { _id: 1, v: [3, 9] },
          { _id: 2, v: [1, 20] },
          { _id: 3, v: 2 },
        ],
        [
          ['ascending, an array stands by its smallest member', { v: 1 }, [2, 3, 1]],
          ['descending, by its largest', { v: -1 }, [2, 1, 3]],
        ],
      ),
      ...sorts(
        [
          { _id: 1, v: null },
          { _id: 2, v: [] },
          { _id: 3, v: [1] },
        ],
        [['an empty array is less than null', { v: 1 }, [2, 1, 3]]],
      ),
      ...sorts(
        [
          { _id: 1, a: [{ b: 5 }, { b: 1 }] },
          { _id: 2, a: [{ b: 3 }] },
        ],
        [
          ['through documents in an array, the smallest', { 'a.b': 1 }, [1, 2]],
          ['through documents in an array, the largest', { 'a.b': -1 }, [1, 2]],
        ],
      ),
    ],
  },
  {
    title: 'sorting what is missing',
    page: `${PAGE}#non-existent-fields`,
    cases: [
      ...sorts(
        [{ _id: 1, v: 1 }, { _id: 2 }, { _id: 3, v: new MinKey() }],
        [
          ['a missing field sorts as null', { v: 1 }, [3, 2, 1]],
          ['and so it does descending', { v: -1 }, [1, 2, 3]],
        ],
      ),
      ...sorts(
        [
          { _id: 2, v: null, w: 1 },
          { _id: 1, w: 2 },
        ],
        [
          ['null and missing are equal, so the next key decides', { v: 1, w: -1 }, [1, 2]],
          ['and so it does the other way', { v: -1, w: 1 }, [2, 1]],
        ],
      ),
      ...sorts(
        [
          { _id: 1, v: new Long(7) },
          { _id: 2, v: new Double(6.5) },
          { _id: 3, v: Decimal128.fromString('6.75') },
          { _id: 4, v: 6 },
        ],
        [['numbers of all types are one order', { v: 1 }, [4, 2, 3, 1]]],
      ),
    ],
  },
];
