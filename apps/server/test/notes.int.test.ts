/** Between two challenges, through the doors of a whole server: notes, the talk about them, and their way into a challenge. */
import {
  answerWish,
  askNameChange,
  bringNote,
  commentOnNote,
  confirmNameChange,
  followNote,
  listNoteComments,
  listNotes,
  listNotices,
  mintId,
  moderateNote,
  publishNote,
  readCreditHistory,
  readIdea,
  readNote,
  readNoteOfIdea,
  readSession,
  reportNote,
  restoreNote,
  rewriteNote,
  saveNoteDraft,
  takeUpPractice,
  withdrawComment,
  withdrawNote,
  type ChallengeId,
  type CommentId,
  type NoteId,
  type NoteKind,
} from '@butinerie/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { openSocket } from '../trials/support/socket.ts';
import { scheduledChallenge } from '../trials/support/pilot-people.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge } = await house.openChallenge());
}, 120_000);
afterAll(() => house.server.stop());

const TITLE = 'Éteindre les vidéoprojecteurs oubliés';
async function note(
  by: Caller,
  { kind = 'pollen' as NoteKind, title = TITLE, text = 'Un minuteur suffit.' } = {},
) {
  const id = mintId('note');
  await by.expect(saveNoteDraft, { params: { note: id }, body: { kind, title, text } });
  await by.expect(publishNote, { params: { note: id } });
  return id;
}
async function say(
  by: Caller,
  on: NoteId,
  text: string,
  kind: 'comment' | 'thanks' = 'comment',
): Promise<CommentId> {
  const id = mintId('comment');
  const body = { id, parent: null, kind, text, mentions: [] };
  await by.expect(commentOnNote, { params: { note: on }, body });
  return id;
}
const told = async (by: Caller, about: NoteId): Promise<string[]> =>
  (await by.expect(listNotices)).notices.filter((notice) => notice.note === about).map(({ kind }) => kind);

describe('writing between two challenges', () => {
  test('[NT1] [NT2] a draft is its author’s alone; an over-long text is kept, counted and not published', async () => {
    const { author, reader, server } = house;
    const id = mintId('note');
    const params = { note: id };
    const text = 'é'.repeat(1_600);
    await author.expect(saveNoteDraft, { params, body: { kind: 'pollen', title: TITLE, text } });
    expect(await reader.call(readNote, { params })).toMatchObject({ failure: { code: 'not-found' } });
    expect(await author.call(publishNote, { params })).toMatchObject({
      failure: { code: 'text-too-long', length: 1_600 },
    });
    await server.restart();
    const { drafts } = await author.expect(listNotes);
    expect(drafts.find((draft) => draft.id === id)?.text).toBe(text);
    expect((await reader.expect(listNotes)).drafts).toEqual([]);
    const taken = { params, body: { kind: 'pollen', title: 'À moi', text: 'Non.' } } as const;
    expect(await reader.call(saveNoteDraft, taken)).toMatchObject({ failure: { code: 'id-taken' } });
  });

  test('[NT3] what a note said before stays, and a version nobody has any more is refused', async () => {
    const { author, reader } = house;
    const id = await note(author);
    const params = { note: id };
    const words = { title: TITLE, text: 'Deux minuteurs.' };
    const page = await author.expect(rewriteNote, { params, body: { ...words, version: 1 } });
    expect(page).toMatchObject({ version: 2, versions: [{ text: 'Un minuteur suffit.' }] });
    const again = await author.expect(rewriteNote, { params, body: { ...words, version: 1 } });
    expect(again.versions).toHaveLength(1);
    const stale = { params, body: { ...words, text: 'Trois.', version: 1 } };
    expect(await author.call(rewriteNote, stale)).toMatchObject({
      failure: { code: 'stale-version', current: 2 },
    });
    expect((await reader.expect(readNote, { params })).versions).toHaveLength(1);
  });

  test('notes are found by their words without accents and with a slip of the hand, and by whoever wrote them', async () => {
    const { author, colleague, reader } = house;
    const id = await note(author, { title: 'Les imprimantes du quatrième', kind: 'practice' });
    const other = await note(colleague, { title: 'Un vélo de service', text: 'Pour les tournées.' });
    const found = async (search: string) =>
      (await reader.expect(listNotes, { query: { search } })).notes.map((each) => each.id);
    expect(await found('imprimantse quatrieme')).toContain(id);
    expect(await found('Côme')).toContain(other);
    const practices = await reader.expect(listNotes, { query: { kind: 'practice' } });
    expect(practices.notes.map((each) => each.id)).toContain(id);
    expect(practices.notes.map((each) => each.id)).not.toContain(other);
  });

  test('[NT4] taken back, its words are its author’s and what others wrote under it stays', async () => {
    const { author, colleague, reader } = house;
    const id = await note(author, { title: 'Le tableau des covoiturages' });
    const params = { note: id };
    await say(colleague, id, 'Nous le faisons au dépôt.');
    await author.expect(withdrawNote, { params });
    expect(await reader.expect(readNote, { params })).toMatchObject({
      state: 'withdrawn',
      title: null,
      text: null,
    });
    const { comments, mayComment } = await reader.expect(listNoteComments, { params });
    expect([comments.map(({ text }) => text), mayComment]).toEqual([['Nous le faisons au dépôt.'], false]);
    const listed = async () =>
      (await reader.expect(listNotes, { query: { search: 'covoiturages' } })).notes.map((each) => each.id);
    expect(await listed()).toEqual([]);
    await author.expect(restoreNote, { params });
    expect(await listed()).toEqual([id]);
  });
});

