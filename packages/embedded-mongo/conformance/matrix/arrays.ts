/**
 * Answers for arrays: how filters look into them and how updates change them.
 */
import { finds, refusals, updates } from './cases.ts';
import type { Group } from './cases.ts';

const UPDATE = 'https://www.mongodb.com/docs/v8.0/reference/operator/update';

/** The documents of the tutorials. */
const INVENTORY = [
  { _id: 'journal', tags: ['blank', 'red'], dim_cm: [14, 21] },
  { _id: 'notebook', tags: ['red', 'blank'], dim_cm: [14, 21] },
  { _id: 'paper', tags: ['red', 'blank', 'plain'], dim_cm: [14, 21] },
  { _id: 'planner', tags: ['blank', 'red'], dim_cm: [22.85, 30] },
  { _id: 'postcard', tags: ['blue'], dim_cm: [10, 15.25] },
];

const STOCK = [
  {
    _id: 'journal',
    instock: [
      { warehouse: 'A', qty: 5 },
      { warehouse: 'C', qty: 15 },
    ],
  },
  { _id: 'notebook', instock: [{ warehouse: 'C', qty: 5 }] },
  {
    _id: 'paper',
    instock: [
      { warehouse: 'A', qty: 60 },
      { warehouse: 'B', qty: 15 },
    ],
  },
  {
    _id: 'planner',
    instock: [
      { warehouse: 'A', qty: 40 },
      { warehouse: 'B', qty: 5 },
    ],
  },
  {
    _id: 'postcard',
    instock: [
      { warehouse: 'B', qty: 15 },
      { warehouse: 'C', qty: 35 },
    ],
  },
];

const every = ['journal', 'notebook', 'paper', 'planner', 'postcard'];

