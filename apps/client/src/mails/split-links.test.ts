import { expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

const links = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

test('an address is followed whole, without the full stop of its sentence', () => {
  expect(links('Entrer : https://b.fr/entrer#aZ_9-x.\nÀ bientôt')).toEqual(['https://b.fr/entrer#aZ_9-x']);
});

test('nothing but the web is a link, and no word is lost', () => {
  const text = 'javascript:alert(1) et (http://localhost:3000/idees/1) puis rien';
  expect(links(text)).toEqual(['http://localhost:3000/idees/1']);
  expect(
    splitLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
