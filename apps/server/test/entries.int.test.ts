/** Ideas of agents without a mailbox: entered for them, or by them at a kiosk; their code reads the answers. */
import {
  claimEntry,
  enterAtKiosk,
  enterIdea,
  findKiosk,
  followEntry,
  listIdeas,
  mintId,
  openKiosk,
  readEntry,
  readIdea,
  readChallenge,
  readKiosk,
  readSession,
  reboundOnIdea,
  setFields,
  setThemes,
  shutKiosk,
  signInWithLink,
  type ChallengeId,
  type EntryAuthor,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller } from '../src/caller.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';
import { tokenOf } from './support/test-server.ts';

let house: WritingHouse;
let challenge: ChallengeId;
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge } = await house.openChallenge());
}, 120_000);
afterAll(() => house.server.stop());

const words = { title: 'Des gants à la bonne taille', text: 'Nous jetons les trop grands.' };
const agent: EntryAuthor = { name: 'Nour Exemple', directorate: 'Routes' };
const nobody = () => createCaller(house.server.base);
const entering = (author: EntryAuthor = agent, idea = mintId('idea')) => ({
  params: { challenge },
  body: { idea, author, ...words, charter: 1 },
});

test('[S9] [EN1] the agent’s code shows the idea as theirs, with the moderator who wrote it down', async () => {
  const { moderator, reader, colleague } = house;
  const slip = await moderator.expect(enterIdea, entering());
  expect(slip).toMatchObject({ title: words.title, agent: { name: 'Nour Exemple', directorate: 'Routes' } });
  expect(slip.url).not.toContain(slip.code);
  const params = { idea: slip.idea };
  const before = await reader.expect(readEntry, { params });
  expect(before.entry).toMatchObject({ facilitator: { id: moderator.id }, confirmed: false });

  await colleague.expect(reboundOnIdea, { params, body: { id: mintId('rebound'), text: 'Pareil ici.' } });
  const typed = slip.code.toLowerCase().replaceAll('-', ' ');
  const followed = await nobody().expect(followEntry, { body: { code: typed } });
  expect(followed).toMatchObject({
    agent: { name: 'Nour Exemple' },
    facilitator: { name: 'Maud Exemple' },
    idea: { id: slip.idea, ...words, state: 'published' },
    rebounds: [{ person: { name: 'Côme Exemple' }, text: 'Pareil ici.' }],
    answer: null,
    hasAccount: false,
  });
  const { credits } = await reader.expect(readIdea, { params });
  expect(credits.originators.map(({ name }) => name)).toEqual(['Nour Exemple']);
  expect(JSON.stringify(credits)).not.toContain('Maud');
  expect((await reader.expect(readEntry, { params })).entry).toMatchObject({ confirmed: true });
});

test('sent again it is one idea, and the paper that was never seen opens nothing', async () => {
  const asked = entering();
  const first = await house.moderator.expect(enterIdea, asked);
  const second = await house.moderator.expect(enterIdea, asked);
  expect(await nobody().call(followEntry, { body: { code: first.code } })).toMatchObject({
    failure: { code: 'code-unknown' },
  });
  await nobody().expect(followEntry, { body: { code: second.code } });
  const { ideas } = await house.reader.expect(listIdeas, { params: { challenge } });
  expect(ideas.filter(({ id }) => id === asked.body.idea)).toHaveLength(1);
  expect(await house.server.administrator.call(enterIdea, asked)).toMatchObject({
    failure: { code: 'id-taken' },
  });
});

test('[EN1] nobody else enters an idea for somebody, and no role comes with a refusal', async () => {
  for (const by of [house.author, house.sponsor])
    expect(await by.call(enterIdea, entering())).toMatchObject({ failure: { code: 'not-allowed' } });
  const long = { ...entering(), body: { ...entering().body, title: 'x'.repeat(91) } };
  expect(await house.moderator.call(enterIdea, long)).toMatchObject({ failure: { code: 'title-too-long' } });
});

test('a code opens an account once, for the very person of the idea', async () => {
  const slip = await house.moderator.expect(enterIdea, entering());
  const { url } = await nobody().expect(claimEntry, { body: { code: slip.code } });
  const caller = nobody();
  await caller.expect(signInWithLink, { body: { token: tokenOf(url) } });
  const { me } = await caller.expect(readSession);
  expect(me).toMatchObject({ id: slip.agent.id, name: 'Nour Exemple', grants: [] });
  expect((await caller.expect(readIdea, { params: { idea: slip.idea } })).mine).toBe('originator');
  expect(await nobody().call(claimEntry, { body: { code: slip.code } })).toMatchObject({
    failure: { code: 'already-answered' },
  });
});

