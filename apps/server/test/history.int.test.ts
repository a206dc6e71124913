/** Going back: versions by day, putting one back with others typing, and what somebody took out. */
import { bodyOf } from '@butinerie/collaboration/document';
import {
  askToCoauthor,
  listNotices,
  patchIdea,
  publishIdea,
  readAuthorship,
  readIdea,
  readTextHistory,
  readTextVersion,
  restoreRemoval,
  restoreVersion,
  saveDraft,
  type IdeaId,
  type NoticeKind,
  type TextHistory,
} from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Caller } from '../src/caller.ts';
import { append, createDesk, PATIENCE, type Page } from './support/open-pages.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const later = (by: number): void => house.server.clock.set(new Date(house.server.clock.now().getTime() + by));
let house: WritingHouse;
let open: OpenChallenge;
const desk = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
});
afterEach(() => desk.closeAll());
afterAll(() => house.server.stop());

const LONG =
  ' Trois cents écrans restent allumés chaque nuit, week-ends compris, dans tous nos services et nos couloirs.';
const historyOf = (idea: IdeaId, by: Caller): Promise<TextHistory> =>
  by.expect(readTextHistory, { params: { idea } });
const lineOf = ({ session }: Page): Y.XmlText => {
  const paragraph = bodyOf(session.doc).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('the idea has no line');
  return text;
};
const textOf = async (idea: IdeaId): Promise<string> =>
  (await house.reader.expect(readIdea, { params: { idea } })).text;
const heard = async (by: Caller, kind: NoticeKind, idea: IdeaId): Promise<number> =>
  (await by.expect(listNotices)).notices.filter((notice) => notice.kind === kind && notice.idea === idea)
    .length;
/** Whose words the text is made of, by name. */
const wordsOf = async (idea: IdeaId): Promise<[string, string | undefined][]> => {
  const { text, people } = await house.author.expect(readAuthorship, { params: { idea } });
  return text.map((span) => [span.text, people.find(({ id }) => id === span.by)?.name]);
};

test('[S15] ten edits, then yesterday’s version: the present one stays in the history, co-authors are told, words keep their writers', async () => {
  const idea = await house.idea(open.challenge, { shared: true });
  later(MINUTE);
  const mine = await desk.page(house.author, idea);
  for (let edit = 0; edit < 5; edit++) mine.type(` Un ${edit}.`);
  await mine.saved();
  const yesterday = mine.text();
  later(DAY);
  const theirs = await desk.page(house.colleague, idea);
  theirs.session.doc.transact(() => {
    lineOf(theirs).delete(0, lineOf(theirs).length);
    lineOf(theirs).insert(0, 'Autre chose.');
  });
  for (let edit = 0; edit < 4; edit++) theirs.type(` Deux ${edit}.`);
  await theirs.saved();
  const today = theirs.text();

  const [, version] = (await historyOf(idea, house.author)).versions;
  expect(version).toMatchObject({ people: [house.author.id], endedBy: 'day' });
  const params = { idea, version: version?.version ?? 0 };
  const read = await house.author.expect(readTextVersion, { params });
  expect([read.text, read.now.text]).toEqual([yesterday, today]);

  expect(await house.author.expect(restoreVersion, { params })).toMatchObject({ text: yesterday });
  // On the open page of the other one, by itself.
  await expect.poll(() => theirs.text(), PATIENCE).toBe(yesterday);
  expect(await textOf(idea)).toBe(yesterday);
  expect(await wordsOf(idea)).toEqual([[yesterday, 'Ana Exemple']]);
  await expect.poll(() => heard(house.colleague, 'text-restored', idea), PATIENCE).toBe(1);
  expect(await heard(house.author, 'text-restored', idea)).toBe(0);

  const after = await historyOf(idea, house.colleague);
  const replaced = after.versions.find(({ endedBy }) => endedBy === 'restoring');
  const kept = { idea, version: replaced?.version ?? 0 };
  expect(await house.colleague.expect(readTextVersion, { params: kept })).toMatchObject({ text: today });
  // Once more: nothing to do, nobody told again; and the other way round.
  expect(await house.author.call(restoreVersion, { params })).toMatchObject({
    failure: { code: 'nothing-to-restore' },
  });
  expect(await house.colleague.expect(restoreVersion, { params: kept })).toMatchObject({ text: today });
  expect(await wordsOf(idea)).toEqual([[today, 'Côme Exemple']]);
  expect(JSON.stringify(after)).not.toMatch(/\d\d:\d\d/);
});

