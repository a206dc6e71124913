import { mintId, NO_LABELS, type FormField } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { beginLike } from './begin-like.ts';

const [moderator, colleague, outsider] = [mintId('person'), mintId('person'), mintId('person')];
const directorate = mintId('directorate');
const field = (retired: boolean): FormField => ({
  id: mintId('field'),
  kind: 'one',
  fr: 'Où ?',
  en: 'Where?',
  helpFr: '',
  helpEn: '',
  required: true,
  limit: null,
  options: [{ fr: 'Ici', en: 'Here' }],
  retired,
});
const theme = (retired: boolean) => ({
  id: mintId('theme'),
  fr: 'Énergie',
  en: 'Energy',
  retired,
  moderators: [moderator, colleague],
});
const source = {
  id: mintId('challenge'),
  audience: { directorates: [directorate], outsiders: [outsider] },
  themes: [theme(false), theme(true)],
  fields: [field(true), field(false)],
  labels: { ...NO_LABELS, title: { ...NO_LABELS.title, fr: 'Votre piste' } },
  visual: {
    colour: '#0055a4',
    banner: {
      file: 'f'.repeat(64),
      type: 'png' as const,
      width: 1200,
      height: 400,
      alt: '',
      shown: false,
    },
  },
  selectionMode: 'jury' as const,
};
const speaker = (grants: { role: 'moderator'; challenge: typeof source.id | null; directorate: null }[]) => ({
  person: moderator,
  name: 'Maud Exemple',
  directorate: null,
  grants,
});
const beginning = {
  moderators: [moderator],
  newThemeId: () => mintId('theme'),
  newFieldId: () => mintId('field'),
};

test('[CH29] what it asks and whom it asks is taken over, under new names; people invited by name and what is retired are not', () => {
  const by = speaker([{ role: 'moderator', challenge: source.id, directorate: null }]);
  const begun = beginLike(source, { ...beginning, by });
  expect(begun).toMatchObject({
    ok: true,
    value: {
      audience: { directorates: [directorate], outsiders: [] },
      selectionMode: 'jury',
      labels: source.labels,
      visual: { colour: '#0055a4', banner: null },
      themes: [{ fr: 'Énergie', en: 'Energy', retired: false, moderators: [moderator] }],
      fields: [{ fr: 'Où ?', options: [{ fr: 'Ici', en: 'Here' }], required: true, retired: false }],
    },
  });
  if (!begun.ok) throw new Error('it was refused');
  const before = new Set<string>([...source.themes, ...source.fields].map(({ id }) => id));
  for (const { id } of [...begun.value.themes, ...begun.value.fields]) expect(before.has(id)).toBe(false);
});

test('[CH29] for whoever does not moderate that challenge it is not there to be taken', () => {
  const elsewhere = speaker([{ role: 'moderator', challenge: mintId('challenge'), directorate: null }]);
  for (const of of [source, null])
    expect(beginLike(of, { ...beginning, by: elsewhere })).toMatchObject({
      failure: { code: 'not-found' },
    });
});
