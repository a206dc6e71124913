import { mintId, type IdeaId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { isListed } from '../ideas/lifecycle.ts';
import { inOwnOrder } from './own-order.ts';
import { plainWords, searchWords, typosForgiven } from './search-words.ts';
import { tellsApart, wordsInCommon } from './similar-ideas.ts';

describe('words', () => {
  test('[FI1] accents, capitals, ligatures, apostrophes and elisions make no difference', () => {
    expect(plainWords("L’Œuvre d'été, qu’ÉVIDEMMENT on n’a-t-on ?")).toEqual([
      'oeuvre',
      'ete',
      'evidemment',
      'on',
      'a',
      'on',
    ]);
    expect(plainWords('e\u0301crans')).toEqual(plainWords('écrans'));
    expect(plainWords('500 €/mois')).toEqual(['500', 'mois']);
  });

  test('[FI2] words that say nothing alone are not looked for, unless nothing else was typed', () => {
    expect(searchWords('Le tri de la cantine et la cantine')).toEqual(['tri', 'cantine']);
    expect(searchWords('pour qui')).toEqual(['pour', 'qui']);
    expect(searchWords(' …')).toEqual([]);
  });

  test('[FI3] no wrong letter up to three, one up to seven, two from eight on', () => {
    expect(['bus', 'tram', 'cantine', 'minuterie'].map(typosForgiven)).toEqual([0, 1, 1, 2]);
  });
});

describe('the order of a reader', () => {
  const ideas = Array.from({ length: 12 }, () => ({ id: mintId('idea') }));

  test('[FI4] is hers for good, and another one’s is another', () => {
    const [one, other] = [mintId('person'), mintId('person')];
    const hers = inOwnOrder(ideas, one);
    expect(inOwnOrder([...ideas].reverse(), one)).toEqual(hers);
    expect(inOwnOrder(ideas, other)).not.toEqual(hers);
    expect(new Set(hers)).toEqual(new Set(ideas));
  });

  test('[FI4] no idea stands first more often than chance has it', () => {
    const readers = 6_000;
    const first = new Map<IdeaId, number>();
    for (let reader = 0; reader < readers; reader++) {
      const [top] = inOwnOrder(ideas, mintId('person'));
      if (top) first.set(top.id, (first.get(top.id) ?? 0) + 1);
    }
    const expected = readers / ideas.length;
    const chi = ideas.reduce((sum, { id }) => sum + ((first.get(id) ?? 0) - expected) ** 2 / expected, 0);
    // 11 degrees of freedom: a fair draw passes 60 once in a hundred million runs.
    expect(chi).toBeLessThan(60);
  });
});

describe('what can be found', () => {
  test('[FI5] neither drafts nor what is hidden, withdrawn or merged', () => {
    expect((['draft', 'hidden', 'withdrawn', 'merged'] as const).map(isListed)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect((['published', 'submitted', 'not_selected', 'adopted'] as const).every(isListed)).toBe(true);
  });

  test('[FI6] an idea is alike when it shares two words and two fifths of what was typed', () => {
    expect([1, 2, 5, 6, 10].map(wordsInCommon)).toEqual([2, 2, 2, 3, 4]);
  });

  test('[FI7] a word that a quarter of the ideas hold makes no likeness, once there are twenty', () => {
    expect(tellsApart(19, 19)).toBe(true);
    expect(tellsApart(5, 20)).toBe(true);
    expect(tellsApart(6, 20)).toBe(false);
  });
});
