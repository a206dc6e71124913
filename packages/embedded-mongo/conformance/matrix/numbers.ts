/**
 * Answers for the numeric tower: int32, int64, double and decimal128 compared, added and multiplied.
 */
import { Decimal128, Double, Int32, Long } from 'mongodb';
import { computes, finds, refusals, updates } from './cases.ts';
import type { Group } from './cases.ts';

const dec = (text: string): Decimal128 => Decimal128.fromString(text);

/** The example of the page on numeric types. */
const PRICES = [
  { _id: 1, val: dec('9.99') },
  { _id: 2, val: 9.99 },
  { _id: 3, val: new Double(10) },
  { _id: 4, val: new Long(10) },
  { _id: 5, val: dec('10.0') },
];

const FIVES = [
  { _id: 1, v: 5 },
  { _id: 2, v: new Long(5) },
  { _id: 3, v: new Double(5) },
  { _id: 4, v: dec('5') },
  { _id: 5, v: dec('5.00') },
  { _id: 6, v: '5' },
];

const LARGE = [
  { _id: 1, v: Long.fromString('9007199254740992') },
  { _id: 2, v: Long.fromString('9007199254740993') },
  { _id: 3, v: new Double(9007199254740992) },
  { _id: 4, v: dec('9007199254740993') },
  { _id: 5, v: dec('9007199254740992.5') },
];

const MAX_INT = 2_147_483_647;
const MAX_LONG = Long.fromString('9223372036854775807');
const number = { _id: 1 };

