import { expect, test } from 'vitest';
import { createLastWords } from './last-words.ts';

const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const words = { unsent: [bytes, new Uint8Array()], drafts: [{ client: 4_294_967_295, update: bytes }] };

test('what a page leaves is found by its name, byte by byte, until it is taken', () => {
  const last = createLastWords(() => localStorage);
  last.leave('p_one/id_a', 'page-1', words);
  last.leave('p_one/id_b', 'page-2', { unsent: [], drafts: [] });
  expect([...last.left('p_one/id_a')]).toEqual([['page-1', words]]);
  expect(last.names('p_one/').toSorted()).toEqual(['p_one/id_a', 'p_one/id_b']);
  expect([last.names('p_other/'), [...last.left('p_one/id')]]).toEqual([[], []]);
  last.drop('p_one/id_a', 'page-1');
  last.drop('p_one/id_b', 'page-2');
  expect(last.names('')).toEqual([]);
});

test('storage that is refused, and words that another version wrote, are no reason to fail', () => {
  const refused = createLastWords(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  refused.leave('p/i', 'page', words);
  refused.drop('p/i', 'page');
  expect([refused.left('p/i').size, refused.names('').length]).toEqual([0, 0]);
  localStorage.setItem('butinerie.lastWords/p/i/page', '{"unsent":7}');
  expect(createLastWords(() => localStorage).left('p/i').size).toBe(0);
  localStorage.removeItem('butinerie.lastWords/p/i/page');
});
