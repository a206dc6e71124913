import { expect, test } from 'vitest';
import { before, capitalised, ofName, withArticle } from './french.ts';
import { NO_BREAK } from './typography.ts';

const plain = (text: string): string => text.replaceAll(NO_BREAK, ' ');

test.each([
  ['Direction des Routes', 'la Direction des Routes', 'de la Direction des Routes'],
  ['Service des achats', 'le Service des achats', 'du Service des achats'],
  ['Agence technique', 'l’Agence technique', 'de l’Agence technique'],
  ['Sous-direction des collèges', 'la Sous-direction des collèges', 'de la Sous-direction des collèges'],
  ['École des métiers', 'l’École des métiers', 'de l’École des métiers'],
  ['SDIS 95', 'SDIS 95', 'de SDIS 95'],
  ['Archives', 'Archives', 'd’Archives'],
])('%s is said with the article it has', (name, articled, of) => {
  expect(plain(withArticle(name))).toBe(articled);
  expect(plain(ofName(name))).toBe(of);
});

test('a sentence begins with a capital, of an article too', () => {
  expect(plain(capitalised(withArticle('Direction des Routes')))).toBe('La Direction des Routes');
  expect(capitalised(withArticle('Agence technique'))).toBe('L’Agence technique');
});

test.each([
  ['Inès', 'd’Inès', 'qu’Inès'],
  ['Éden', 'd’Éden', 'qu’Éden'],
  ['Hélène', 'd’Hélène', 'qu’Hélène'],
  ['Yves', 'd’Yves', 'qu’Yves'],
  ['Yaël', 'de Yaël', 'que Yaël'],
  ['Côme', 'de Côme', 'que Côme'],
])('before %s one says « %s »', (name, of, that) => {
  expect([before('de', name), before('que', name)]).toEqual([of, that]);
});
