import { NO_LABELS, type Label } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { codeOf, colleague, moderates, moderator1, now, speaker } from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import { setLabels } from './set-labels.ts';

const by = { by: speaker(moderator1, moderates), now };
const { version } = autumn;
const called = (change: Partial<Label>): Label => ({ ...NO_LABELS.title, ...change });

test('[TH6] moderators say what the two fields are called, in whichever words and languages they give', () => {
  const wanted = { title: called({ fr: 'Votre piste', helpEn: 'Short.' }), text: NO_LABELS.text };
  expect(setLabels(autumn, { wanted, version }, by)).toEqual({
    ok: true,
    value: { labels: wanted, version: version + 1 },
  });
  expect(codeOf(setLabels(autumn, { wanted: NO_LABELS, version }, by))).toBe('ok');
  expect(codeOf(setLabels(autumn, { wanted, version: version - 1 }, by))).toBe('stale-version');
  const stranger = { by: speaker(colleague), now };
  expect(codeOf(setLabels(autumn, { wanted, version }, stranger))).toBe('not-allowed');
});

test('[TH6] two fields are never called the same in one language', () => {
  const set = (title: Partial<Label>, text: Partial<Label>) =>
    codeOf(setLabels(autumn, { wanted: { title: called(title), text: called(text) }, version }, by));
  expect(set({ fr: 'Votre piste' }, { fr: ' votre PISTE ' })).toBe('invalid-input');
  expect(set({ en: 'Idea' }, { en: 'idea' })).toBe('invalid-input');
  expect(set({ fr: 'Idea' }, { en: 'Idea' })).toBe('ok');
  expect(set({ helpFr: 'Court.' }, { helpFr: 'Court.' })).toBe('ok');
});