describe('talking about a note', () => {
  test('[NT5] its author and whoever follows it hear of a comment once; open pages at once', async () => {
    const { author, colleague, reader, server } = house;
    const id = await note(author);
    await reader.expect(followNote, { params: { note: id }, body: { followed: true } });
    const page = await openSocket(reader);
    const heard: unknown[] = [];
    page.socket.on('note:changed', (news) => heard.push(news));
    const said = await say(colleague, id, 'Chez nous aussi.');
    server.clock.set(new Date(server.clock.now().getTime() + 1_000));
    await say(colleague, id, 'Merci, repris dès lundi.', 'thanks');
    expect((await told(author, id)).toSorted()).toEqual(['note-commented', 'note-thanked']);
    expect(await told(reader, id)).toEqual(['followed-note']);
    expect(await told(colleague, id)).toEqual([]);
    await expect.poll(() => heard, { timeout: 20_000 }).toContainEqual({ note: id });
    page.socket.disconnect();
    await colleague.expect(withdrawComment, { params: { comment: said } });
    const { comments } = await reader.expect(listNoteComments, { params: { note: id } });
    expect(comments.map(({ text, state }) => [text, state])).toEqual([
      [null, 'withdrawn'],
      ['Merci, repris dès lundi.', 'shown'],
    ]);
  });

  test('[NT6] a practice taken up names the directorate for good, once, and tells its author', async () => {
    const { author, colleague } = house;
    const id = await note(author, { kind: 'practice', title: 'Le café du jeudi' });
    const params = { note: id };
    await colleague.expect(takeUpPractice, { params, body: { words: 'Le mardi, au dépôt.' } });
    const page = await colleague.expect(takeUpPractice, { params, body: { words: 'Le mardi, à 8 h.' } });
    expect(page.takenUpBy).toEqual(['Routes']);
    expect(page.takeUps.map(({ words }) => words)).toEqual(['Le mardi, à 8 h.']);
    expect(await told(author, id)).toEqual(['practice-taken-up']);
    const pollen = await note(author);
    const refused = await colleague.call(takeUpPractice, { params: { note: pollen }, body: { words: '' } });
    expect(refused).toMatchObject({ failure: { code: 'not-allowed' } });
  });

  test('[NT7] a report reaches the moderators without a name; what is hidden says why to its author, and comes back', async () => {
    const { author, reader, moderator } = house;
    const id = await note(author, { title: 'Une note avec un numéro' });
    const params = { note: id };
    const report = {
      id: mintId('report'),
      comment: null,
      motive: 'personal-data',
      words: 'Un téléphone.',
    } as const;
    await reader.expect(reportNote, { params, body: report });
    await reader.expect(reportNote, { params, body: report });
    const notices = (await moderator.expect(listNotices)).notices.filter((notice) => notice.note === id);
    expect(notices.map(({ kind, actor }) => [kind, actor])).toEqual([['note-reported', null]]);
    const { reported } = await moderator.expect(listNotes);
    expect(reported.map((each) => each.id)).toEqual([id]);
    expect((await reader.expect(listNotes)).reported).toEqual([]);
    const hide = { act: 'hide', comment: null, reason: 'Un numéro de téléphone y figure.' } as const;
    expect(await reader.call(moderateNote, { params, body: hide })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    const hidden = await moderator.expect(moderateNote, { params, body: hide });
    expect([hidden.state, hidden.reports]).toEqual(['hidden', []]);
    expect(await reader.expect(readNote, { params })).toMatchObject({ title: null, hiddenFor: null });
    expect(await author.expect(readNote, { params })).toMatchObject({
      title: 'Une note avec un numéro',
      hiddenFor: hide.reason,
    });
    await moderator.expect(moderateNote, { params, body: { act: 'show', comment: null, reason: '' } });
    expect((await told(author, id)).toSorted()).toEqual(['note-hidden', 'note-restored']);
    const said = await say(reader, id, 'Un mot de trop.');
    await moderator.expect(moderateNote, {
      params,
      body: { act: 'hide', comment: said, reason: 'Une insulte.' },
    });
    const { comments } = await author.expect(listNoteComments, { params });
    expect(comments.at(-1)).toMatchObject({ state: 'hidden', text: null });
    expect(await told(reader, id)).toEqual(['comment-hidden']);
  });
});

describe('into a challenge', () => {
  test('[NT8] [NT9] wanted by a moderator, nothing comes in before its author agrees; then it is her idea, with those she credits', async () => {
    const { author, colleague, moderator, reader } = house;
    const id = await note(author, { title: 'Une armoire à prêter' });
    const params = { note: id };
    const helped = await say(colleague, id, 'Avec une liste sur la porte.');
    await say(reader, id, 'Bonne idée.');
    const wish = { challenge, words: 'Elle répond à la question.', credited: [helped] };
    expect(await reader.call(bringNote, { params, body: wish })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    const wanted = await moderator.expect(bringNote, { params, body: wish });
    expect(wanted.wishes.map(({ state, idea }) => [state, idea])).toEqual([['asked', null]]);
    expect(await told(author, id)).toContain('note-wanted');
    const answerParams = { note: id, challenge };
    const answer = (said: 'accept' | 'decline') => ({
      params: answerParams,
      body: { answer: said, credited: [helped] },
    });
    expect(await moderator.call(answerWish, answer('accept'))).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    await author.expect(answerWish, answer('decline'));
    expect(await told(moderator, id)).toContain('note-declined');
    const brought = await author.expect(answerWish, answer('accept'));
    const [idea] = brought.ideas;
    if (idea === undefined) throw new Error('no idea came of it');
    const page = await reader.expect(readIdea, { params: { idea } });
    expect(page).toMatchObject({
      state: 'published',
      title: 'Une armoire à prêter',
      text: 'Un minuteur suffit.',
    });
    expect(page.credits.originators.map((person) => person.id)).toEqual([author.id]);
    expect(page.credits.rebounders.map((person) => person.id)).toEqual([colleague.id]);
    expect(page.rebounds.map(({ text }) => text)).toEqual(['Avec une liste sur la porte.']);
    const { events } = await reader.expect(readCreditHistory, { params: { idea } });
    expect(events.map(({ kind, by }) => [kind, by?.id])).toEqual([
      ['idea.proposed', author.id],
      ['rebound.made', colleague.id],
    ]);
    expect(await told(colleague, id)).toContain('note-brought');
    expect(await author.call(answerWish, answer('accept'))).toMatchObject({
      failure: { code: 'already-answered' },
    });
    // For good, in both directions, also when the note is taken back.
    await author.expect(withdrawNote, { params });
    expect((await reader.expect(readNote, { params })).ideas).toEqual([idea]);
    const from = await reader.expect(readNoteOfIdea, { params: { idea } });
    expect(from.note).toEqual({ id, kind: 'pollen', author: author.id, title: null });
    expect((await reader.expect(readIdea, { params: { idea } })).state).toBe('published');
  });

  test('[NT9] [NT10] agreed to before the opening, it comes in with the opening, also when the server was down then', async () => {
    const { author, moderator, server, reader } = house;
    const in_ = (hours: number) =>
      new Date(Math.ceil(server.clock.now().getTime() / 3_600_000) * 3_600_000 + hours * 3_600_000);
    const dates = { opensAt: in_(2), ideasUntil: in_(26), closesAt: in_(50), decisionDueAt: in_(200) };
    const next = await scheduledChallenge(moderator, 'Et ensuite ?', dates);
    const asked = await note(author, { title: 'Demandée avant' });
    const own = await note(author, { title: 'Apportée avant' });
    const wish = { challenge: next, words: '', credited: [] };
    await moderator.expect(bringNote, { params: { note: asked }, body: wish });
    await author.expect(answerWish, {
      params: { note: asked, challenge: next },
      body: { answer: 'accept', credited: [] },
    });
    const early = await author.expect(bringNote, { params: { note: own }, body: wish });
    expect([early.ideas, early.wishes.map(({ state }) => state)]).toEqual([[], ['accepted']]);
    server.clock.set(new Date(dates.opensAt.getTime() + 60_000));
    await server.restart();
    const ideasOf = async (id: NoteId) => (await reader.expect(readNote, { params: { note: id } })).ideas;
    await expect
      .poll(async () => [(await ideasOf(asked)).length, (await ideasOf(own)).length], { timeout: 20_000 })
      .toEqual([1, 1]);
    const [idea] = await ideasOf(own);
    if (idea === undefined) throw new Error('no idea came of it');
    const page = await reader.expect(readIdea, { params: { idea } });
    expect([page.challenge, page.credits.originators.map((person) => person.id)]).toEqual([
      next,
      [author.id],
    ]);
    expect(await told(author, own)).toEqual([]);
    expect(await told(moderator, asked)).toEqual(['note-brought']);
  });

  test('[NT10] [AT2] what was agreed to comes in with the opening although its author was effaced since, and stops no other', async () => {
    const { colleague, moderator, server, reader } = house;
    const HOUR = 3_600_000;
    const leaver = await server.person({ name: 'Noé Sortant' });
    const at = Math.ceil(server.clock.now().getTime() / HOUR) * HOUR;
    const in_ = (days: number) => new Date(at + days * 24 * HOUR);
    const dates = { opensAt: in_(9), ideasUntil: in_(12), closesAt: in_(14), decisionDueAt: in_(30) };
    const next = await scheduledChallenge(moderator, 'Et puis ?', dates);
    const hers = await note(leaver, { title: 'Laissée en partant' });
    const under = await note(colleague, { title: 'Avec un mot de qui est parti' });
    const said = await say(leaver, under, 'Un crochet par porte.');
    const wish = { challenge: next, words: '', credited: [] };
    await leaver.expect(bringNote, { params: { note: hers }, body: wish });
    await colleague.expect(bringNote, { params: { note: under }, body: { ...wish, credited: [said] } });

    const change = { id: mintId('nameRequest'), change: { kind: 'erase' } } as const;
    const request = { request: (await leaver.expect(askNameChange, { body: change })).id };
    await server.app.mailSettled();
    const mail = server.mails.findLast(({ to }) => to.includes(leaver.mail));
    const [code = ''] = /\d{4} \d{4}/.exec(mail?.text ?? '') ?? [];
    await leaver.expect(confirmNameChange, { params: request, body: { code } });
    server.clock.set(in_(8));
    await expect.poll(async () => (await leaver.expect(readSession)).me, { timeout: 30_000 }).toBeNull();

    server.clock.set(dates.opensAt);
    const ideaOf = async (id: NoteId) =>
      (await reader.expect(readNote, { params: { note: id } })).ideas[0] ?? null;
    await expect
      .poll(async () => [await ideaOf(hers), await ideaOf(under)].filter(Boolean).length, { timeout: 30_000 })
      .toBe(2);
    const creditsOf = async (id: NoteId) => {
      const idea = await ideaOf(id);
      if (idea === null) throw new Error('no idea came of it');
      return (await reader.expect(readIdea, { params: { idea } })).credits;
    };
    expect((await creditsOf(hers)).originators.map(({ id }) => id)).toEqual([leaver.id]);
    expect((await creditsOf(under)).rebounders.map(({ id }) => id)).toEqual([leaver.id]);
  });
});
