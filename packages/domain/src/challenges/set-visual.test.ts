import { NO_VISUAL, type Visual } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { codeOf, colleague, moderates, moderator1, now, speaker } from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import { changeBanner, setBanner, setColour, visualShown } from './set-visual.ts';

const by = { by: speaker(moderator1, moderates), now };
const stranger = { by: speaker(colleague), now };
const { version } = autumn;
const known = NO_VISUAL;
const picture = {
  cleaned: { type: 'png', bytes: new Uint8Array(), width: 1200, height: 400 },
  file: 'f'.repeat(64),
} as const;
const described = { alt: 'La cour du collège', decorative: 'no' } as const;
const withBanner: Visual = {
  colour: '#0055a4',
  banner: {
    file: picture.file,
    type: 'png',
    width: 1200,
    height: 400,
    alt: 'La cour du collège',
    shown: true,
  },
};

test('[VI1] moderators choose its colour or go back to the product’s; nobody else does', () => {
  const command = { known: withBanner, version, colour: null };
  expect(setColour(autumn, command, by)).toEqual({ ok: true, value: { ...withBanner, colour: null } });
  expect(codeOf(setColour(autumn, { ...command, version: version - 1 }, by))).toBe('stale-version');
  expect(codeOf(setColour(autumn, command, stranger))).toBe('not-allowed');
});

test('[VI2] a picture is described or said to decorate, and is a picture', () => {
  expect(
    setBanner(autumn, { known: { ...known, colour: '#0055a4' }, version, ...described }, picture, by),
  ).toEqual({
    ok: true,
    value: withBanner,
  });
  const set = (said: { alt: string; decorative: 'yes' | 'no' }) =>
    codeOf(setBanner(autumn, { known, version, ...said }, picture, by));
  expect(set({ alt: '', decorative: 'yes' })).toBe('ok');
  expect(set({ alt: '', decorative: 'no' })).toBe('invalid-input');
  expect(set({ alt: 'La cour', decorative: 'yes' })).toBe('invalid-input');
  const pdf = {
    ...picture,
    cleaned: { type: 'pdf', bytes: new Uint8Array(), width: null, height: null },
  } as const;
  expect(setBanner(autumn, { known, version, ...described }, pdf, by)).toMatchObject({
    failure: { code: 'file-type', found: 'pdf' },
  });
  expect(codeOf(setBanner(autumn, { known, version, ...described }, picture, stranger))).toBe('not-allowed');
});

test('[VI3] it is taken out of sight and put back; readers do not see it meanwhile', () => {
  const change = (shown: boolean) =>
    changeBanner(autumn, { known: withBanner, version, ...described, shown }, by);
  const hidden = change(false);
  if (!hidden.ok || hidden.value.banner === null) throw new Error('not changed');
  expect(hidden.value.banner.shown).toBe(false);
  expect(visualShown(hidden.value)).toEqual({ ...withBanner, banner: null });
  expect(change(true)).toEqual({ ok: true, value: withBanner });
  expect(visualShown(withBanner)).toEqual(withBanner);
  expect(codeOf(changeBanner(autumn, { known, version, ...described, shown: true }, by))).toBe('not-found');
});
