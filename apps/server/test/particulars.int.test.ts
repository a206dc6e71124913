/** A challenge asks for a theme and more: from its settings to the draft, the idea, the queue, the search and the export. */
import {
  exportChallenge,
  importChallenge,
  listIdeas,
  listNotices,
  mintId,
  NO_LABELS,
  openKiosk,
  publishIdea,
  publishUnderPseudonym,
  readChallenge,
  readIdea,
  readKiosk,
  readModeration,
  saveDraft,
  setFields,
  setLabels,
  setParticulars,
  setThemes,
  type Challenge,
  type FormField,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
let second: TestPerson;
const [heat, light] = [mintId('theme'), mintId('theme')];
const idea = mintId('idea');
const forWhom: FormField = {
  id: mintId('field'),
  kind: 'short',
  fr: 'Pour qui ?',
  en: 'For whom?',
  helpFr: '',
  helpEn: '',
  required: true,
  limit: 40,
  options: [],
  retired: false,
};

const challenge = (): Promise<Challenge> =>
  house.moderator.expect(readChallenge, { params: { challenge: open.challenge } });
const draft = (particulars?: {
  theme: typeof heat | null;
  answers: { field: typeof forWhom.id; values: string[] }[];
}) => ({
  challenge: open.challenge,
  title: 'Baisser d’un degré',
  text: 'Le soir.',
  parents: [],
  grownFrom: null,
  ...(particulars && { particulars }),
});

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
  second = await house.server.person({
    name: 'Mila Exemple',
    directorate: 'Innovation',
    roles: ['moderator'],
  });
});
afterAll(() => house.server.stop());

test('[TH1] themes and questions are set on an open challenge, and an idea of before stays as it was', async () => {
  const before = await house.idea(open.challenge);
  const themes = [
    { id: heat, fr: 'Chauffage', en: 'Heating', retired: false, moderators: [second.id] },
    { id: light, fr: 'Lumière', en: '', retired: false, moderators: [] },
  ];
  const params = { challenge: open.challenge };
  const { version } = await challenge();
  await house.moderator.expect(setThemes, { params, body: { themes, version } });
  const stale = await house.moderator.call(setFields, { params, body: { fields: [forWhom], version } });
  expect(stale).toMatchObject({ failure: { code: 'stale-version', current: version + 1 } });
  const set = await house.moderator.expect(setFields, {
    params,
    body: { fields: [forWhom], version: version + 1 },
  });
  expect(set.themes.map(({ moderators }) => moderators.map(({ name }) => name))).toEqual([
    ['Mila Exemple'],
    [],
  ]);
  const seen = await house.author.expect(readChallenge, { params });
  expect(seen.themes.flatMap(({ moderators }) => moderators)).toEqual([]);
  expect(seen.fields).toEqual([forWhom]);
  const page = await house.author.expect(readIdea, { params: { idea: before } });
  expect([page.theme, page.answers]).toEqual([null, []]);
});

