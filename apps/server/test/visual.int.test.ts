/** How a challenge looks, through the doors of a whole server: its colour, and a picture kept and sent as files are. */
import {
  addressOf,
  BANNER_LIMIT,
  changeBanner,
  draftChallenge,
  exportChallenge,
  importChallenge,
  mintId,
  NO_VISUAL,
  readBanner,
  readChallenge,
  setBanner,
  setColour,
  type Challenge,
  type ChallengeId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apart } from './support/at-the-data.ts';
import { PIXEL } from './support/small-file.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: ChallengeId;
beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge: open } = await house.openChallenge());
}, 120_000);
afterAll(() => house.server.stop());

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const timeBox = {
  opensAt: paris('2027-03-15T09:00'),
  ideasUntil: paris('2027-03-26T17:00'),
  closesAt: paris('2027-04-02T17:00'),
  decisionDueAt: paris('2027-04-16T17:00'),
};
const at = () => ({ challenge: open });
const challenge = (): Promise<Challenge> => house.moderator.expect(readChallenge, { params: at() });
const get = (by: TestPerson, address: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(house.server.base + address, { headers: { cookie: by.cookie(), ...headers } });
const said = { alt: 'La cour du collège', decorative: 'no' as const };
const set = async (body: Uint8Array, given: { alt: string; decorative: 'yes' | 'no' } = said) => {
  const { version } = await challenge();
  return house.moderator.call(setBanner, { params: at(), query: { ...given, version }, body });
};

test('[VI1] a colour is chosen, read by everybody and kept beyond a restart', async () => {
  const { version, visual } = await challenge();
  expect(visual).toEqual(NO_VISUAL);
  const body = { colour: '#0055a4', version };
  expect(await house.author.call(setColour, { params: at(), body })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(
    await house.moderator.call(setColour, { params: at(), body: { ...body, colour: 'red' } }),
  ).toMatchObject({ failure: { code: 'invalid-input' } });
  await house.moderator.expect(setColour, { params: at(), body });
  expect(await house.moderator.call(setColour, { params: at(), body })).toMatchObject({
    failure: { code: 'stale-version', current: version + 1 },
  });
  await house.server.restart();
  expect((await house.author.expect(readChallenge, { params: at() })).visual.colour).toBe('#0055a4');
});

test('[VI2] a picture is kept described, sent inert, and asked for again only when it is another one', async () => {
  const put = await set(PIXEL);
  if (!put.ok) throw new Error(put.failure.code);
  const { banner } = put.value.visual;
  expect(banner).toMatchObject({ type: 'png', width: 1, height: 1, alt: said.alt, shown: true });
  const address = addressOf(readBanner, { params: at(), query: { file: banner?.file ?? '' } });
  const got = await get(house.author, address);
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(PIXEL);
  expect(got.headers.get('content-security-policy')).toContain("default-src 'none'");
  const tag = got.headers.get('etag') ?? '';
  // As a browser asks; a program's own fetch would ask past every copy.
  const asking = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
  const again = await get(house.author, address, asking);
  expect([again.status, got.headers.get('cache-control')]).toEqual([304, 'private, no-cache']);
});

test('[VI2] what is no picture, too heavy or neither described nor decorative is refused, and the one before stays', async () => {
  const before = (await challenge()).visual;
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  expect(await set(text('%PDF-1.4\n%%EOF\n'))).toMatchObject({
    failure: { code: 'file-type', found: 'pdf' },
  });
  expect(await set(text('<svg xmlns="x"/>'))).toMatchObject({ failure: { code: 'file-type', found: 'svg' } });
  expect(await set(PIXEL.slice(0, 40))).toMatchObject({ failure: { code: 'file-damaged' } });
  expect(await set(new Uint8Array(BANNER_LIMIT + 1))).toMatchObject({ failure: { code: 'too-large' } });
  expect(await set(PIXEL, { alt: '', decorative: 'no' })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
  expect((await challenge()).visual).toEqual(before);
});

test('[VI3] out of sight it is nobody’s but the moderators’, and comes back as it was', async () => {
  const { version, visual } = await challenge();
  const params = at();
  const change = (shown: boolean, seen: number) =>
    house.moderator.expect(changeBanner, { params, body: { ...said, shown, version: seen } });
  const hidden = await change(false, version);
  expect(hidden.visual.banner).toEqual({ ...visual.banner, shown: false });
  expect((await house.author.expect(readChallenge, { params })).visual.banner).toBeNull();
  const address = addressOf(readBanner, { params, query: { file: visual.banner?.file ?? '' } });
  expect((await get(house.author, address)).status).toBe(404);
  expect((await get(house.moderator, address)).status).toBe(200);
  expect((await change(true, version + 1)).visual).toEqual(visual);
  expect((await get(house.author, address)).status).toBe(200);
});

test('[VI3] [CH29] a challenge begun like it looks like it', async () => {
  const body = { question: 'Et maintenant ?', brief: '', timeBox, version: 0, like: open };
  const params = { challenge: mintId('challenge') };
  const begun = await house.moderator.expect(draftChallenge, { params, body });
  expect(begun.visual).toEqual((await challenge()).visual);
  const address = addressOf(readBanner, { params, query: { file: begun.visual.banner?.file ?? '' } });
  expect((await get(house.moderator, address)).status).toBe(200);
  // Nobody else learns that it exists.
  expect((await get(house.author, address)).status).toBe(404);
});

test('[VI3] both go out with an export and come back with it, the picture looked at as one that somebody chose', async () => {
  const { administrator } = house.server;
  const out = await house.moderator.expect(exportChallenge, { params: at() });
  expect(out).toMatchObject({ colour: '#0055a4', banner: { alt: said.alt } });
  const author = { name: 'Ana Exemple', mail: null, directorate: '', source: '' };
  const ideas = [{ title: 'Un banc', text: 'Devant la mairie.', author, supports: 0, source: '' }];
  const copy = mintId('challenge');
  const { colour, banner } = out;
  const body = {
    preview: false,
    challenge: copy,
    question: 'Copie ?',
    brief: '',
    timeBox,
    colour,
    banner,
    ideas,
  };
  const carrying = (bytes: string) => ({
    ...body,
    preview: true,
    banner: { alt: '', base64: Buffer.from(bytes).toString('base64') },
  });
  for (const [bytes, code] of [
    ['%PDF-1.4\n%%EOF\n', 'file-type'],
    ['<svg xmlns="x" onload="alert(1)"/>', 'file-type'],
  ] as const)
    expect(await administrator.call(importChallenge, { body: carrying(bytes) })).toMatchObject({
      failure: { code },
    });
  const half = { ...body, preview: true, banner: { alt: '', base64: banner?.base64.slice(0, 40) ?? '' } };
  expect(await administrator.call(importChallenge, { body: half })).toMatchObject({
    failure: { code: 'file-damaged' },
  });

  await administrator.expect(importChallenge, { body });
  const back = await administrator.expect(readChallenge, { params: { challenge: copy } });
  expect(back.visual).toEqual((await challenge()).visual);
  const query = { file: back.visual.banner?.file ?? '' };
  const got = await fetch(house.server.base + addressOf(readBanner, { params: { challenge: copy }, query }), {
    headers: { cookie: administrator.cookie() },
  });
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(PIXEL);

  // Out of sight it is not given away.
  const { version } = await challenge();
  const hidden = { ...said, shown: false, version };
  await house.moderator.expect(changeBanner, { params: at(), body: hidden });
  expect((await house.moderator.expect(exportChallenge, { params: at() })).banner).toBeNull();
});

test('[AR6] an export says what was asked, from when to when and, once the challenge is archived, what it gave', async () => {
  const { question, opensAt, closesAt } = await challenge();
  const before = await house.moderator.expect(exportChallenge, { params: at() });
  expect(before).toMatchObject({ question, archived: null });
  const local = ({ local: wall, timeZone }: typeof opensAt) => ({ local: wall, timeZone });
  expect(before.timeBox).toMatchObject({ opensAt: local(opensAt), closesAt: local(closesAt) });
  const brief = 'Ce qui se perd se voit de près.';
  const archived = {
    at: new Date('2027-01-15T09:00:00Z'),
    by: house.moderator.id,
    story: 'Trois idées menées au bout.',
    unmeasured: [],
  };
  await house.server.without(() =>
    apart(house.server.folder, async ({ connection }) => {
      const one = { _id: open as never };
      await connection.collection('challenges').updateOne(one, { $set: { brief, archived } });
    }),
  );
  const after = await house.moderator.expect(exportChallenge, { params: at() });
  expect(after.brief).toBe(brief);
  const { story, by } = after.archived ?? { story: '', by: null };
  expect([story, by?.id]).toEqual([archived.story, house.moderator.id]);
});
