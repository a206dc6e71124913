/**
 * Answers for null, missing fields and types as filters see them.
 */
import { Binary, Decimal128, Long, ObjectId } from 'mongodb';
import { computes, finds, updates } from './cases.ts';
import type { Group } from './cases.ts';

const QUERY = 'https://www.mongodb.com/docs/v8.0/reference/operator/query';

const ITEMS = [{ _id: 1, item: null }, { _id: 2 }, { _id: 3, item: 'x' }];

const NESTED = [
  { _id: 1, a: { b: null } },
  { _id: 2, a: {} },
  { _id: 3 },
  { _id: 4, a: { b: 1 } },
  { _id: 5, a: [{ b: null }, { b: 2 }] },
  { _id: 6, a: [{ b: 3 }] },
  { _id: 7, a: 'text' },
];

const TYPED = [
  { _id: 1, v: '90' },
  { _id: 2, v: 90 },
  { _id: 3, v: [90, 'x'] },
  { _id: 4, v: { a: 1 } },
  { _id: 5, v: true },
  { _id: 6, v: new Date(0) },
  { _id: 7, v: new ObjectId('000000000000000000000001') },
  { _id: 8, v: new Binary(Buffer.from([1])) },
  { _id: 9, v: null },
  { _id: 10, v: /x/ },
  { _id: 11 },
  { _id: 12, v: [['nested']] },
];

