/** The charter through the doors of a whole server: asked once, at the first words for others, and never before. */
import {
  acceptCharter,
  claimEntry,
  commentOnIdea,
  enterIdea,
  listComments,
  listIdeas,
  mintId,
  publishIdea,
  readCharter,
  readIdea,
  reboundOnIdea,
  reportContent,
  ROUTES,
  saveCharter,
  saveDraft,
  signInWithLink,
  supportIdea,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller, type Caller } from '../src/caller.ts';
import { tokenOf } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;
let idea: IdeaId;
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge } = await house.openChallenge());
  idea = await house.idea(challenge);
}, 120_000);
afterAll(() => house.server.stop());

const NOT_ACCEPTED = { ok: false, failure: { code: 'charter-not-accepted', version: 1 } };
const saying = (text: string) => ({
  id: mintId('comment'),
  parent: null,
  kind: 'comment' as const,
  text,
  mentions: [],
});

/** Somebody who answers herself when she is asked, with the account of an entry: nobody accepted for her. */
async function newcomer(): Promise<Caller> {
  const person = await house.server.person({ name: 'Nell Exemple' });
  const caller = createCaller(house.server.base, { charter: 'asked' });
  await house.server.app.mailSettled();
  const { text } = house.server.mails.findLast(({ to }) => to.includes(person.mail)) ?? { text: '' };
  await caller.expect(signInWithLink, { body: { token: tokenOf(text) } });
  return caller;
}

test('[CR2] [CR3] reading, drafting, supporting and reporting never ask; the first words for others do, once', async () => {
  const she = await newcomer();
  const params = { idea };
  expect(await she.expect(readCharter, {})).toMatchObject({
    version: 1,
    current: 1,
    accepted: null,
    acts: [],
  });
  await she.expect(readIdea, { params });
  await she.expect(supportIdea, { params, body: { supported: true } });
  const report = { id: mintId('report'), comment: null, motive: 'other', words: 'À voir.' } as const;
  await she.expect(reportContent, { params, body: report });
  const hers = mintId('idea');
  const draft = { challenge, title: 'Une idée', text: 'Ses mots.', parents: [], grownFrom: null };
  await she.expect(saveDraft, { params: { idea: hers }, body: draft });

  expect(await she.call(publishIdea, { params: { idea: hers } })).toMatchObject(NOT_ACCEPTED);
  const words = saying('Chez nous aussi.');
  expect(await she.call(commentOnIdea, { params, body: words })).toMatchObject(NOT_ACCEPTED);
  const rebound = { id: mintId('rebound'), text: 'Et la nuit ?' };
  expect(await she.call(reboundOnIdea, { params, body: rebound })).toMatchObject(NOT_ACCEPTED);
  expect((await she.expect(listComments, { params })).comments.map(({ text }) => text)).not.toContain(
    words.text,
  );

  expect(await she.call(acceptCharter, { body: { version: 2 } })).toMatchObject({
    failure: { code: 'stale-version', current: 1 },
  });
  const first = await she.expect(acceptCharter, { body: { version: 1 } });
  house.server.clock.advance(60_000);
  expect(await she.expect(acceptCharter, { body: { version: 1 } })).toEqual(first);
  // The very words that were refused, and every other act after them.
  await she.expect(commentOnIdea, { params, body: words });
  await she.expect(publishIdea, { params: { idea: hers } });
  await house.server.restart();
  await she.expect(reboundOnIdea, { params, body: rebound });
  expect((await she.expect(readCharter, {})).accepted).toEqual(first);
});

