import { expect, test } from 'vitest';
import { hrefFrom } from './link-dialog.tsx';
import { moved } from './title-field.tsx';

test('somebody else’s change before the caret moves it, after it does not', () => {
  expect(moved(5, [{ insert: 'abc' }])).toBe(8);
  expect(moved(5, [{ retain: 2 }, { delete: 2 }])).toBe(3);
  expect(moved(5, [{ retain: 4 }, { delete: 9 }])).toBe(4);
  expect(moved(5, [{ retain: 7 }, { insert: 'abc' }])).toBe(5);
});

test('a link is what can be opened, and nothing that runs', () => {
  expect(hrefFrom('exemple.fr/page')).toBe('https://exemple.fr/page');
  expect(hrefFrom(' awa@exemple.fr ')).toBe('mailto:awa@exemple.fr');
  expect(['javascript:alert(1)', 'data:text/html,x', 'deux mots', ''].map(hrefFrom)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