test('[S15] others type while a version is put back: their words stay, and every page says the same', async () => {
  const idea = await house.idea(open.challenge, { shared: true });
  const mine = await desk.page(house.author, idea);
  mine.type(LONG);
  await mine.saved();
  later(DAY);
  const theirs = await desk.page(house.colleague, idea);
  theirs.session.doc.transact(() => lineOf(theirs).insert(8, ' Autre chose.'));
  await theirs.saved();
  const version = (await historyOf(idea, house.author)).versions[1]?.version ?? 0;
  // Typed on a page that has not seen it yet, and under way when the version is put back.
  const other = await desk.writer(house.colleague, idea);
  const typed = other.bytes((doc) => append(doc, ' Et le jour ?'));
  await house.author.expect(restoreVersion, { params: { idea, version } });
  expect(await other.give(typed)).toMatchObject({ ok: true });
  await expect.poll(() => mine.text(), PATIENCE).toBe(`La nuit.${LONG} Et le jour ?`);
  await expect.poll(() => theirs.text(), PATIENCE).toBe(mine.text());
  // Blanks are nobody's: one that stayed may have come with the words that were taken out.
  const written = (await wordsOf(idea)).filter(([text]) => text.trim() !== '');
  expect(written.map(([text, name]) => [text.trim(), name])).toEqual([
    ['La nuit.', 'Ana Exemple'],
    [LONG.trim(), 'Ana Exemple'],
    ['Et le jour ?', 'Côme Exemple'],
  ]);
});

test('[T19] most of a text taken out in silence: its writer is told, one press puts it back, and the words are hers', async () => {
  const idea = await house.idea(open.challenge, { shared: true });
  const mine = await desk.page(house.author, idea);
  mine.type(LONG);
  await mine.saved();
  const before = mine.text();
  await expect.poll(() => textOf(idea), PATIENCE).toBe(before);
  const theirs = await desk.page(house.colleague, idea);
  theirs.session.doc.transact(() => lineOf(theirs).delete(5, Math.floor(before.length * 0.8)));
  await theirs.saved();
  await expect.poll(() => heard(house.author, 'words-removed', idea), PATIENCE).toBe(1);
  expect(await heard(house.colleague, 'words-removed', idea)).toBe(0);

  const [taken] = (await historyOf(idea, house.colleague)).removals;
  expect(taken).toMatchObject({ by: house.colleague.id, of: [house.author.id], gone: true });
  const params = { idea, removal: taken?.removal ?? 0 };
  expect(await house.colleague.expect(restoreRemoval, { params })).toMatchObject({ text: before });
  expect(await wordsOf(idea)).toEqual([[before, 'Ana Exemple']]);
  await expect.poll(() => heard(house.author, 'words-restored', idea), PATIENCE).toBe(1);
  expect((await historyOf(idea, house.author)).removals.map(({ gone }) => gone)).toEqual([false]);
  expect(await house.author.call(restoreRemoval, { params })).toMatchObject({
    failure: { code: 'nothing-to-restore' },
  });
});

test('[S15] who does not write there reads no version and puts none back; before publication it is its originator’s alone', async () => {
  const idea = await house.draft(open.challenge);
  const body = { challenge: open.challenge, title: 'Éteindre les écrans', parents: [], grownFrom: null };
  const write = (text: string) =>
    house.author.expect(saveDraft, { params: { idea }, body: { ...body, text } });
  await write('Un secret de brouillon. La nuit.');
  expect(await house.colleague.call(readTextHistory, { params: { idea } })).toMatchObject({
    failure: { code: 'not-found' },
  });
  later(60 * MINUTE);
  await write('La nuit, tout reste allumé.');
  later(MINUTE);
  await house.author.expect(publishIdea, { params: { idea } });
  await house.author.expect(patchIdea, { params: { idea }, body: { openTo: 'everyone' } });
  await house.colleague.expect(askToCoauthor, { params: { idea } });
  const seen = await historyOf(idea, house.colleague);
  expect(seen).toMatchObject({ versions: [{ endedBy: 'now' }], removals: [] });
  expect(JSON.stringify(seen)).not.toContain('secret');
  expect((await historyOf(idea, house.author)).removals).toMatchObject([{ by: house.author.id }]);

  const shared = await house.idea(open.challenge, { shared: true });
  const version = (await historyOf(shared, house.author)).versions[0]?.version ?? 0;
  const params = { idea: shared, version };
  expect(await house.reader.call(readTextHistory, { params: { idea: shared } })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(await house.reader.call(readTextVersion, { params })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(await house.reader.call(restoreVersion, { params })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  // A moderator reads and does not write.
  expect((await historyOf(shared, house.moderator)).mayRestore).toBe(false);
  // What is no version is not read: hours could be told from what lies between two of them.
  expect(
    await house.author.call(readTextVersion, { params: { idea: shared, version: version + 7 } }),
  ).toMatchObject({
    failure: { code: 'not-found' },
  });
});