test('[TH6] what the two fields are called is kept beyond a restart, read by who proposes and by the kiosk', async () => {
  const params = { challenge: open.challenge };
  const { version, labels: before } = await challenge();
  expect(before).toEqual(NO_LABELS);
  const title = { fr: 'Votre piste', en: 'Your lead', helpFr: 'En cinq mots.', helpEn: '' };
  const same = { title, text: { ...title, helpFr: '' } };
  expect(await house.moderator.call(setLabels, { params, body: { labels: same, version } })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
  const labels = { ...NO_LABELS, title };
  expect(await house.author.call(setLabels, { params, body: { labels, version } })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  await house.moderator.expect(setLabels, { params, body: { labels, version } });
  await house.server.restart();
  expect((await house.author.expect(readChallenge, { params })).labels).toEqual(labels);
  const { url } = await house.moderator.expect(openKiosk, { params });
  const token = new URL(url).hash.slice(1);
  expect((await house.reader.expect(readKiosk, { body: { token } })).labels).toEqual(labels);
  const again = { params, body: { labels: NO_LABELS, version: version + 1 } };
  expect((await house.moderator.expect(setLabels, again)).labels).toEqual(NO_LABELS);
});

test('[TH2] a draft keeps them with its text, and publishing says what lacks and loses nothing', async () => {
  await house.author.expect(saveDraft, { params: { idea }, body: draft() });
  expect(await house.author.call(publishIdea, { params: { idea } })).toMatchObject({
    failure: { code: 'particulars-missing', theme: true, fields: [forWhom.id] },
  });
  const concealed = { params: { idea }, body: { as: mintId('idea') } };
  expect(await house.author.call(publishUnderPseudonym, concealed)).toMatchObject({
    failure: { code: 'particulars-missing', theme: true, fields: [forWhom.id] },
  });
  const long = 'Les agentes et les agents des collèges et du siège';
  const answers = [{ field: forWhom.id, values: [long] }];
  await house.author.expect(saveDraft, { params: { idea }, body: draft({ theme: heat, answers }) });
  // A save that does not speak of them leaves them.
  await house.author.expect(saveDraft, { params: { idea }, body: draft() });
  expect(await house.author.call(publishIdea, { params: { idea } })).toMatchObject({
    failure: { code: 'answer-too-long', field: forWhom.id, limit: 40, length: long.length },
  });
  const kept = await house.author.expect(readIdea, { params: { idea } });
  expect(kept.answers).toEqual([{ field: forWhom.id, fr: 'Pour qui ?', en: 'For whom?', values: [long] }]);
  const shorter = [{ field: forWhom.id, values: ['Les collèges'] }];
  await house.author.expect(saveDraft, { params: { idea }, body: draft({ theme: heat, answers: shorter }) });
  const page = await house.author.expect(publishIdea, { params: { idea } });
  expect(page).toMatchObject({ theme: { fr: 'Chauffage' }, answers: [{ values: ['Les collèges'] }] });
});

test('[TH5] its theme sends it to a moderator’s queue first, and to all after a working day', async () => {
  const params = { challenge: open.challenge };
  const routed = async (by: TestPerson) =>
    (await by.expect(readModeration, { params })).items.find((item) => item.idea.id === idea)?.routed;
  expect(await routed(second)).toBe('you');
  expect(await routed(house.moderator)).toBe('others');
  const now = house.server.clock.now();
  house.server.clock.set(new Date(now.getTime() + 2 * 86_400_000));
  expect(await routed(house.moderator)).toBe('all');
  house.server.clock.set(now);
});

test('[TH4] a moderator changes the theme, its author is told, and the list is filtered by it', async () => {
  const params = { challenge: open.challenge };
  const under = async (theme: typeof heat) =>
    (await house.reader.expect(listIdeas, { params, query: { theme } })).ideas.map(({ id }) => id);
  expect(await under(heat)).toEqual([idea]);
  const body = { theme: light, answers: [] };
  expect(await house.reader.call(setParticulars, { params: { idea }, body })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const credits = (await house.author.expect(readIdea, { params: { idea } })).credits;
  const page = await house.moderator.expect(setParticulars, { params: { idea }, body });
  expect(page).toMatchObject({ theme: { id: light }, answers: [{ values: ['Les collèges'] }], credits });
  expect([await under(heat), await under(light)]).toEqual([[], [idea]]);
  const { notices } = await house.author.expect(listNotices);
  const told = notices.find(({ kind }) => kind === 'theme-changed');
  expect(told).toMatchObject({ kind: 'theme-changed', reason: 'Lumière', actor: { name: 'Maud Exemple' } });
});

test('[TH3] [TH6] questions changed later lose no answer: not on the page, nor in an export that comes back', async () => {
  const params = { challenge: open.challenge };
  const { version } = await challenge();
  const own = { ...NO_LABELS, title: { fr: 'Votre piste', en: '', helpFr: 'En cinq mots.', helpEn: '' } };
  await house.moderator.expect(setFields, { params, body: { fields: [], version } });
  await house.moderator.expect(setLabels, { params, body: { labels: own, version: version + 1 } });
  const page = await house.reader.expect(readIdea, { params: { idea } });
  expect(page.answers.map(({ fr, values }) => [fr, values])).toEqual([['Pour qui ?', ['Les collèges']]]);
  const out = await house.moderator.expect(exportChallenge, { params });
  const rows = out.ideas.map(({ title, text, theme, answers }, row) => ({
    title,
    text,
    author: { name: '', mail: null, directorate: '', source: '' },
    supports: 0,
    source: `row ${row}`,
    ...(theme && { theme: theme.fr }),
    answers: answers.map(({ fr, values }) => ({ question: fr, values })),
  }));
  const copy = mintId('challenge');
  const local = (day: string) => ({ local: `2027-${day}T09:00`, timeZone: 'Europe/Paris' });
  const timeBox = {
    opensAt: local('03-01'),
    ideasUntil: local('03-10'),
    closesAt: local('03-17'),
    decisionDueAt: local('04-01'),
  };
  expect(out.labels).toEqual(own);
  const asked = { preview: false, challenge: copy, question: 'Copie ?', brief: '', timeBox };
  const body = { ...asked, labels: out.labels, colour: '#0055a4', ideas: rows };
  const same = { ...body, labels: { title: own.title, text: own.title } };
  expect(await house.server.administrator.call(importChallenge, { body: same })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
  await house.server.administrator.expect(importChallenge, { body });
  const back = await house.server.administrator.expect(exportChallenge, { params: { challenge: copy } });
  expect([back.labels, back.colour]).toEqual([out.labels, '#0055a4']);
  const said = ({ ideas }: typeof out) =>
    ideas
      .map(({ title, theme, answers }) => [title, theme?.fr, answers.map(({ fr, values }) => [fr, values])])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  expect(said(back)).toEqual(said(out));
});

test('[TH3] after a restart everything asked and answered is there', async () => {
  await house.server.restart();
  const page = await house.reader.expect(readIdea, { params: { idea } });
  expect(page).toMatchObject({ theme: { fr: 'Lumière' }, answers: [{ values: ['Les collèges'] }] });
  expect((await challenge()).themes.map(({ fr }) => fr)).toEqual(['Chauffage', 'Lumière']);
});
