import { mintId, type FormField, type Particulars } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { asked, author, codeOf, colleague, moderates, moderator1 } from '../testing/cast.ts';
import {
  checkParticulars,
  keepParticulars,
  NO_PARTICULARS,
  saidAnswers,
  setParticulars,
  type Asks,
} from './particulars.ts';

const [heat, light, gone] = [mintId('theme'), mintId('theme'), mintId('theme')];
const field = (change: Partial<FormField>): FormField => ({
  id: mintId('field'),
  kind: 'short',
  fr: 'Pour qui ?',
  en: '',
  helpFr: '',
  helpEn: '',
  required: false,
  limit: null,
  options: [],
  retired: false,
  ...change,
});
const forWhom = field({ required: true, limit: 30 });
const where = field({ kind: 'several', options: ['Siège', 'Collèges'].map((fr) => ({ fr, en: '' })) });
const old = field({ fr: 'Combien ?', retired: true, required: true });
const asks: Asks = {
  themes: [
    { id: heat, retired: false },
    { id: light, retired: false },
    { id: gone, retired: true },
  ],
  fields: [forWhom, where, old],
};
const given: Particulars = { theme: heat, answers: [{ field: forWhom.id, values: ['Les agents'] }] };
const keep = (wanted: Partial<Particulars>, before = NO_PARTICULARS) =>
  keepParticulars(asks, { ...NO_PARTICULARS, ...wanted }, before);

test('[TH2] a draft keeps any answer at any length, and publishing says what lacks', () => {
  const long = 'x'.repeat(5_000);
  const kept = keep({ answers: [{ field: forWhom.id, values: [long] }] });
  expect(kept).toEqual({
    ok: true,
    value: { theme: null, answers: [{ field: forWhom.id, values: [long] }] },
  });
  expect(checkParticulars(asks, NO_PARTICULARS)).toEqual({
    ok: false,
    failure: { code: 'particulars-missing', theme: true, fields: [forWhom.id] },
  });
  expect(checkParticulars(asks, { theme: heat, answers: [{ field: forWhom.id, values: [long] }] })).toEqual({
    ok: false,
    failure: { code: 'answer-too-long', field: forWhom.id, limit: 30, length: 5_000 },
  });
  expect(checkParticulars(asks, given).ok).toBe(true);
  expect(checkParticulars({ themes: [], fields: [] }, NO_PARTICULARS).ok).toBe(true);
});

test('[TH2] a choice is one of those offered, each once; what is unknown is refused', () => {
  const at = (values: string[]) => codeOf(keep({ answers: [{ field: where.id, values }] }));
  expect(at(['Siège', 'Collèges'])).toBe('ok');
  expect(at(['Siège', 'Siège'])).toBe('invalid-input');
  expect(at(['Ailleurs'])).toBe('invalid-input');
  expect(codeOf(keep({ theme: mintId('theme') }))).toBe('not-found');
  expect(codeOf(keep({ answers: [{ field: mintId('field'), values: ['x'] }] }))).toBe('not-found');
});

test('[TH3] nothing answered is lost: not what is not sent again, nor a theme or a choice offered no more', () => {
  const before: Particulars = {
    theme: gone,
    answers: [
      { field: old.id, values: ['Douze'] },
      { field: where.id, values: ['Dépôt'] },
    ],
  };
  expect(keep({ theme: gone, answers: [{ field: forWhom.id, values: ['Tous'] }] }, before)).toEqual({
    ok: true,
    value: { theme: gone, answers: [...before.answers, { field: forWhom.id, values: ['Tous'] }] },
  });
  expect(codeOf(keep({ theme: gone }))).toBe('not-found');
  const both = [{ field: where.id, values: ['Dépôt', 'Siège'] }];
  expect(codeOf(keep({ theme: gone, answers: both }, before))).toBe('ok');
  expect(saidAnswers(asks, before).map(({ fr, values }) => [fr, values])).toEqual([
    ['Pour qui ?', ['Dépôt']],
    ['Combien ?', ['Douze']],
  ]);
  // Taken back by who writes: sent empty.
  expect(keep({ theme: heat, answers: [{ field: old.id, values: [''] }] }, before)).toMatchObject({
    value: { answers: [{ field: where.id }] },
  });
});

test('[TH4] whoever writes in it answers; a moderator changes its theme alone, and its authors are told', () => {
  const idea = {
    id: mintId('idea'),
    state: 'published' as const,
    originators: [author],
    coauthors: [],
    particulars: given,
  };
  const by = (person: typeof author, ...grants: Parameters<typeof asked>[2][]) =>
    asked('ideation', person, ...grants);
  expect(setParticulars(idea, { ...given, theme: light }, asks, by(author))).toMatchObject({
    value: { particulars: { theme: light }, tell: [] },
  });
  expect(setParticulars(idea, { theme: light, answers: [] }, asks, by(moderator1, moderates))).toMatchObject({
    value: { particulars: { theme: light, answers: given.answers }, tell: [author] },
  });
  expect(codeOf(setParticulars(idea, given, asks, by(moderator1, moderates)))).toBe('not-allowed');
  expect(codeOf(setParticulars(idea, { theme: light, answers: [] }, asks, by(colleague)))).toBe(
    'not-allowed',
  );
  expect(codeOf(setParticulars(idea, given, asks, asked('deliberation', author)))).toBe('challenge-phase');
  expect(codeOf(setParticulars({ ...idea, state: 'draft' }, given, asks, by(author)))).toBe('idea-state');
  expect(codeOf(setParticulars(idea, { ...given, theme: null }, asks, by(author)))).toBe(
    'particulars-missing',
  );
});
