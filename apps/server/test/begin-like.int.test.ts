/** A challenge begun like another, through the doors of a whole server. */
import {
  draftChallenge,
  grantRole,
  listIdeas,
  listPeople,
  mintId,
  readChallenge,
  readKit,
  saveKitText,
  NO_LABELS,
  setFields,
  setLabels,
  setThemes,
  type ChallengeId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let first: ChallengeId;
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge: first } = await house.openChallenge());
}, 120_000);
afterAll(() => house.server.stop());

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const draft = {
  question: 'Et maintenant ?',
  brief: '',
  timeBox: {
    opensAt: paris('2027-03-15T09:00'),
    ideasUntil: paris('2027-03-26T17:00'),
    closesAt: paris('2027-04-02T17:00'),
    decisionDueAt: paris('2027-04-16T17:00'),
  },
  version: 0,
};

test('[CH29] its themes, questions, jury and kit come along; ideas, signatures and people’s words do not', async () => {
  const { moderator, colleague, server } = house;
  const params = { challenge: first };
  const theme = { id: mintId('theme'), fr: 'Énergie', en: '', retired: false, moderators: [] };
  const field = {
    id: mintId('field'),
    kind: 'short' as const,
    fr: 'Combien ?',
    en: '',
    helpFr: '',
    helpEn: '',
    required: false,
    limit: null,
    options: [],
    retired: false,
  };
  const idea = await house.idea(first);
  let { version } = await moderator.expect(readChallenge, { params });
  ({ version } = await moderator.expect(setThemes, { params, body: { themes: [theme], version } }));
  ({ version } = await moderator.expect(setFields, { params, body: { fields: [field], version } }));
  const labels = { ...NO_LABELS, title: { ...NO_LABELS.title, fr: 'Votre piste' } };
  await moderator.expect(setLabels, { params, body: { labels, version } });
  await moderator.expect(saveKitText, { params, body: { name: 'poster', text: 'À vous !', version: 0 } });
  await server.administrator.expect(grantRole, {
    params: { person: colleague.id },
    body: { role: 'juror', challenge: first, directorate: null },
  });

  const challenge = mintId('challenge');
  const body = { ...draft, like: first };
  const begun = await moderator.expect(draftChallenge, { params: { challenge }, body });
  expect(begun.themes.map(({ fr }) => fr)).toEqual(['Énergie']);
  expect(begun.fields.map(({ fr }) => fr)).toEqual(['Combien ?']);
  expect(begun.labels).toEqual(labels);
  expect(begun.themes[0]?.id).not.toBe(theme.id);
  // A retry whose answer was lost begins no second one.
  expect(await moderator.expect(draftChallenge, { params: { challenge }, body })).toEqual(begun);
  const kit = await moderator.expect(readKit, { params: { challenge } });
  expect(kit.texts).toMatchObject([{ name: 'poster', text: 'À vous !', version: 1 }]);
  expect(kit.signatures).toEqual([]);
  const { people } = await server.administrator.expect(listPeople);
  const juror = people.find(({ id }) => id === colleague.id);
  expect(juror?.grants).toContainEqual({ role: 'juror', challenge, directorate: null });
  const { ideas } = await moderator.expect(listIdeas, { params: { challenge } });
  expect(ideas).toEqual([]);
  expect((await moderator.expect(listIdeas, { params })).ideas.map(({ id }) => id)).toEqual([idea]);
});

test('[CH29] whoever moderates nothing begins nothing like it, and nothing is left of the try', async () => {
  const challenge = mintId('challenge');
  const body = { ...draft, like: first };
  expect(await house.reader.call(draftChallenge, { params: { challenge }, body })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const like = mintId('challenge');
  expect(
    await house.moderator.call(draftChallenge, { params: { challenge }, body: { ...draft, like } }),
  ).toMatchObject({ failure: { code: 'not-found' } });
  expect(await house.moderator.call(readChallenge, { params: { challenge } })).toMatchObject({
    failure: { code: 'not-found' },
  });
});
