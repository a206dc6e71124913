/** Talking about an idea, and what is never said: who supported it. */
import {
  addressOf,
  commentOnIdea,
  findMentionable,
  listComments,
  listNotices,
  mintId,
  restoreComment,
  ROUTES,
  supportIdea,
  withdrawComment,
  type AnswerOf,
  type ChallengeId,
  type CommentId,
  type CommentKind,
  type IdeaId,
  type PersonId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { openSocket } from '../trials/support/socket.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;
let idea: IdeaId;
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge } = await house.openChallenge());
  idea = await house.idea(challenge, { shared: true });
}, 120_000);
afterAll(() => house.server.stop());

interface Said {
  readonly parent?: CommentId;
  readonly kind?: CommentKind;
  readonly mentions?: PersonId[];
  readonly id?: CommentId;
}
async function say(
  by: Caller,
  text: string,
  { parent, kind = 'comment', mentions = [], id = mintId('comment') }: Said = {},
) {
  const body = { id, parent: parent ?? null, kind, text, mentions };
  return { id, answer: await by.call(commentOnIdea, { params: { idea }, body }) };
}
async function read(by: Caller): Promise<AnswerOf<typeof listComments>['comments']> {
  return (await by.expect(listComments, { params: { idea } })).comments;
}
const kindsFor = async (by: Caller): Promise<string[]> =>
  (await by.expect(listNotices)).notices.filter(({ idea: about }) => about === idea).map(({ kind }) => kind);

describe('talking about an idea', () => {
  test('[DI2] [DI3] a question reaches the sponsor, her answer the person who asked; open pages hear of it', async () => {
    const { reader, sponsor, author } = house;
    const page = await openSocket(author);
    const heard: unknown[] = [];
    page.socket.on('discussion:changed', (news) => heard.push(news));
    const question = await say(reader, 'Qui paie la minuterie ?', {
      kind: 'question',
      mentions: [author.id],
    });
    expect(question.answer.ok).toBe(true);
    expect(await kindsFor(sponsor)).toContain('question-asked');
    expect(await kindsFor(author)).toContain('mentioned');
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([{ challenge, idea }]);
    page.socket.disconnect();

    const answer = await say(sponsor, 'La direction des Bâtiments.', { parent: question.id });
    expect(answer.answer.ok).toBe(true);
    expect(await kindsFor(reader)).toContain('comment-answered');
    const nested = await say(reader, 'Merci.', { parent: answer.id });
    expect(nested.answer.ok).toBe(true);
    const threads = new Map((await read(author)).map(({ id, parent, answered }) => [id, [parent, answered]]));
    expect([question, answer, nested].map(({ id }) => threads.get(id))).toEqual([
      [null, true],
      [question.id, false],
      [question.id, false],
    ]);
  });

  test('[DI3] [DI8] anybody of the house is found by two letters and told once; looking on and on is slowed down', async () => {
    const { author, reader, server } = house;
    const lone = await server.person({ name: 'Zoé Lointaine', directorate: 'Collèges' });
    const find = (words: string) => author.call(findMentionable, { params: { idea }, body: { words } });
    expect(await find('z')).toMatchObject({ value: { people: [] } });
    expect(await find('zo')).toMatchObject({
      value: { people: [{ id: lone.id, name: 'Zoé Lointaine', directorate: 'Collèges' }] },
    });
    await say(author, 'Zoé saura.', { mentions: [lone.id] });
    expect(await kindsFor(lone)).toEqual(['mentioned']);
    const answers = [];
    for (let i = 0; i < 29; i++) answers.push(await find('col'));
    expect(answers.at(-1)).toMatchObject({ failure: { code: 'too-many-requests' } });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(28);
    expect((await reader.call(findMentionable, { params: { idea }, body: { words: 'zo' } })).ok).toBe(true);
  });

  test('the same comment sent again is one comment; its id in other hands is refused', async () => {
    const { reader, colleague } = house;
    const before = (await read(reader)).length;
    const { id } = await say(reader, 'Une seule fois.');
    expect((await say(reader, 'Une seule fois.', { id })).answer.ok).toBe(true);
    expect((await say(colleague, 'Une seule fois.', { id })).answer).toMatchObject({
      failure: { code: 'id-taken' },
    });
    expect((await read(reader)).length).toBe(before + 1);
  });

  test('[DI4] what its author takes back keeps its place and loses its words for everybody else, moderators too', async () => {
    const { reader, author, moderator } = house;
    const { id } = await say(author, 'Un mot de trop.');
    expect(await reader.call(withdrawComment, { params: { comment: id } })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    await author.expect(withdrawComment, { params: { comment: id } });
    const seen = async (by: Caller) => (await read(by)).find((comment) => comment.id === id);
    for (const by of [reader, moderator])
      expect(await seen(by)).toMatchObject({ state: 'withdrawn', text: null });
    expect(await seen(author)).toMatchObject({ text: 'Un mot de trop.' });
    await author.expect(restoreComment, { params: { comment: id } });
    expect(await seen(reader)).toMatchObject({ state: 'shown', text: 'Un mot de trop.' });
  });

  test('[DI6] the seventh comment of a minute is refused, and says how long to wait', async () => {
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push((await say(house.moderator, `Message ${i}`)).answer);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false]);
    expect(answers[6]).toMatchObject({ failure: { code: 'too-many-requests' } });
  });
});

test('[DI7] [S18] three supports change nothing that anybody else can read, hear or be told', async () => {
  const { author, colleague, moderator, sponsor, reader, server } = house;
  const others = [author, colleague, moderator, sponsor, server.administrator];
  const supporters = [
    reader,
    await server.person({ name: 'Sacha Exemple' }),
    await server.person({ name: 'Soline Exemple' }),
  ];
  const params = { challenge, idea };
  // Every read of the product that this idea, its challenge or nothing at all is asked for.
  const reads = ROUTES.filter(
    ({ method, path }) =>
      method === 'GET' &&
      [...path.matchAll(/:(\w+)/g)].every(([, name]) => name !== undefined && name in params),
  );
  expect(reads.length).toBeGreaterThan(15);
  const everything = async (): Promise<string[]> => {
    const answers: string[] = [];
    for (const by of others)
      for (const route of reads) {
        const response = await fetch(by.base + addressOf(route, { params }), {
          headers: { cookie: by.cookie() },
        });
        answers.push(`${route.name} ${response.status} ${await response.text()}`);
      }
    return answers;
  };
  const sockets = await Promise.all(others.map((by) => openSocket(by)));
  const heard: unknown[] = [];
  for (const { socket } of sockets) socket.onAny((...news: unknown[]) => heard.push(news));
  // The lists of mails say which have left.
  await server.app.mailSettled();
  // The first reading may make what later ones find made.
  await everything();
  const before = await everything();
  for (const by of supporters) await by.expect(supportIdea, { params: { idea }, body: { supported: true } });
  expect(await everything()).toEqual(before);
  expect(heard).toEqual([]);
  for (const { socket } of sockets) socket.disconnect();
}, 120_000);
