/** Moderation through the product's own edges: one queue, reasons, ten seconds, a second pair of eyes, a log that grows. */
import {
  commentOnIdea,
  listComments,
  listNotices,
  mintId,
  moderate,
  readIdea,
  readModeration,
  reportContent,
  undoModeration,
  type ChallengeId,
  type IdeaId,
  type ModerationAct,
  type ModerationId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { createDesk } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let second: TestPerson;
let challenge: ChallengeId;
let closesAt: Date;
let idea: IdeaId;
beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Sam Exemple', roles: ['moderator'] });
  ({ challenge, closesAt } = await house.openChallenge());
  idea = await house.idea(challenge, { shared: true });
}, 120_000);
afterAll(() => house.server.stop());

const queue = async (by: Caller) => (await by.expect(readModeration, { params: { challenge } })).items;
const kinds = async (by: Caller) => (await queue(by)).map(({ kind }) => kind);
interface Act {
  readonly id?: ModerationId;
  readonly reason?: string;
  readonly late?: Awaited<ReturnType<typeof queue>>[number]['late'];
  readonly comment?: Awaited<ReturnType<typeof queue>>[number]['comment'];
  readonly decision?: ModerationId | null;
}
const does = (by: Caller, act: ModerationAct, over: Act = {}) => {
  const {
    id = mintId('moderation'),
    reason = 'Le nom d’une usagère y figure.',
    late = null,
    comment = null,
    decision = null,
  } = over;
  // The log is in the order of the clock, which stands still here unless it is told.
  house.server.clock.advance(1);
  return by.call(moderate, {
    params: { challenge },
    body: { id, act, idea, comment, late, decision, reason },
  });
};
const told = async (by: Caller, kind: string) =>
  (await by.expect(listNotices)).notices.filter((notice) => notice.kind === kind && notice.idea === idea);
const PATIENCE = { timeout: 20_000 };
const seconds = (count: number): void => house.server.clock.advance(count * 1_000);

