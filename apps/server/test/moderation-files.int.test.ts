/** One file hidden through the product's own edges: out of sight where it is served, with a reason, a second look, a log. */
import {
  addressOf,
  exportChallenge,
  listAttachments,
  listNotices,
  mintId,
  moderate,
  publishIdea,
  readAttachment,
  readModeration,
  removeAttachment,
  reportContent,
  saveDraft,
  undoModeration,
  type AttachmentId,
  type ChallengeId,
  type IdeaId,
  type ModerationAct,
  type ModerationId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { bring } from './support/small-file.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let second: TestPerson;
let challenge: ChallengeId;
let idea: IdeaId;
let file: AttachmentId;
beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Sam Exemple', roles: ['moderator'] });
  ({ challenge } = await house.openChallenge());
  idea = await house.idea(challenge, { shared: true });
  file = mintId('attachment');
  await bring(house.colleague, file, idea);
}, 120_000);
afterAll(() => house.server.stop());

interface Over {
  readonly id?: ModerationId;
  readonly reason?: string;
  readonly idea?: IdeaId;
  readonly file?: AttachmentId | null;
  readonly decision?: ModerationId;
}
const REASON = 'Le nom d’une usagère y figure.';
const does = (by: Caller, act: ModerationAct, over: Over = {}) => {
  house.server.clock.advance(1);
  const about = { idea, comment: null, file, late: null, decision: null };
  const body = { id: mintId('moderation'), act, reason: REASON, ...about, ...over };
  return by.call(moderate, { params: { challenge }, body });
};
const served = async (by: Caller): Promise<number> =>
  (
    await fetch(by.base + addressOf(readAttachment, { params: { attachment: file } }), {
      headers: { cookie: by.cookie() },
    })
  ).status;
const listed = async (by: Caller) =>
  (await by.expect(listAttachments, { params: { idea } })).attachments.find(({ id }) => id === file);
const queue = async (by: Caller) => {
  const { items } = await by.expect(readModeration, { params: { challenge } });
  return items.filter((item) => item.file !== null);
};
const told = async (by: Caller, kind: string) =>
  (await by.expect(listNotices)).notices.flatMap((notice) => (notice.kind === kind ? [notice.reason] : []));
const seconds = (count: number): void => house.server.clock.advance(count * 1_000);
const PATIENCE = { timeout: 20_000 };

test('[MO10] hidden, a file is given to nobody but its authors and moderators; undone in time, nobody hears of it', async () => {
  const { moderator, reader, author, colleague } = house;
  expect((await listed(moderator))?.acts).toEqual(['hideFile']);
  expect((await listed(author))?.acts).toEqual([]);
  expect(await does(reader, 'hideFile')).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(await does(moderator, 'hideFile', { reason: ' ' })).toMatchObject({
    failure: { code: 'text-missing' },
  });
  expect(await does(moderator, 'hideFile', { file: mintId('attachment') })).toMatchObject({
    failure: { code: 'not-found', what: 'attachment' },
  });
  expect(await does(moderator, 'hideFile', { file: null })).toMatchObject({
    failure: { code: 'not-found', what: 'attachment' },
  });
  const id = mintId('moderation');
  for (let i = 0; i < 2; i++) expect(await does(moderator, 'hideFile', { id })).toMatchObject({ ok: true });
  expect(await Promise.all([reader, author, colleague, moderator].map(served))).toEqual([404, 200, 200, 200]);
  expect(await listed(reader)).toBeUndefined();
  // The reason is read together with the notice.
  expect(await listed(colleague)).toMatchObject({ state: 'hidden', hiddenFor: '' });
  const { ideas } = await moderator.expect(exportChallenge, { params: { challenge } });
  expect(ideas.find((exported) => exported.id === idea)?.attachments).toEqual([]);

  await moderator.expect(undoModeration, { params: { challenge, moderation: id } });
  expect(await served(reader)).toBe(200);
  seconds(60);
  expect(await told(colleague, 'file-hidden')).toEqual([]);
});