export const NUMBERS: Group[] = [
  {
    title: 'numbers of different types are compared by value',
    page: 'https://www.mongodb.com/docs/mongodb-shell/reference/data-types/#equality-and-sort-order',
    cases: [
      ...finds(PRICES, [
        ['a double is not the decimal that is written alike', { val: 9.99 }, [2]],
        ['a decimal finds a decimal', { val: dec('9.99') }, [1]],
        ['a whole double finds every ten', { val: new Double(10) }, [3, 4, 5]],
        ['a decimal ten finds every ten', { val: dec('10') }, [3, 4, 5]],
        ['a long ten finds every ten', { val: new Long(10) }, [3, 4, 5]],
        ['the decimal is below the double: 9.99 as a double is a little more', { val: { $lt: 9.99 } }, [1]],
        ['and the double is above the decimal', { val: { $gt: dec('9.99') } }, [2, 3, 4, 5]],
      ]),
      ...finds(FIVES, [
        ['an int finds all fives and no text', { v: 5 }, [1, 2, 3, 4, 5]],
        ['zeros after the point do not matter', { v: dec('5.0000') }, [1, 2, 3, 4, 5]],
        ['in a list', { v: { $in: [new Long(5)] } }, [1, 2, 3, 4, 5]],
        ['not equal', { v: { $ne: new Double(5) } }, [6]],
        ['not in', { v: { $nin: [dec('5')] } }, [6]],
        ['greater or equal', { v: { $gte: new Long(5) } }, [1, 2, 3, 4, 5]],
        ['by their type: int', { v: { $type: 'int' } }, [1]],
        ['by their type: long', { v: { $type: 'long' } }, [2]],
        ['by their type: double', { v: { $type: 'double' } }, [3]],
        ['by their type: decimal', { v: { $type: 'decimal' } }, [4, 5]],
        ['by their type: number', { v: { $type: 'number' } }, [1, 2, 3, 4, 5]],
        ['by the number of their type', { v: { $type: 18 } }, [2]],
      ]),
      ...finds(LARGE, [
        ['a long beyond 2^53 is only itself', { v: Long.fromString('9007199254740993') }, [2, 4]],
        ['its neighbour is another', { v: Long.fromString('9007199254740992') }, [1, 3]],
        [
          'a decimal stands between them',
          { v: { $gt: new Double(9007199254740992), $lt: dec('9007199254740993') } },
          [5],
        ],
        ['greater than the double', { v: { $gt: new Double(9007199254740992) } }, [2, 4, 5]],
      ]),
      ...finds(
        [
          { _id: 1, v: new Double(Number.NaN) },
          { _id: 2, v: dec('NaN') },
          { _id: 3, v: new Double(0) },
          { _id: 4, v: new Double(-0) },
          { _id: 5, v: dec('-0') },
        ],
        [
          ['NaN equals NaN, whatever its type', { v: Number.NaN }, [1, 2]],
          ['zero and negative zero are equal', { v: 0 }, [3, 4, 5]],
        ],
      ),
    ],
  },
  {
    title: '$inc',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/update/inc/',
    cases: [
      ...updates([
        ['int and int', { v: 1 }, { $inc: { v: 2 } }, { v: new Int32(3) }],
        ['a negative value decrements', { v: 1 }, { $inc: { v: -2 } }, { v: new Int32(-1) }],
        ['a missing field is set', {}, { $inc: { v: 2 } }, { v: new Int32(2) }],
        ['int and long make a long', { v: 1 }, { $inc: { v: new Long(2) } }, { v: new Long(3) }],
        ['int and double make a double', { v: 1 }, { $inc: { v: 0.5 } }, { v: new Double(1.5) }],
        ['long and double make a double', { v: new Long(1) }, { $inc: { v: 0.5 } }, { v: new Double(1.5) }],
        [
          'double and decimal make a decimal',
          { v: 1.5 },
          { $inc: { v: dec('0.1') } },
          { v: dec('1.60000000000000') },
        ],
        ['int and decimal make a decimal', { v: 1 }, { $inc: { v: dec('0.1') } }, { v: dec('1.1') }],
        ['decimals are added exactly', { v: dec('0.1') }, { $inc: { v: dec('0.2') } }, { v: dec('0.3') }],
        [
          'an int that overflows becomes a long',
          { v: MAX_INT },
          { $inc: { v: 1 } },
          { v: new Long(2_147_483_648) },
        ],
        ['inside a document', { m: { n: 1 } }, { $inc: { 'm.n': 1 } }, { m: { n: new Int32(2) } }],
      ]),
      ...refusals([
        ['a text', { v: 'x' }, { $inc: { v: 1 } }, 14],
        ['null', { v: null }, { $inc: { v: 1 } }, 14],
        ['by a text', { v: 1 }, { $inc: { v: 'x' } }, 14],
        ['a long that overflows', { v: MAX_LONG }, { $inc: { v: 1 } }, 2],
      ]),
    ],
  },
  {
    title: '$mul',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/update/mul/',
    cases: [
      ...updates([
        ['int by int', { v: 3 }, { $mul: { v: 2 } }, { v: new Int32(6) }],
        ['int by long', { v: 3 }, { $mul: { v: new Long(2) } }, { v: new Long(6) }],
        ['int by double', { v: 3 }, { $mul: { v: 1.5 } }, { v: new Double(4.5) }],
        ['long by long', { v: new Long(3) }, { $mul: { v: new Long(2) } }, { v: new Long(6) }],
        ['decimal by int', { v: dec('10.99') }, { $mul: { v: 2 } }, { v: dec('21.98') }],
        ['decimal by decimal', { v: dec('1.5') }, { $mul: { v: dec('1.5') } }, { v: dec('2.25') }],
        ['a missing field becomes an int zero', {}, { $mul: { v: 2 } }, { v: new Int32(0) }],
        [
          'a missing field becomes a zero of the multiplier: long',
          {},
          { $mul: { v: new Long(2) } },
          { v: new Long(0) },
        ],
        [
          'a missing field becomes a zero of the multiplier: double',
          {},
          { $mul: { v: 2.5 } },
          { v: new Double(0) },
        ],
        [
          'an int that overflows becomes a long',
          { v: MAX_INT },
          { $mul: { v: 2 } },
          { v: new Long(4_294_967_294) },
        ],
      ]),
      ...refusals([['a text', { v: 'x' }, { $mul: { v: 1 } }, 14]]),
    ],
  },
  {
    title: '$min and $max',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/update/min/',
    cases: updates([
      ['a lower value is taken', { v: 200 }, { $min: { v: 150 } }, { v: new Int32(150) }],
      ['a higher one is not', { v: 200 }, { $min: { v: 250 } }, { v: new Int32(200) }],
      [
        'an equal one of another type is not',
        { v: 200 },
        { $min: { v: new Double(200) } },
        { v: new Int32(200) },
      ],
      ['across types the order of types decides', { v: 'a' }, { $min: { v: 5 } }, { v: new Int32(5) }],
      ['a missing field is set', {}, { $min: { v: 5 } }, { v: new Int32(5) }],
      ['$max takes a higher value', { v: 800 }, { $max: { v: 950 } }, { v: new Int32(950) }],
      ['$max leaves a higher one', { v: 950 }, { $max: { v: 870 } }, { v: new Int32(950) }],
      ['$max across types', { v: 5 }, { $max: { v: 'a' } }, { v: 'a' }],
      ['$max of dates', { v: new Date(1) }, { $max: { v: new Date(2) } }, { v: new Date(2) }],
    ]),
  },
  {
    title: '$bit',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/update/bit/',
    cases: [
      ...updates([
        ['and', { v: 13 }, { $bit: { v: { and: 10 } } }, { v: new Int32(8) }],
        ['or', { v: 3 }, { $bit: { v: { or: 5 } } }, { v: new Int32(7) }],
        ['xor', { v: 1 }, { $bit: { v: { xor: 5 } } }, { v: new Int32(4) }],
        ['with a long makes a long', { v: 3 }, { $bit: { v: { or: new Long(5) } } }, { v: new Long(7) }],
      ]),
      ...refusals([['a double', { v: 1.5 }, { $bit: { v: { and: 1 } } }, 2]]),
    ],
  },
  {
    title: 'arithmetic expressions',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/aggregation/#arithmetic-expression-operators',
    cases: [
      ...computes([
        ['$add of ints', { ...number, v: 2 }, { $add: ['$v', 3] }, new Int32(5)],
        ['$add of an int and a long', { ...number, v: new Long(2) }, { $add: ['$v', 3] }, new Long(5)],
        ['$add of an int and a double', { ...number, v: 2 }, { $add: ['$v', 0.5] }, new Double(2.5)],
        ['$add of a decimal', { ...number, v: dec('1.1') }, { $add: ['$v', 1] }, dec('2.1')],
        ['$add with null is null', { ...number, v: null }, { $add: ['$v', 1] }, null],
        ['$add with a missing field is null', number, { $add: ['$v', 1] }, null],
        [
          '$add of milliseconds to a date',
          { ...number, v: new Date(1000) },
          { $add: ['$v', 500] },
          new Date(1500),
        ],
        ['$subtract', { ...number, v: 2 }, { $subtract: ['$v', 5] }, new Int32(-3)],
        [
          '$subtract of dates gives milliseconds',
          { ...number, v: new Date(1500) },
          { $subtract: ['$v', new Date(1000)] },
          new Long(500),
        ],
        [
          '$subtract from a date',
          { ...number, v: new Date(1500) },
          { $subtract: ['$v', 500] },
          new Date(1000),
        ],
        ['$multiply', { ...number, v: 2 }, { $multiply: ['$v', 3, 4] }, new Int32(24)],
        ['$multiply of a decimal', { ...number, v: dec('2.50') }, { $multiply: ['$v', 2] }, dec('5.00')],
        ['$divide of ints is a double', { ...number, v: 80 }, { $divide: ['$v', 8] }, new Double(10)],
        ['$divide of a decimal', { ...number, v: dec('10') }, { $divide: ['$v', 4] }, dec('2.5')],
        ['$divide with null is null', { ...number, v: null }, { $divide: ['$v', 4] }, null],
        ['$mod', { ...number, v: 80 }, { $mod: ['$v', 7] }, new Int32(3)],
        ['$mod keeps the sign of the dividend', { ...number, v: -13 }, { $mod: ['$v', 9] }, new Int32(-4)],
        ['$mod of a double', { ...number, v: 5.5 }, { $mod: ['$v', 2] }, new Double(1.5)],
        [
          '$add of ints beyond int32 is a long',
          { ...number, v: MAX_INT },
          { $add: ['$v', 1] },
          new Long(2_147_483_648),
        ],
        [
          '$add of longs beyond int64 is a double',
          { ...number, v: MAX_LONG },
          { $add: ['$v', new Long(1)] },
          new Double(9223372036854775808),
        ],
        [
          '$cmp of equal numbers of two types',
          { ...number, v: new Long(5) },
          { $cmp: ['$v', 5.0] },
          new Int32(0),
        ],
        ['$cmp across types', { ...number, v: 'a' }, { $cmp: ['$v', 5] }, new Int32(1)],
        ['$eq of an int and a decimal', { ...number, v: dec('5.0') }, { $eq: ['$v', 5] }, true],
      ]),
      {
        kind: 'refused',
        name: '$divide by zero',
        before: { v: 1 },
        expression: { $divide: ['$v', 0] },
        code: 2,
      },
      {
        kind: 'refused',
        name: '$add of a text',
        before: { v: 'x' },
        expression: { $add: ['$v', 1] },
        code: 14,
      },
    ],
  },
  {
    title: '$mod as a filter',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/query/mod/',
    cases: finds(
      [
        { _id: 1, qty: 0 },
        { _id: 2, qty: 5 },
        { _id: 3, qty: 12 },
        { _id: 4, qty: new Long(8) },
        { _id: 5, qty: 4.9 },
        { _id: 6, qty: 'x' },
      ],
      [
        ['divisible by four', { qty: { $mod: [4, 0] } }, [1, 3, 4, 5]],
        ['with a remainder', { qty: { $mod: [4, 1] } }, [2]],
        ['a divisor with a fraction is cut', { qty: { $mod: [4.9, 0] } }, [1, 3, 4, 5]],
      ],
    ),
  },
];
