/** Who wrote what, asked of a running server: replayed from the log in a thread. */
import { bodyOf } from '@butinerie/collaboration/document';
import { readAuthorship, type Authorship, type IdeaId } from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Caller } from '../caller.ts';
import { createDesk } from '../../test/support/open-pages.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from '../../test/support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
const desk = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
});
afterEach(() => desk.closeAll());
afterAll(() => house.server.stop());

const authorshipOf = (idea: IdeaId, by: Caller): Promise<Authorship> =>
  by.expect(readAuthorship, { params: { idea } });
const lineOf = (doc: Y.Doc): Y.XmlText => {
  const paragraph = bodyOf(doc).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('the idea has no line');
  return text;
};

test('words keep their first writer when a colleague cuts and pastes them, and hers are hers', async () => {
  const idea = await house.idea(open.challenge, { shared: true });
  const page = await desk.page(house.colleague, idea);
  page.session.doc.transact(() => lineOf(page.session.doc).delete(0, 8));
  page.session.doc.transact(() => lineOf(page.session.doc).insert(0, 'La nuit. Aux Routes, le jour aussi.'));
  await page.saved();

  const { text, title, days, people } = await authorshipOf(idea, house.colleague);
  const named = (by: string | null): string | undefined => people.find(({ id }) => id === by)?.name;
  expect(title.map(({ text: words, by }) => [words, named(by)])).toEqual([
    ['Éteindre les écrans', 'Ana Exemple'],
  ]);
  expect(text.map(({ text: words, by }) => [words, named(by)])).toEqual([
    ['La nuit.', 'Ana Exemple'],
    [' Aux Routes, le jour aussi.', 'Côme Exemple'],
  ]);
  const today = house.server.clock.now().toISOString().slice(0, 10);
  expect(days.find(({ person }) => named(person) === 'Côme Exemple')).toMatchObject({
    day: today,
    wrote: true,
    removed: ['La nuit.'],
  });
  const outside = await authorshipOf(idea, house.reader);
  expect(outside.text).toEqual(text);
  expect(outside.days.flatMap(({ removed }) => removed)).toEqual([]);
  expect(JSON.stringify(days)).not.toMatch(/\d\d:\d\d/);
});

test('a draft tells nobody else whose words it holds, nor that it is there', async () => {
  const idea = await house.draft(open.challenge);
  const asked = await house.reader.call(readAuthorship, { params: { idea } });
  expect(asked).toEqual({ ok: false, failure: { code: 'not-found', what: 'idea' } });
  expect((await authorshipOf(idea, house.author)).text.map(({ text }) => text).join('')).toBe('La nuit.');
});