test('[EN2] codes that nobody has are refused alike, and too many tries are held up', async () => {
  const wrong = ['AAAA-BBBB-CCCC', '{"$gt":""}', '00000000', '../../etc/passwd', '<script>alert(1)</script>'];
  for (const code of wrong)
    expect(await nobody().call(followEntry, { body: { code } })).toMatchObject({
      failure: { code: 'code-unknown' },
    });
  const answers = [];
  for (let tries = 0; tries < 60; tries++)
    answers.push(await nobody().call(followEntry, { body: { code: 'AAAA-BBBB-CCCC' } }));
  expect(answers.at(-1)).toMatchObject({ failure: { code: 'too-many-requests' } });
});

test('[EN1] at a kiosk an agent enters an idea without a session, by name or by an earlier code, until it is shut', async () => {
  expect(await house.author.call(openKiosk, { params: { challenge } })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const { url } = await house.moderator.expect(openKiosk, { params: { challenge } });
  const token = new URL(url).hash.slice(1);
  const found = () => house.moderator.expect(findKiosk, { params: { challenge } });
  const { kiosk } = await found();
  expect(kiosk?.openedBy?.id).toBe(house.moderator.id);
  expect(JSON.stringify(kiosk)).not.toContain(token);
  expect(await house.author.call(findKiosk, { params: { challenge } })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const device = nobody();
  expect((await device.expect(readKiosk, { body: { token } })).directorates).toContain('Routes');
  const { body } = entering();
  const first = await device.expect(enterAtKiosk, { body: { token, ...body } });
  expect(first.facilitator.id).toBe(house.moderator.id);
  const again = entering({ code: first.code });
  const second = await device.expect(enterAtKiosk, { body: { token, ...again.body } });
  expect(second.agent.id).toBe(first.agent.id);
  expect(device.cookie()).toBe('');
  await house.moderator.expect(shutKiosk, { params: { challenge } });
  expect((await found()).kiosk).toBeNull();
  expect(await device.call(enterAtKiosk, { body: { token, ...entering().body } })).toMatchObject({
    failure: { code: 'link-unknown', reason: 'revoked' },
  });
});

test('[EN3] an entry gives what the challenge asks of every idea, for somebody and at a kiosk alike', async () => {
  const { moderator, reader } = house;
  const params = { challenge };
  const versionOf = async () => (await moderator.expect(readChallenge, { params })).version;
  const theme = { id: mintId('theme'), fr: 'Ateliers', en: '', retired: false };
  const themes = [{ ...theme, moderators: [moderator.id] }];
  await moderator.expect(setThemes, { params, body: { themes, version: await versionOf() } });
  const field = {
    id: mintId('field'),
    kind: 'short' as const,
    fr: 'Où ?',
    en: 'Where?',
    helpFr: '',
    helpEn: '',
    required: true,
    limit: null,
    options: [],
    retired: false,
  };
  await moderator.expect(setFields, { params, body: { fields: [field], version: await versionOf() } });

  const asked = entering();
  expect(await moderator.call(enterIdea, asked)).toMatchObject({
    failure: { code: 'particulars-missing', theme: true, fields: [field.id] },
  });
  const particulars = { theme: theme.id, answers: [{ field: field.id, values: ['Au dépôt'] }] };
  const { idea } = await moderator.expect(enterIdea, { ...asked, body: { ...asked.body, particulars } });
  const said = { theme: { id: theme.id, fr: 'Ateliers' }, answers: [{ fr: 'Où ?', values: ['Au dépôt'] }] };
  expect(await reader.expect(readIdea, { params: { idea } })).toMatchObject(said);

  const { url } = await moderator.expect(openKiosk, { params });
  const token = new URL(url).hash.slice(1);
  const device = nobody();
  // Who moderates is nobody's to read without a session.
  expect(await device.expect(readKiosk, { body: { token } })).toMatchObject({
    themes: [theme],
    fields: [{ id: field.id }],
  });
  expect(JSON.stringify(await device.expect(readKiosk, { body: { token } }))).not.toContain(moderator.id);
  const { body } = entering();
  expect(await device.call(enterAtKiosk, { body: { token, ...body } })).toMatchObject({
    failure: { code: 'particulars-missing' },
  });
  const slip = await device.expect(enterAtKiosk, { body: { token, ...body, particulars } });
  expect(await reader.expect(readIdea, { params: { idea: slip.idea } })).toMatchObject(said);
});
