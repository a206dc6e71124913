import { mintId, NO_LABELS, type ThemeId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { NEW_ASKS } from '../challenges/begin-like.ts';
import { challenge, codeOf, colleague, moderates, moderator1, speaker } from '../testing/cast.ts';
import { beginWith, changeFormat, checkFormatName, keepFormat } from './house-formats.ts';

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const theme = (fr: string, retired = false) => ({
  id: mintId('theme'),
  fr,
  en: '',
  retired,
  moderators: [moderator1],
});
const source = {
  ...NEW_ASKS,
  id: challenge,
  opensAt: paris('2026-10-19T09:00'),
  // The clocks go back between the two: days are of the calendar.
  ideasUntil: paris('2026-10-26T12:30'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
  audience: { directorates: [mintId('directorate')], outsiders: [colleague] },
  themes: [theme('Énergie'), theme('Papier', true)],
  labels: { ...NO_LABELS, title: { ...NO_LABELS.title, fr: 'Votre piste' } },
  selectionMode: 'jury' as const,
};
const ids = { newThemeId: (): ThemeId => mintId('theme'), newFieldId: () => mintId('field') };
const by = speaker(moderator1, moderates);
const stranger = speaker(colleague);

test('[FO1] it keeps what a challenge asks, for whom and how long, and neither people nor dates', () => {
  const kept = keepFormat(source, { ...ids, by });
  if (!kept.ok) throw new Error(kept.failure.code);
  expect(kept.value.times).toEqual({
    opensAt: { days: 0, time: '09:00' },
    ideasUntil: { days: 7, time: '12:30' },
    closesAt: { days: 11, time: '17:00' },
    decisionDueAt: { days: 25, time: '17:00' },
  });
  expect(kept.value.asks).toMatchObject({
    audience: { directorates: source.audience.directorates, outsiders: [] },
    themes: [{ fr: 'Énergie', moderators: [] }],
    labels: source.labels,
    selectionMode: 'jury',
  });
  const said = JSON.stringify(kept.value);
  for (const person of [moderator1, colleague]) expect(said).not.toContain(person);
  expect(said).not.toContain('2026');
  expect(codeOf(keepFormat(source, { ...ids, by: stranger }))).toBe('not-found');
});

test('[FO2] a challenge begun with it has names of its own for what it asks, and what is newer than the format', () => {
  const kept = keepFormat(source, { ...ids, by });
  if (!kept.ok) throw new Error(kept.failure.code);
  const begun = beginWith(kept.value, { ...ids, by });
  if (!begun.ok) throw new Error(begun.failure.code);
  expect(begun.value.themes.map(({ fr }) => fr)).toEqual(['Énergie']);
  expect(begun.value.themes[0]?.id).not.toBe(kept.value.asks.themes[0]?.id);
  const { visual: _since, ...older } = kept.value.asks;
  const fromOlder = beginWith({ ...kept.value, asks: older as typeof kept.value.asks }, { ...ids, by });
  expect(fromOlder).toMatchObject({ ok: true, value: { visual: NEW_ASKS.visual } });
  expect(codeOf(beginWith(kept.value, { ...ids, by: stranger }))).toBe('not-found');
  expect(codeOf(beginWith(null, { ...ids, by }))).toBe('not-found');
});

test('[FO3] no two on the list have one name; off the list a name is free', () => {
  const others = [{ name: 'Éclair' }];
  expect(checkFormatName(' éclair ', others)).toMatchObject({
    failure: { code: 'name-taken', name: 'Éclair' },
  });
  expect(codeOf(checkFormatName('Trois semaines', others))).toBe('ok');
  const format = { name: 'Une semaine', version: 2, offered: true };
  const change = (wanted: { name?: string; offered?: boolean; version?: number }, who = by) =>
    changeFormat(format, { version: 2, ...wanted }, { by: who, others });
  expect(change({ name: 'Deux semaines' })).toEqual({
    ok: true,
    value: { name: 'Deux semaines', version: 3, offered: true },
  });
  expect(codeOf(change({ name: 'ÉCLAIR' }))).toBe('name-taken');
  expect(codeOf(change({ name: 'Éclair', offered: false }))).toBe('ok');
  expect(codeOf(change({ name: 'Deux semaines', version: 1 }))).toBe('stale-version');
  expect(codeOf(change({ name: 'Deux semaines' }, stranger))).toBe('not-allowed');
});
