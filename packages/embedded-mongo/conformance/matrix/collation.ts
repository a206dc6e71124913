/**
 * Answers for collations: French order, strengths, capitals and numbers in texts.
 */
import type { CollationOptions, Document, Sort } from 'mongodb';
import type { Case, Find, Group } from './cases.ts';

const PAGE = 'https://www.mongodb.com/docs/v8.0/reference/collation/';

function collated(
  documents: Document[],
  asked: [
    name: string,
    collation: CollationOptions,
    what: { filter?: Document; sort?: Sort },
    ids: unknown[],
  ][],
): Find[] {
  return asked.map(([name, collation, { filter = {}, sort = '_id' }, ids]) => ({
    kind: 'find' as const,
    name,
    documents,
    filter,
    sort,
    collation,
    ids,
  }));
}

/** The example of the page. */
const CAFE = [
  { _id: 1, category: 'café', status: 'A' },
  { _id: 2, category: 'cafe', status: 'a' },
  { _id: 3, category: 'cafE', status: 'a' },
];

const WORDS = ['Zoé', 'école', 'eau', 'Élan', 'zone', 'étude', 'Eau'].map((v) => ({ _id: v, v }));

const NUMBERED = ['item 10', 'item 2', 'item 1'].map((v) => ({ _id: v, v }));

const refused = (name: string, collation: CollationOptions): Case => ({
  kind: 'refused',
  name,
  before: {},
  filter: { collation },
  code: name.startsWith('an unknown') ? 2 : 115,
});

export const COLLATION: Group[] = [
  {
    title: 'strengths',
    page: PAGE,
    cases: collated(CAFE, [
      [
        'strength 1 minds letters only',
        { locale: 'fr', strength: 1 },
        { filter: { category: 'cafe' } },
        [1, 2, 3],
      ],
      [
        'strength 2 minds accents too',
        { locale: 'fr', strength: 2 },
        { filter: { category: 'cafe' } },
        [2, 3],
      ],
      ['strength 3 minds capitals too', { locale: 'fr', strength: 3 }, { filter: { category: 'cafe' } }, [2]],
      ['strength 3 is the default', { locale: 'fr' }, { filter: { category: 'cafe' } }, [2]],
      ['the simple collation is by bytes', { locale: 'simple' }, { filter: { category: 'cafe' } }, [2]],
      [
        'a level for capitals at strength 1',
        { locale: 'fr', strength: 1, caseLevel: true },
        { filter: { category: 'cafe' } },
        [1, 2],
      ],
      ['in a list', { locale: 'fr', strength: 1 }, { filter: { category: { $in: ['CAFE'] } } }, [1, 2, 3]],
      ['not equal', { locale: 'fr', strength: 2 }, { filter: { category: { $ne: 'CAFE' } } }, [1]],
      ['a comparison', { locale: 'fr' }, { filter: { category: { $gt: 'cafE' } } }, [1]],
      [
        'in an expression',
        { locale: 'fr', strength: 1 },
        { filter: { $expr: { $eq: ['$category', 'CAFÉ'] } } },
        [1, 2, 3],
      ],
      ['another field', { locale: 'fr', strength: 2 }, { filter: { status: 'A' } }, [1, 2, 3]],
      ['a pattern is not collated', { locale: 'fr', strength: 1 }, { filter: { category: /^cafe$/ } }, [2]],
    ]),
  },
  {
    title: 'order',
    page: PAGE,
    cases: [
      ...collated(WORDS, [
        [
          'French words stand as in a dictionary',
          { locale: 'fr' },
          { sort: { v: 1 } },
          ['eau', 'Eau', 'école', 'Élan', 'étude', 'Zoé', 'zone'],
        ],
        [
          'and the other way',
          { locale: 'fr' },
          { sort: { v: -1 } },
          ['zone', 'Zoé', 'étude', 'Élan', 'école', 'Eau', 'eau'],
        ],
        [
          'capitals first when asked for',
          { locale: 'fr', caseFirst: 'upper' },
          { sort: { v: 1 } },
          ['Eau', 'eau', 'école', 'Élan', 'étude', 'Zoé', 'zone'],
        ],
        [
          'by bytes without a collation',
          { locale: 'simple' },
          { sort: { v: 1 } },
          ['Eau', 'Zoé', 'eau', 'zone', 'Élan', 'école', 'étude'],
        ],
      ]),
      ...collated(NUMBERED, [
        [
          'numbers in texts by their digits',
          { locale: 'en' },
          { sort: { v: 1 } },
          ['item 1', 'item 10', 'item 2'],
        ],
        [
          'numbers in texts by their value',
          { locale: 'en', numericOrdering: true },
          { sort: { v: 1 } },
          ['item 1', 'item 2', 'item 10'],
        ],
      ]),
    ],
  },
  {
    title: 'what is not approximated',
    page: PAGE,
    cases: [
      refused('backwards accents', { locale: 'fr', backwards: true }),
      refused('shifted punctuation', { locale: 'fr', alternate: 'shifted' }),
      refused('an unknown locale', { locale: 'zz' }),
    ],
  },
];
