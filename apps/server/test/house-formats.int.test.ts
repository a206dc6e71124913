/** Formats of the house, through the doors of a whole server: kept, begun with, renamed, taken off the list. */
import {
  addressOf,
  draftChallenge,
  listFormats,
  mintId,
  NO_LABELS,
  offerFormat,
  readBanner,
  readChallenge,
  renameFormat,
  saveFormat,
  setBanner,
  setColour,
  setLabels,
  setThemes,
  type ChallengeId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIXEL } from './support/small-file.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: ChallengeId;
const format = mintId('format');
const labels = { ...NO_LABELS, title: { ...NO_LABELS.title, fr: 'Votre piste' } };
const theme = { id: mintId('theme'), fr: 'Énergie', en: '', retired: false, moderators: [] };
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge: open } = await house.openChallenge());
  const { moderator } = house;
  const params = { challenge: open };
  let { version } = await moderator.expect(readChallenge, { params });
  ({ version } = await moderator.expect(setThemes, { params, body: { themes: [theme], version } }));
  ({ version } = await moderator.expect(setLabels, { params, body: { labels, version } }));
  ({ version } = await moderator.expect(setColour, { params, body: { colour: '#0055a4', version } }));
  const query = { alt: '', decorative: 'yes' as const, version };
  await moderator.expect(setBanner, { params, query, body: PIXEL });
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
const names = async (): Promise<string[]> =>
  (await house.moderator.expect(listFormats)).formats.map(({ name }) => name);

test('[FO1] the settings of a challenge are kept under a name, by who moderates it alone', async () => {
  const body = { challenge: open, name: 'Flash énergie' };
  expect(await house.author.call(saveFormat, { params: { format }, body })).toMatchObject({
    failure: { code: 'not-found' },
  });
  const { formats } = await house.moderator.expect(saveFormat, { params: { format }, body });
  expect(formats).toMatchObject([
    {
      name: 'Flash énergie',
      themes: ['Énergie'],
      labels: ['Votre piste'],
      colour: '#0055a4',
      picture: true,
      savedBy: { name: 'Maud Exemple' },
    },
  ]);
  // A retry whose answer was lost keeps no second one; the name of another is refused.
  expect((await house.moderator.expect(saveFormat, { params: { format }, body })).formats).toEqual(formats);
  const other = { params: { format: mintId('format') }, body: { ...body, name: 'FLASH énergie ' } };
  expect(await house.moderator.call(saveFormat, other)).toMatchObject({
    failure: { code: 'name-taken', name: 'Flash énergie' },
  });
  expect(await house.author.call(listFormats)).toMatchObject({ failure: { code: 'not-allowed' } });
});

test('[FO2] a challenge is begun with it after a restart, with its picture, and never with two models at once', async () => {
  await house.server.restart();
  const { moderator } = house;
  const params = { challenge: mintId('challenge') };
  const both = { ...draft, like: open, format };
  expect(await moderator.call(draftChallenge, { params, body: both })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
  const begun = await moderator.expect(draftChallenge, { params, body: { ...draft, format } });
  expect(begun.themes).toMatchObject([{ fr: 'Énergie', retired: false, moderators: [] }]);
  expect(begun.themes[0]?.id).not.toBe(theme.id);
  expect([begun.labels, begun.visual.colour]).toEqual([labels, '#0055a4']);
  const address = addressOf(readBanner, { params, query: { file: begun.visual.banner?.file ?? '' } });
  const picture = await fetch(house.server.base + address, { headers: { cookie: moderator.cookie() } });
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PIXEL);
});

test('[FO3] it is renamed and taken off the list by any who prepare challenges, and comes back; a draft begun with it goes on', async () => {
  const { moderator, author } = house;
  const params = { format };
  const renaming = { params, body: { name: 'Semaine énergie', version: 1 } };
  expect(await author.call(renameFormat, renaming)).toMatchObject({ failure: { code: 'not-allowed' } });
  await moderator.expect(renameFormat, renaming);
  expect(await moderator.call(renameFormat, renaming)).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
  await moderator.expect(offerFormat, { params, body: { offered: false, version: 2 } });
  expect(await names()).toEqual([]);
  // Chosen before it went: what was typed beside it is not refused.
  const begun = await moderator.expect(draftChallenge, {
    params: { challenge: mintId('challenge') },
    body: { ...draft, format },
  });
  expect(begun.labels).toEqual(labels);
  // Its name is free meanwhile, and then it comes back under another one.
  const second = { params: { format: mintId('format') }, body: { challenge: open, name: 'Semaine énergie' } };
  await moderator.expect(saveFormat, second);
  const back = { params, body: { offered: true, version: 3 } };
  expect(await moderator.call(offerFormat, back)).toMatchObject({ failure: { code: 'name-taken' } });
  await moderator.expect(renameFormat, { params, body: { name: 'La première', version: 3 } });
  await moderator.expect(offerFormat, { params, body: { offered: true, version: 4 } });
  expect(await names()).toEqual(['La première', 'Semaine énergie']);
});
