import { expect, test } from 'vitest';
import type { Wording } from './platform/i18n.ts';

type Said = readonly [where: string, wording: Exclude<Wording, { readonly [key: string]: Wording }>];
const catalogues = import.meta.glob<{ words: Record<'fr' | 'en', Wording> }>(['./words.ts', './*/words.ts'], {
  eager: true,
});

function said(wording: Wording, where: string): Said[] {
  if (typeof wording === 'string' || typeof wording === 'function') return [[where, wording]];
  return Object.entries(wording).flatMap(([key, inner]) => said(inner, `${where}.${key}`));
}
const all = Object.entries(catalogues).map(([path, { words }]) => ({
  fr: said(words.fr, path),
  en: said(words.en, path),
}));

test('every catalogue says the same things in both languages', () => {
  expect(all.length).toBeGreaterThan(5);
  for (const { fr, en } of all) expect(en.map(([where]) => where)).toEqual(fr.map(([where]) => where));
});

test('nothing is left empty, and no sentence is left in the other language', () => {
  for (const { fr, en } of all) {
    const english = new Map(en);
    for (const [where, wording] of fr) {
      if (typeof wording !== 'string') continue;
      expect(wording, where).not.toBe('');
      if (wording.split(' ').length > 3) expect(english.get(where), where).not.toBe(wording);
    }
  }
});
