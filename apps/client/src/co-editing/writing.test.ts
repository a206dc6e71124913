import { expect, test } from 'vitest';
import { moved, settled } from './composed-title.ts';
import { hrefFrom } from './link-dialog.tsx';

test('somebody else’s change before the caret moves it, after it does not', () => {
  expect(moved(5, [{ insert: 'abc' }])).toBe(8);
  expect(moved(5, [{ retain: 2 }, { delete: 2 }])).toBe(3);
  expect(moved(5, [{ retain: 4 }, { delete: 9 }])).toBe(4);
  expect(moved(5, [{ retain: 7 }, { insert: 'abc' }])).toBe(5);
});

test('a word composed while others write goes where it was begun, and takes nothing of theirs away', () => {
  const before = 'Écrire de loin';
  const ahead = [[{ insert: 'AB ' }]];
  expect(settled({ before, deltas: ahead }, 'Écrire de loin miel', 'AB Écrire de loin')).toEqual({
    title: 'AB Écrire de loin miel',
    caret: 22,
  });
  const beside = [[{ retain: 14 }, { insert: ' !' }]];
  expect(settled({ before, deltas: beside }, 'Lire de loin', 'Écrire de loin !').title).toBe(
    'Lire de loin !',
  );
  const around = [[{ retain: 7 }, { delete: 3 }], [{ insert: '-' }]];
  expect(settled({ before, deltas: around }, 'Écrire de là', '-Écrire loin').title).toBe('-Écrire là');
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
