import { mintId, type FormField } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { codeOf, colleague, moderates, moderator1, moderator2, now, speaker } from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import { routedTo, setFields, setThemes, type ThemeSet } from './set-asks.ts';

const by = { by: speaker(moderator1, moderates), now };
const { version } = autumn;
const moderators = [moderator1, moderator2];
const theme = (fr: string, change: Partial<ThemeSet> = {}): ThemeSet => ({
  id: mintId('theme'),
  fr,
  en: '',
  retired: false,
  moderators: [],
  ...change,
});
const field = (change: Partial<FormField> = {}): FormField => ({
  id: mintId('field'),
  kind: 'one',
  fr: 'Où ?',
  en: '',
  helpFr: '',
  helpEn: '',
  required: false,
  limit: null,
  options: [{ fr: 'Ici', en: 'Here' }],
  retired: false,
  ...change,
});

test('[TH1] moderators say which themes there are; one that is left out is offered no more and stays', () => {
  const [heat, light] = [theme('Chauffage'), theme('Lumière')];
  const set = (wanted: ThemeSet[], known: ThemeSet[] = []) =>
    setThemes(autumn, { wanted, known, version, moderators }, by);
  expect(set([light], [heat, light])).toMatchObject({
    value: { themes: [light, { ...heat, retired: true }], version: version + 1 },
  });
  expect(codeOf(set([heat, theme('CHAUFFAGE')]))).toBe('invalid-input');
  expect(codeOf(set([theme('Eau', { moderators: [colleague] })]))).toBe('not-found');
  expect(codeOf(set([theme('Eau', { moderators: [moderator2] })]))).toBe('ok');
  const stranger = { by: speaker(colleague), now };
  expect(codeOf(setThemes(autumn, { wanted: [], known: [], version, moderators }, stranger))).toBe(
    'not-allowed',
  );
});

test('[TH1] a choice has what it offers, a text has nothing to offer, and a question keeps its kind', () => {
  const set = (wanted: FormField[], known: FormField[] = []) =>
    setFields(autumn, { wanted, known, version }, by);
  const one = field();
  expect(codeOf(set([one]))).toBe('ok');
  expect(codeOf(set([field({ options: [] })]))).toBe('invalid-input');
  expect(codeOf(set([field({ kind: 'short' })]))).toBe('invalid-input');
  expect(codeOf(set([{ ...one, kind: 'several' }], [one]))).toBe('invalid-input');
  expect(set([], [one])).toMatchObject({ value: { fields: [{ id: one.id, retired: true }] } });
});

test('[TH5] an idea comes to those of its theme first, to everybody after a working day, and to all where nobody receives it', () => {
  const routed = (reader: typeof moderator1, receivers: (typeof moderator1)[], waitedLongEnough = false) =>
    routedTo(reader, { receivers, waitedLongEnough });
  expect(routed(moderator1, [moderator1])).toBe('you');
  expect(routed(moderator2, [moderator1])).toBe('others');
  expect(routed(moderator2, [moderator1], true)).toBe('all');
  expect(routed(moderator2, [])).toBe('all');
});