describe('the queue', () => {
  test('[MO5] a new idea waits to be welcomed; nobody but moderators sees the queue', async () => {
    const { moderator, author, reader } = house;
    expect(await kinds(moderator)).toEqual(['welcome']);
    for (const by of [author, reader])
      expect(await by.call(readModeration, { params: { challenge } })).toMatchObject({
        failure: { code: 'not-allowed' },
      });
    expect(await does(moderator, 'welcomeIdea', { reason: 'Merci !' })).toMatchObject({
      value: { items: [] },
    });
    expect(await does(second, 'welcomeIdea')).toMatchObject({ failure: { code: 'already-answered' } });
    expect(await told(author, 'idea-welcomed')).toEqual([]);
    seconds(10);
    await expect
      .poll(async () => (await told(author, 'idea-welcomed')).map(({ reason }) => reason), PATIENCE)
      .toEqual(['Merci !']);
  });

  test('[MO1] [MO4] hiding takes a reason, is undone for ten seconds, and tells nobody of what was undone', async () => {
    const { moderator, author, reader } = house;
    expect(await does(moderator, 'hideIdea', { reason: ' ' })).toMatchObject({
      failure: { code: 'text-missing' },
    });
    const id = mintId('moderation');
    await does(moderator, 'hideIdea', { id });
    expect(await reader.call(readIdea, { params: { idea } })).toMatchObject({
      failure: { code: 'not-found' },
    });
    seconds(9);
    const undone = await moderator.call(undoModeration, { params: { challenge, moderation: id } });
    expect(undone).toMatchObject({
      value: { events: [{ act: 'hideIdea', undone: true }, { undone: false }] },
    });
    expect((await reader.call(readIdea, { params: { idea } })).ok).toBe(true);
    seconds(60);
    expect(await told(author, 'idea-hidden')).toEqual([]);
  });

  test('[MO3] a hidden idea is told to its authors with the reason and read again by another moderator', async () => {
    const { moderator, author, reader } = house;
    const id = mintId('moderation');
    await does(moderator, 'hideIdea', { id });
    seconds(10);
    await expect
      .poll(async () => (await told(author, 'idea-hidden')).map(({ reason }) => reason), PATIENCE)
      .toEqual(['Le nom d’une usagère y figure.']);
    expect(await moderator.call(undoModeration, { params: { challenge, moderation: id } })).toMatchObject({
      failure: { code: 'too-late-to-undo', seconds: 10 },
    });
    expect(await told(second, 'review-asked')).toHaveLength(1);
    expect((await queue(moderator)).map(({ kind, acts }) => [kind, acts])).toEqual([
      ['review', ['declareLink']],
    ]);
    expect(await does(moderator, 'restoreIdea')).toMatchObject({ failure: { code: 'second-person-needed' } });
    // Its authors read it meanwhile, and their names are still on it.
    expect(await author.call(readIdea, { params: { idea } })).toMatchObject({
      value: { state: 'hidden', credits: { originators: [{ id: author.id }] } },
    });
    await does(second, 'restoreIdea', { reason: 'Le nom est retiré.' });
    expect(await reader.call(readIdea, { params: { idea } })).toMatchObject({
      value: { state: 'published' },
    });
  });

  test('a report reaches the moderators alone; a hidden message loses its words, its author hears why', async () => {
    const { moderator, reader, author, colleague } = house;
    const comment = mintId('comment');
    const body = {
      id: comment,
      parent: null,
      kind: 'comment' as const,
      text: 'Un mot blessant.',
      mentions: [],
    };
    await reader.expect(commentOnIdea, { params: { idea }, body });
    const report = { id: mintId('report'), comment, motive: 'insult' as const, words: 'Voyez.' };
    for (let i = 0; i < 2; i++) await colleague.expect(reportContent, { params: { idea }, body: report });
    expect(await told(moderator, 'content-reported')).toHaveLength(1);
    expect(await told(author, 'content-reported')).toEqual([]);
    expect((await queue(moderator)).map(({ kind, motive, text }) => [kind, motive, text])).toEqual([
      ['report', 'insult', 'Un mot blessant.\nVoyez.'],
    ]);
    await does(moderator, 'hideComment', { comment });
    expect(await kinds(moderator)).toEqual([]);
    const seen = async (by: Caller) =>
      (await by.expect(listComments, { params: { idea } })).comments.find(({ id }) => id === comment);
    expect(await seen(author)).toMatchObject({ state: 'hidden', text: null });
    expect(await seen(reader)).toMatchObject({ state: 'hidden', text: 'Un mot blessant.' });
    seconds(10);
    await expect.poll(async () => (await told(reader, 'comment-hidden')).length, PATIENCE).toBe(1);
  });

  test('[MO2] a moderator with a link does nothing about the idea, whatever she sends', async () => {
    const mine = mintId('comment');
    const body = { id: mine, parent: null, kind: 'comment' as const, text: 'De moi.', mentions: [] };
    await house.moderator.expect(commentOnIdea, { params: { idea }, body });
    expect(await does(house.moderator, 'hideComment', { comment: mine })).toMatchObject({
      failure: { code: 'own-idea' },
    });
  });

  test('nothing in the log is ever changed or taken out', async () => {
    const { events } = await house.moderator.expect(readModeration, { params: { challenge } });
    expect(events.map(({ act, undone }) => [act, undone])).toEqual([
      ['hideComment', false],
      ['restoreIdea', false],
      ['hideIdea', false],
      ['hideIdea', true],
      ['welcomeIdea', false],
    ]);
  });

  test('[MO5] [MO9] [S21] a text that arrives after closing waits in the queue, never in the text; it is annexed or refused once', async () => {
    const { author, moderator, server } = house;
    const desk = createDesk();
    const writer = await desk.writer(author, idea);
    const words = writer.bytes((doc) => doc.getText('title').insert(0, 'Trop tard '));
    server.clock.set(new Date(closesAt.getTime() + 6 * 60_000));
    expect(await writer.give(words)).toMatchObject({ ok: true, value: { kept: 'late' } });
    desk.closeAll();
    await expect.poll(() => kinds(moderator), { timeout: 20_000 }).toEqual(['late']);
    const [item] = await queue(moderator);
    expect(item).toMatchObject({
      text: 'Trop tard',
      person: { id: author.id },
      acts: ['annexLate', 'refuseLate', 'declareLink'],
    });
    const late = item?.late ?? null;
    expect(await does(moderator, 'refuseLate', { late, reason: '' })).toMatchObject({
      failure: { code: 'text-missing' },
    });
    await does(moderator, 'annexLate', { late, reason: 'Joint en annexe.' });
    expect(await does(second, 'refuseLate', { late })).toMatchObject({
      failure: { code: 'already-answered' },
    });
    const juror = await server.person({ name: 'Jade Exemple', roles: ['juror'] });
    const lateFor = async (by: Caller) => (await by.expect(readIdea, { params: { idea } })).late;
    // What may still be undone is not said yet, and nobody reads an annex before it is one.
    expect(await lateFor(author)).toMatchObject([{ id: late, outcome: 'waiting', reason: '' }]);
    expect(await lateFor(juror)).toEqual([]);
    seconds(10);
    await expect.poll(async () => (await told(author, 'late-decided')).length, PATIENCE).toBe(1);
    for (const by of [author, juror])
      expect(await lateFor(by)).toMatchObject([
        { text: 'Trop tard', outcome: 'annexed', reason: 'Joint en annexe.' },
      ]);
    expect(await lateFor(house.reader)).toEqual([]);
    const page = await author.expect(readIdea, { params: { idea } });
    expect(page.seal?.title).toBe('Éteindre les écrans');
  });

  test('[MO8] a decision is opened again by another moderator, waits as before, and the writer hears of it', async () => {
    const { author } = house;
    const read = () => second.expect(readModeration, { params: { challenge } });
    const annexed = (await read()).events.find(({ act }) => act === 'annexLate');
    expect(annexed).toMatchObject({ undone: false, acts: ['reopenItem'] });
    const decision = annexed?.id ?? null;
    expect(await does(second, 'reopenItem', { decision, reason: '' })).toMatchObject({
      failure: { code: 'text-missing' },
    });
    expect(await does(second, 'reopenItem', { decision, reason: 'Une panne est au journal.' })).toMatchObject(
      {
        value: { items: [{ kind: 'late', late: annexed?.late }] },
      },
    );
    expect(await does(house.moderator, 'reopenItem', { decision })).toMatchObject({
      failure: { code: 'already-answered' },
    });
    seconds(10);
    await expect
      .poll(async () => (await told(author, 'decision-reopened')).map(({ reason }) => reason), PATIENCE)
      .toEqual(['Une panne est au journal.']);
    expect((await author.expect(readIdea, { params: { idea } })).late).toMatchObject([
      { outcome: 'waiting' },
    ]);
  });
}, 120_000);