export const ARRAYS: Group[] = [
  {
    title: 'arrays as filters see them',
    page: 'https://www.mongodb.com/docs/v8.0/tutorial/query-arrays/',
    cases: finds(INVENTORY, [
      [
        'an array equals one with the same members in the same order',
        { tags: ['red', 'blank'] },
        ['notebook'],
      ],
      [
        '$all, in any order',
        { tags: { $all: ['red', 'blank'] } },
        ['journal', 'notebook', 'paper', 'planner'],
      ],
      ['a value finds the arrays that hold it', { tags: 'red' }, ['journal', 'notebook', 'paper', 'planner']],
      ['a comparison needs one member', { dim_cm: { $gt: 25 } }, ['planner']],
      [
        'two comparisons may be met by two members',
        { dim_cm: { $gt: 15, $lt: 20 } },
        ['journal', 'notebook', 'paper', 'postcard'],
      ],
      ['$elemMatch wants both of one member', { dim_cm: { $elemMatch: { $gt: 22, $lt: 30 } } }, ['planner']],
      ['by position', { 'dim_cm.1': { $gt: 25 } }, ['planner']],
      ['by length', { tags: { $size: 3 } }, ['paper']],
      ['not one of a list', { tags: { $nin: ['red'] } }, ['postcard']],
      ['one of a list', { tags: { $in: ['blue', 'plain'] } }, ['paper', 'postcard']],
      ['$all of one member', { tags: { $all: ['plain'] } }, ['paper']],
      ['$all of nothing finds nothing', { tags: { $all: [] } }, []],
    ]),
  },
  {
    title: 'documents in arrays',
    page: 'https://www.mongodb.com/docs/v8.0/tutorial/query-array-of-documents/',
    cases: finds(STOCK, [
      ['a whole document, fields in order', { instock: { warehouse: 'A', qty: 5 } }, ['journal']],
      ['the same fields in another order are another document', { instock: { qty: 5, warehouse: 'A' } }, []],
      ['by position', { 'instock.0.qty': { $lte: 20 } }, ['journal', 'notebook', 'postcard']],
      ['by a field of any of them', { 'instock.qty': { $lte: 20 } }, every],
      [
        '$elemMatch wants one that meets all',
        { instock: { $elemMatch: { qty: 5, warehouse: 'A' } } },
        ['journal'],
      ],
      [
        '$elemMatch with a range',
        { instock: { $elemMatch: { qty: { $gt: 10, $lte: 20 } } } },
        ['journal', 'paper', 'postcard'],
      ],
      [
        'a range without it may be met by two',
        { 'instock.qty': { $gt: 10, $lte: 20 } },
        ['journal', 'paper', 'planner', 'postcard'],
      ],
      [
        'two fields without it may be met by two',
        { 'instock.qty': 5, 'instock.warehouse': 'A' },
        ['journal', 'planner'],
      ],
      [
        '$all of $elemMatch',
        {
          instock: {
            $all: [{ $elemMatch: { warehouse: 'A', qty: 60 } }, { $elemMatch: { warehouse: 'B' } }],
          },
        },
        ['paper'],
      ],
    ]),
  },
  {
    title: 'arrays of arrays and empty arrays',
    page: 'https://www.mongodb.com/docs/v8.0/tutorial/query-arrays/#match-an-array',
    cases: finds(
      [
        { _id: 1, v: [] },
        { _id: 2, v: [[]] },
        { _id: 3, v: [[1, 2], 3] },
        { _id: 4, v: [1, 2] },
      ],
      [
        ['an empty array equals an empty one, or holds one', { v: [] }, [1, 2]],
        ['an array inside an array', { v: [1, 2] }, [3, 4]],
        ['a value is not looked for two levels down', { v: 1 }, [4]],
        ['of length zero', { v: { $size: 0 } }, [1]],
        ['by position, two levels down', { 'v.0.1': 2 }, [3]],
      ],
    ),
  },
  {
    title: '$push',
    page: `${UPDATE}/push/`,
    cases: [
      ...updates([
        ['a value', { s: [1] }, { $push: { s: 2 } }, { s: [1, 2] }],
        ['makes a missing array', {}, { $push: { s: 1 } }, { s: [1] }],
        ['an array is one member', { s: [1] }, { $push: { s: [2, 3] } }, { s: [1, [2, 3]] }],
        ['$each', { s: [1] }, { $push: { s: { $each: [2, 3] } } }, { s: [1, 2, 3] }],
        [
          '$position',
          { s: [100] },
          { $push: { s: { $each: [50, 60], $position: 0 } } },
          { s: [50, 60, 100] },
        ],
        [
          '$position from the end',
          { s: [50, 60, 100] },
          { $push: { s: { $each: [90, 80], $position: -2 } } },
          { s: [50, 90, 80, 60, 100] },
        ],
        [
          '$slice from the end',
          { s: [40, 50, 60] },
          { $push: { s: { $each: [80, 78, 86], $slice: -5 } } },
          { s: [50, 60, 80, 78, 86] },
        ],
        [
          '$slice from the beginning',
          { s: [89, 90] },
          { $push: { s: { $each: [100, 20], $slice: 3 } } },
          { s: [89, 90, 100] },
        ],
        ['$slice to nothing', { s: [1] }, { $push: { s: { $each: [2], $slice: 0 } } }, { s: [] }],
        [
          '$sort of values',
          { s: [89, 70] },
          { $push: { s: { $each: [40, 60], $sort: 1 } } },
          { s: [40, 60, 70, 89] },
        ],
        [
          '$sort of documents, then $slice',
          {
            q: [
              { w: 1, s: 10 },
              { w: 2, s: 8 },
            ],
          },
          { $push: { q: { $each: [{ w: 3, s: 9 }], $sort: { s: -1 }, $slice: 2 } } },
          {
            q: [
              { w: 1, s: 10 },
              { w: 3, s: 9 },
            ],
          },
        ],
      ]),
      ...refusals([['to a number', { s: 1 }, { $push: { s: 1 } }, 2]]),
    ],
  },
  {
    title: '$addToSet, $pop, $pull and $pullAll',
    page: `${UPDATE}-array/`,
    cases: [
      ...updates([
        ['$addToSet of a new value', { s: ['a'] }, { $addToSet: { s: 'b' } }, { s: ['a', 'b'] }],
        ['$addToSet of one that is there', { s: ['a'] }, { $addToSet: { s: 'a' } }, { s: ['a'] }],
        ['$addToSet compares numbers by value', { s: [1] }, { $addToSet: { s: 1.0 } }, { s: [1] }],
        [
          '$addToSet minds the order of fields',
          { s: [{ a: 1, b: 2 }] },
          { $addToSet: { s: { b: 2, a: 1 } } },
          {
            s: [
              { a: 1, b: 2 },
              { b: 2, a: 1 },
            ],
          },
        ],
        [
          '$addToSet with $each',
          { s: ['a'] },
          { $addToSet: { s: { $each: ['a', 'b', 'b'] } } },
          { s: ['a', 'b'] },
        ],
        [
          '$addToSet of an array is one member',
          { s: ['a'] },
          { $addToSet: { s: ['c', 'd'] } },
          { s: ['a', ['c', 'd']] },
        ],
        ['$pop from the end', { s: [8, 9, 10] }, { $pop: { s: 1 } }, { s: [8, 9] }],
        ['$pop from the beginning', { s: [8, 9, 10] }, { $pop: { s: -1 } }, { s: [9, 10] }],
        ['$pull of a value', { s: ['a', 'b', 'a'] }, { $pull: { s: 'a' } }, { s: ['b'] }],
        [
          '$pull of one of a list',
          { s: ['a', 'b', 'c'] },
          { $pull: { s: { $in: ['a', 'c'] } } },
          { s: ['b'] },
        ],
        ['$pull by a comparison', { s: [3, 5, 6, 7] }, { $pull: { s: { $gte: 6 } } }, { s: [3, 5] }],
        [
          '$pull of documents by some of their fields',
          {
            r: [
              { i: 'A', s: 5 },
              { i: 'B', s: 8, c: 'x' },
            ],
          },
          { $pull: { r: { s: 8, i: 'B' } } },
          { r: [{ i: 'A', s: 5 }] },
        ],
        ['$pullAll', { s: [0, 2, 5, 5, 1, 0] }, { $pullAll: { s: [0, 5] } }, { s: [2, 1] }],
      ]),
      ...refusals([
        ['$addToSet to a text', { s: 'x' }, { $addToSet: { s: 'a' } }, 2],
        ['$pop of a number', { s: 1 }, { $pop: { s: 1 } }, 14],
      ]),
    ],
  },
  {
    title: 'positions',
    page: `${UPDATE}/positional/`,
    cases: [
      {
        kind: 'update',
        name: '$ is where the filter matched',
        before: { g: [80, 82, 80] },
        filter: { g: 80 },
        update: { $set: { 'g.$': 81 } },
        after: { g: [81, 82, 80] },
      },
      {
        kind: 'update',
        name: '$ in documents',
        before: {
          g: [
            { n: 1, s: 5 },
            { n: 2, s: 6 },
          ],
        },
        filter: { 'g.n': 2 },
        update: { $set: { 'g.$.s': 9 } },
        after: {
          g: [
            { n: 1, s: 5 },
            { n: 2, s: 9 },
          ],
        },
      },
      {
        kind: 'update',
        name: '$ with $elemMatch',
        before: {
          g: [
            { n: 1, s: 5 },
            { n: 2, s: 6 },
          ],
        },
        filter: { g: { $elemMatch: { n: { $gt: 1 }, s: 6 } } },
        update: { $inc: { 'g.$.s': 1 } },
        after: {
          g: [
            { n: 1, s: 5 },
            { n: 2, s: 7 },
          ],
        },
      },
      {
        kind: 'update',
        name: '$[] is every member',
        before: { g: [1, 2, 3] },
        update: { $inc: { 'g.$[]': 10 } },
        after: { g: [11, 12, 13] },
      },
      {
        kind: 'update',
        name: '$[] in documents',
        before: { g: [{ s: 1 }, { s: 2 }] },
        update: { $set: { 'g.$[].s': 0 } },
        after: { g: [{ s: 0 }, { s: 0 }] },
      },
      {
        kind: 'update',
        name: '$[name] is what its filter finds',
        before: { g: [95, 102, 90] },
        update: { $set: { 'g.$[e]': 100 } },
        arrayFilters: [{ e: { $gte: 95 } }],
        after: { g: [100, 100, 90] },
      },
      {
        kind: 'update',
        name: '$[name] in documents',
        before: {
          g: [
            { m: 75, s: 6 },
            { m: 90, s: 4 },
          ],
        },
        update: { $set: { 'g.$[e].m': 100 } },
        arrayFilters: [{ 'e.m': { $gte: 85 } }],
        after: {
          g: [
            { m: 75, s: 6 },
            { m: 100, s: 4 },
          ],
        },
      },
      {
        kind: 'update',
        name: '$[name] twice',
        before: { g: [{ q: [1, 8] }, { q: [9] }] },
        update: { $set: { 'g.$[].q.$[e]': 0 } },
        arrayFilters: [{ e: { $gt: 7 } }],
        after: { g: [{ q: [1, 0] }, { q: [0] }] },
      },
    ],
  },
];