export const PRESENCE: Group[] = [
  {
    title: 'null and missing fields',
    page: 'https://www.mongodb.com/docs/v8.0/tutorial/query-for-null-fields/',
    cases: finds(ITEMS, [
      ['equal to null is null or missing', { item: null }, [1, 2]],
      ['$eq null too', { item: { $eq: null } }, [1, 2]],
      ['not equal to null is there and not null', { item: { $ne: null } }, [3]],
      ['of type null is null only', { item: { $type: 10 } }, [1]],
      ['of type null by its name', { item: { $type: 'null' } }, [1]],
      ['that does not exist is missing only', { item: { $exists: false } }, [2]],
      ['that exists may be null', { item: { $exists: true } }, [1, 3]],
      ['$in with null', { item: { $in: [null] } }, [1, 2]],
      ['$in with null and a value', { item: { $in: [null, 'x'] } }, [1, 2, 3]],
      ['$nin with null', { item: { $nin: [null] } }, [3]],
      ['$nin with a value keeps the missing', { item: { $nin: ['x'] } }, [1, 2]],
    ]),
  },
  {
    title: 'null below documents and arrays',
    page: `${QUERY}/exists/`,
    cases: finds(NESTED, [
      ['null under a path', { 'a.b': null }, [1, 2, 3, 5, 7]],
      ['existing under a path', { 'a.b': { $exists: true } }, [1, 4, 5, 6]],
      ['missing under a path', { 'a.b': { $exists: false } }, [2, 3, 7]],
      ['not null under a path: no member of an array is', { 'a.b': { $ne: null } }, [4, 6]],
      ['a value under a path through an array', { 'a.b': 2 }, [5]],
      ['greater under a path', { 'a.b': { $gt: 0 } }, [4, 5, 6]],
    ]),
  },
  {
    title: '$ne, $nin, $not and $nor with missing fields',
    page: `${QUERY}/not/`,
    cases: finds(
      [{ _id: 1, price: 1.5 }, { _id: 2, price: 2.5 }, { _id: 3 }, { _id: 4, price: 'x' }],
      [
        [
          '$not of greater keeps what is missing and of other types',
          { price: { $not: { $gt: 1.99 } } },
          [1, 3, 4],
        ],
        ['$lte does not', { price: { $lte: 1.99 } }, [1]],
        ['$ne keeps the missing', { price: { $ne: 1.5 } }, [2, 3, 4]],
        ['$nin keeps the missing', { price: { $nin: [1.5, 2.5] } }, [3, 4]],
        ['$nor keeps the missing', { $nor: [{ price: 1.5 }, { price: 'x' }] }, [2, 3]],
        ['$not with a pattern', { price: { $not: /x/ } }, [1, 2, 3]],
        ['$or', { $or: [{ price: 1.5 }, { price: { $exists: false } }] }, [1, 3]],
        ['$and', { $and: [{ price: { $gt: 1 } }, { price: { $lt: 2 } }] }, [1]],
      ],
    ),
  },
  {
    title: '$type',
    page: `${QUERY}/type/`,
    cases: finds(TYPED, [
      ['string, in arrays too', { v: { $type: 'string' } }, [1, 3]],
      ['by number', { v: { $type: 2 } }, [1, 3]],
      ['number, in arrays too', { v: { $type: 'number' } }, [2, 3]],
      ['object', { v: { $type: 'object' } }, [4]],
      ['array: the field itself', { v: { $type: 'array' } }, [3, 12]],
      ['bool', { v: { $type: 'bool' } }, [5]],
      ['date', { v: { $type: 'date' } }, [6]],
      ['objectId', { v: { $type: 'objectId' } }, [7]],
      ['binData', { v: { $type: 'binData' } }, [8]],
      ['null is not missing', { v: { $type: 'null' } }, [9]],
      ['regex', { v: { $type: 'regex' } }, [10]],
      ['one of several', { v: { $type: ['bool', 'date'] } }, [5, 6]],
    ]),
  },
  {
    title: 'null and missing in expressions',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/aggregation/ifNull/',
    cases: computes([
      ['$ifNull of null', { _id: 1, v: null }, { $ifNull: ['$v', 'no'] }, 'no'],
      ['$ifNull of a missing field', { _id: 1 }, { $ifNull: ['$v', 'no'] }, 'no'],
      ['$ifNull of a value', { _id: 1, v: 0 }, { $ifNull: ['$v', 'no'] }, 0],
      ['$ifNull of several', { _id: 1, w: 'second' }, { $ifNull: ['$v', '$w', 'no'] }, 'second'],
      ['$type of a missing field', { _id: 1 }, { $type: '$v' }, 'missing'],
      ['$type of null', { _id: 1, v: null }, { $type: '$v' }, 'null'],
      ['$type of a long', { _id: 1, v: new Long(1) }, { $type: '$v' }, 'long'],
      ['$type of a decimal', { _id: 1, v: Decimal128.fromString('1') }, { $type: '$v' }, 'decimal'],
      ['$concat with null is null', { _id: 1, v: null }, { $concat: ['a', '$v'] }, null],
      ['$concat', { _id: 1, v: 'b' }, { $concat: ['a', '$v'] }, 'ab'],
      ['$cond of null is false', { _id: 1, v: null }, { $cond: ['$v', 'yes', 'no'] }, 'no'],
      ['$cond of zero is false', { _id: 1, v: 0 }, { $cond: ['$v', 'yes', 'no'] }, 'no'],
      ['$cond of an empty array is true', { _id: 1, v: [] }, { $cond: ['$v', 'yes', 'no'] }, 'yes'],
      [
        '$toString of an ObjectId',
        { _id: 1, v: new ObjectId('000000000000000000000001') },
        { $toString: '$v' },
        '000000000000000000000001',
      ],
      ['$toString of null is null', { _id: 1, v: null }, { $toString: '$v' }, null],
      ['a missing field is below null', { _id: 1 }, { $lt: ['$v', null] }, true],
      ['a missing field does not equal null', { _id: 1 }, { $eq: ['$v', null] }, false],
    ]),
  },
  {
    title: '$unset, $set and $rename of fields',
    page: 'https://www.mongodb.com/docs/v8.0/reference/operator/update/#fields',
    cases: updates([
      ['$unset takes a field out', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
      ['$unset of a missing field does nothing', { b: 2 }, { $unset: { a: '' } }, { b: 2 }],
      [
        '$unset of an array member leaves null',
        { a: [1, 2, 3] },
        { $unset: { 'a.1': '' } },
        { a: [1, null, 3] },
      ],
      ['$set makes the documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
      ['$set of an array member', { a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
      ['$set beyond an array fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
      ['$set to null', { a: 1 }, { $set: { a: null } }, { a: null }],
      ['$rename moves a field to the end', { a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
      ['$rename replaces what stands there', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
      ['$rename of a missing field does nothing', { b: 2 }, { $rename: { a: 'c' } }, { b: 2 }],
      ['$rename into a document', { a: 1 }, { $rename: { a: 'm.a' } }, { m: { a: 1 } }],
      [
        'new fields are added in the order of their names',
        {},
        { $set: { b: 1, a: 2, 10: 3, 2: 4 } },
        { 2: 4, 10: 3, a: 2, b: 1 },
      ],
    ]),
  },
];
