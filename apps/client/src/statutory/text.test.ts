import { describe, expect, test } from 'vitest';
import { words as accessibility } from './accessibility-words.ts';
import { words as help } from './help-words.ts';
import { ecodesignWords, legalWords, sourceWords } from './legal-words.ts';
import { words as personalData } from './personal-data-words.ts';
import { partsOf, piecesOf } from './text.ts';

const catalogues = [accessibility, personalData, legalWords, ecodesignWords, sourceWords, help];
const textsOf = (language: 'fr' | 'en'): string[] =>
  catalogues.flatMap((words) => Object.values(words[language].sections).map(({ text }) => text));

describe('how a statutory text is written', () => {
  test('blank lines separate paragraphs, a block of dashes is a list', () => {
    expect(partsOf('One\nline.\n\n- a\n- b\n\nEnd.')).toEqual([
      { kind: 'paragraph', text: 'One line.' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'paragraph', text: 'End.' },
    ]);
  });
  test('what only the operator can say stands apart', () => {
    expect(piecesOf('Écrivez à [adresse].')).toEqual([
      { text: 'Écrivez à ', blank: false },
      { text: '[adresse]', blank: true },
      { text: '.', blank: false },
    ]);
  });
});

describe('what the statutory pages say', () => {
  test('the same is left to fill in both languages', () => {
    const blanks = (language: 'fr' | 'en') =>
      textsOf(language).map((text) => piecesOf(text).filter(({ blank }) => blank).length);
    expect(blanks('fr')).toEqual(blanks('en'));
    expect(blanks('fr').some((count) => count > 0)).toBe(true);
  });
  test('the same paragraphs and lists are there in both languages', () => {
    const shape = (language: 'fr' | 'en') =>
      textsOf(language).map((text) =>
        partsOf(text).map((part) => (part.kind === 'list' ? part.items.length : part.kind)),
      );
    expect(shape('fr')).toEqual(shape('en'));
    expect(Object.keys(help.fr.glossary)).toEqual(Object.keys(help.en.glossary));
  });
  test('without an audit the declaration says « non conforme » and claims no rate', () => {
    expect(accessibility.fr.lead).toContain('non conforme');
    expect(
      Object.values(accessibility.fr.sections)
        .map(({ text }) => text)
        .join(' '),
    ).not.toMatch(/\d\s*%/);
  });
});
