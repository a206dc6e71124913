/** What a change by somebody else does to the page of who only reads. */
import { bodyOf, newDocument } from '@butinerie/collaboration/document';
import { act } from 'react';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { draw } from '../testing/draw.tsx';
import { paragraph } from '../testing/writing-pages.ts';
import { ReadText } from './living-text.tsx';

test('[CE53] a reader keeps every paragraph that did not change: the same elements, with the same words in them', async () => {
  const doc = newDocument();
  const body = bodyOf(doc);
  const list = new Y.XmlElement('bulletList');
  const item = new Y.XmlElement('listItem');
  body.insert(0, [...Array.from({ length: 50 }, (_, line) => paragraph(`Ligne ${line}.`)), list]);
  list.insert(0, [item]);
  item.insert(0, [paragraph('Un point.')]);
  const { page } = await draw(<ReadText doc={doc} title="Une idée" />);
  const shown = () => [...page.querySelectorAll('p')].map((block) => [block, block.textContent] as const);
  const before = shown();
  const point = page.querySelector('li');
  const kinds: string[] = [];
  const watched = new MutationObserver((records) => kinds.push(...records.map(({ type }) => type)));
  watched.observe(page, { subtree: true, childList: true, characterData: true });
  await act(async () => {
    doc.transact(() => {
      body.insert(0, [paragraph('Nouvelle.'), paragraph('Et encore.')]);
      const last: unknown = (body.get(31) as Y.XmlElement).get(0);
      if (last instanceof Y.XmlText) last.insert(0, 'Bien ');
    });
  });
  await expect.poll(() => kinds.length).toBeGreaterThan(0);
  const after = new Map(shown());
  for (const [block, words] of before)
    expect(after.get(block)).toBe(words === 'Ligne 29.' ? 'Bien Ligne 29.' : words);
  expect(after.size).toBe(53);
  expect(page.querySelector('li')).toBe(point);
  // Two paragraphs came, the words of one changed.
  expect(kinds.sort()).toEqual(['characterData', 'childList', 'childList']);
  // A block that changes twice is drawn twice.
  await act(async () => item.insert(1, [paragraph('Suite.')]));
  await act(async () => ((item.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'La '));
  expect(point?.textContent).toBe('Un point.La Suite.');
});