test('[CR1] a new version is written by who may, asked again of everybody, and the former stays readable', async () => {
  const { author, moderator, server } = house;
  const { fr, en } = await author.expect(readCharter, {});
  const next = { fr: `${fr}\n\nUne règle de plus.`, en: `${en}\n\nOne rule more.`, version: 1 };
  expect(await moderator.call(saveCharter, { body: next })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const lead = await server.person({ name: 'Léa Exemple', roles: ['moderator_lead'] });
  const saved = await lead.expect(saveCharter, { body: next });
  expect(saved).toMatchObject({ version: 2, current: 2, by: { name: 'Léa Exemple' }, acts: ['saveCharter'] });
  expect(await server.administrator.call(saveCharter, { body: next })).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
  // Nothing new is no version: nobody is asked again.
  expect((await lead.expect(saveCharter, { body: { ...next, version: 2 } })).current).toBe(2);
  const she = await newcomer();
  expect(await she.call(publishIdea, { params: { idea } })).toMatchObject({
    failure: { code: 'charter-not-accepted', version: 2 },
  });
  expect(await author.expect(readCharter, { query: { version: '1' } })).toMatchObject({
    version: 1,
    fr,
    current: 2,
  });
  expect(await author.call(readCharter, { query: { version: '9' } })).toMatchObject({
    failure: { code: 'not-found' },
  });
  // A lead writes rules; that they are the same is an administrator's word.
  const wording = { ...next, fr: `${next.fr} Sans faute.`, version: 2, correction: true };
  expect(await lead.call(saveCharter, { body: wording })).toMatchObject({
    failure: { code: 'not-allowed', why: 'not-an-administrator' },
  });
  // Anybody reads it, signed in or not.
  expect(await createCaller(server.base).expect(readCharter, {})).toMatchObject({
    version: 2,
    accepted: null,
    by: null,
  });
});

test('[CR5] a correction of the wording asks nobody again: who accepted the rules goes on, who did not is asked for the last text', async () => {
  const { author, server } = house;
  const before = await author.expect(readCharter, {});
  const she = await newcomer();
  await she.expect(acceptCharter, { body: { version: before.current } });
  const body = { fr: `${before.fr} Sans faute.`, en: before.en, version: before.current, correction: true };
  const saved = await server.administrator.expect(saveCharter, { body });
  const version = before.current + 1;
  expect(saved).toMatchObject({ version, since: before.since, acts: ['saveCharter', 'correctCharter'] });
  await server.restart();
  await she.expect(commentOnIdea, { params: { idea }, body: saying('Merci.') });
  expect(await she.expect(readCharter, {})).toMatchObject({
    version,
    since: before.since,
    asked: false,
    accepted: { version: before.current },
    by: { name: expect.any(String) },
  });
  const query = { version: String(before.current) };
  expect(await she.expect(readCharter, { query })).toMatchObject({ fr: before.fr, current: version });
  const other = await newcomer();
  expect((await other.expect(readCharter, {})).asked).toBe(true);
  expect(await other.call(commentOnIdea, { params: { idea }, body: saying('Oui.') })).toMatchObject({
    failure: { code: 'charter-not-accepted', version },
  });
});

test('[CR4] an agent without an account accepts on paper: said with her idea, kept as hers, known when she has an account', async () => {
  const { moderator, server } = house;
  const { current, since } = await moderator.expect(readCharter, {});
  const author = { name: 'Nour Exemple', directorate: 'Routes' };
  const words = { title: 'Des gants', text: 'À la bonne taille.' };
  const params = { challenge };
  const entered = mintId('idea');
  for (const charter of [undefined, since - 1])
    expect(
      await moderator.call(enterIdea, { params, body: { idea: entered, author, ...words, charter } }),
    ).toMatchObject({ failure: { code: 'charter-not-accepted', version: current } });
  const { ideas } = await moderator.expect(listIdeas, { params });
  expect(ideas.map(({ id }) => id)).not.toContain(entered);
  // The wording was corrected since the paper was printed.
  const body = { idea: entered, author, ...words, charter: since };
  const slip = await moderator.expect(enterIdea, { params, body });
  // An earlier paper says who she is: accepted once is accepted, and a version that is not written yet is none.
  const again = { idea: mintId('idea'), author: { code: slip.code }, ...words, charter: current + 1 };
  const second = await moderator.expect(enterIdea, { params, body: again });
  expect(second.agent.id).toBe(slip.agent.id);
  const she = createCaller(server.base, { charter: 'asked' });
  const { url } = await she.expect(claimEntry, { body: { code: second.code } });
  await she.expect(signInWithLink, { body: { token: tokenOf(url) } });
  expect((await she.expect(readCharter, {})).accepted).toMatchObject({ version: since });
  await she.expect(commentOnIdea, { params: { idea }, body: saying('Merci.') });
});

test('[CR2] whoever has not accepted is refused by every command that asks, before anything of it is looked at', async () => {
  const she = await newcomer();
  const cookie = she.cookie();
  const asking = ROUTES.filter(({ asksCharter }) => asksCharter);
  expect(asking.length).toBeGreaterThan(10);
  const ids = {
    idea,
    challenge,
    note: mintId('note'),
    comment: mintId('comment'),
    rebound: mintId('rebound'),
  };
  for (const { name, method, path } of asking) {
    const address = path.replace(/:(\w+)/g, (_, kind: string) => Reflect.get(ids, kind) ?? mintId('person'));
    const response = await fetch(house.server.base + address, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect([name, response.status, await response.json()]).toMatchObject([
      name,
      428,
      { code: 'charter-not-accepted' },
    ]);
  }
});