test('[MO2] [MO10] a moderator who brought it, or reported it, is refused by the server', async () => {
  const { server } = house;
  const own = await server.person({ name: 'Mo Exemple', roles: ['moderator'] });
  const params = { idea };
  const report = { id: mintId('report'), comment: null, file, motive: 'personal-data' as const, words: '' };
  await own.expect(reportContent, { params, body: report });
  expect(await does(own, 'hideFile')).toMatchObject({ failure: { code: 'own-idea' } });
  expect((await listed(own))?.acts).toEqual([]);
  const body = { challenge, title: 'Un volet', text: 'Fermons.', parents: [], grownFrom: null };
  const hers = mintId('idea');
  await own.expect(saveDraft, { params: { idea: hers }, body });
  await own.expect(publishIdea, { params: { idea: hers } });
  const brought = mintId('attachment');
  await bring(own, brought, hers);
  expect(await does(own, 'hideFile', { idea: hers, file: brought })).toMatchObject({
    failure: { code: 'own-idea' },
  });
  // A file of another idea is none of this one's.
  expect(await does(house.moderator, 'hideFile', { file: brought })).toMatchObject({
    failure: { code: 'not-found' },
  });
  expect((await queue(house.moderator)).map(({ kind, acts }) => [kind, acts])).toEqual([
    ['report', ['keepContent', 'hideFile', 'declareLink']],
  ]);
  await does(house.moderator, 'keepContent');
  expect(await queue(house.moderator)).toEqual([]);
  seconds(10);
  await expect.poll(() => told(own, 'report-answered'), PATIENCE).toEqual([REASON]);
});

test('[MO10] reported and hidden, it is told to who brought it and to the author, and looked at by a second moderator', async () => {
  const { moderator, reader, author, colleague } = house;
  const report = { id: mintId('report'), comment: null, file, motive: 'insult' as const, words: 'Voyez.' };
  house.server.clock.advance(1);
  await reader.expect(reportContent, { params: { idea }, body: report });
  expect(await queue(second)).toMatchObject([
    { kind: 'report', file: { id: file, name: 'plan.png', type: 'png' }, text: 'Un plan\nVoyez.' },
  ]);
  await does(moderator, 'hideFile');
  expect(await does(second, 'hideFile')).toMatchObject({ failure: { code: 'already-answered' } });
  seconds(10);
  for (const by of [colleague, author])
    await expect.poll(() => told(by, 'file-hidden'), PATIENCE).toEqual([REASON]);
  await expect.poll(() => told(second, 'file-review-asked'), PATIENCE).toEqual([REASON]);
  expect(await told(reader, 'file-hidden')).toEqual([]);
  expect(await listed(colleague)).toMatchObject({ state: 'hidden', hiddenFor: REASON, mayRemove: false });
  expect(await colleague.call(removeAttachment, { params: { attachment: file } })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  // Nobody reports what is not there for her any more.
  const late = { ...report, id: mintId('report') };
  expect(await reader.call(reportContent, { params: { idea }, body: late })).toMatchObject({
    failure: { code: 'not-found', what: 'attachment' },
  });

  expect((await queue(moderator)).map(({ kind, acts }) => [kind, acts])).toEqual([
    ['review', ['declareLink']],
  ]);
  expect((await listed(moderator))?.acts).toEqual([]);
  expect(await does(moderator, 'restoreFile')).toMatchObject({ failure: { code: 'second-person-needed' } });
  expect((await queue(second)).map(({ acts }) => acts)).toEqual([
    ['confirmHidden', 'restoreFile', 'declareLink'],
  ]);
  await does(second, 'confirmHidden', { reason: '' });
  expect(await queue(second)).toEqual([]);
  expect((await listed(second))?.acts).toEqual(['restoreFile']);
  const id = mintId('moderation');
  await does(second, 'restoreFile', { id, reason: 'Le nom est fictif.' });
  expect(await served(reader)).toBe(200);
  await second.expect(undoModeration, { params: { challenge, moderation: id } });
  expect(await served(reader)).toBe(404);
  expect(await listed(author)).toMatchObject({ state: 'hidden', hiddenFor: REASON });
  await does(second, 'restoreFile', { reason: 'Le nom est fictif.' });
  seconds(10);
  await expect.poll(() => told(colleague, 'file-restored'), PATIENCE).toEqual(['Le nom est fictif.']);
  expect(await listed(reader)).toMatchObject({ state: 'shown', hiddenFor: '' });
});

test('[MO4] all of it is in the log, with the file’s name', async () => {
  const { events } = await house.moderator.expect(readModeration, { params: { challenge } });
  expect(events.map(({ act, undone, file: named }) => [act, undone, named?.name])).toEqual([
    ['restoreFile', false, 'plan.png'],
    ['restoreFile', true, 'plan.png'],
    ['confirmHidden', false, 'plan.png'],
    ['hideFile', false, 'plan.png'],
    ['keepContent', false, 'plan.png'],
    ['hideFile', true, 'plan.png'],
  ]);
});
