import { newDocument, readDocument, writePlainText } from '@butinerie/collaboration/document';
import { expect, test } from 'vitest';
import { missingLines, putBack } from './put-back.ts';

test('recovered words come after what others wrote meanwhile, and only those that are not there', () => {
  const doc = newDocument();
  writePlainText(doc, 'Un.\nDeux, changé par quelqu’un.');
  expect(putBack(doc, 'Un.\nDeux.\n\nTrois.')).toBe(true);
  expect(readDocument(doc).text).toBe('Un.\nDeux, changé par quelqu’un.\nDeux.\nTrois.');
  expect(putBack(doc, 'Trois.\nUn.')).toBe(false);
});

test('a line said twice is put back twice', () => {
  expect(missingLines('a', 'a\na\nb')).toEqual(['a', 'b']);
});
