/** The words of a council under somebody's hands: in sentences before they are saved, kept, and never over another's. */
import { mintId, NO_VOCABULARY, type Vocabulary } from '@butinerie/contracts';
import { afterEach, expect, test } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import type { Sentences } from './preview.tsx';
import { VocabularyForm } from './vocabulary-form.tsx';

const me = {
  id: mintId('person'),
  name: 'Adèle Exemple',
  mail: null,
  directorate: null,
  language: 'fr' as const,
  grants: [],
};
const sentences: Sentences = (language, say) => [
  say(language === 'fr' ? 'L’idée est publiée.' : 'The idea is published.'),
];
const form = (vocabulary: Vocabulary, version: number) => (
  <ToastProvider>
    <VocabularyForm saved={{ vocabulary, version }} sentences={sentences} />
  </ToastProvider>
);
const idea = (page: Element, at: number): Element | null =>
  page.querySelectorAll('fieldset')[1]?.querySelectorAll('input[type=text]')[at] ?? null;
afterEach(() => localStorage.clear());

test('[VO2] what is typed is read in real sentences before anything is saved', async () => {
  const { page } = await draw(form(NO_VOCABULARY, 0), { session: { me } });
  expect(readable(page)).toContain('L’idée est publiée.');
  await type(idea(page, 0), 'proposition');
  await type(idea(page, 1), 'propositions');
  expect(readable(page)).toContain('La proposition est publiée.');
  expect(readable(page)).toContain('Pas encore enregistré');
  const again = await draw(form(NO_VOCABULARY, 0), { session: { me } });
  expect(readable(again.page)).toContain('La proposition est publiée.');
});

test('[VO1] a word that cannot stand says why, and nothing can be saved', async () => {
  const { page } = await draw(form(NO_VOCABULARY, 0), { session: { me } });
  await type(idea(page, 0), 'une proposition');
  expect(readable(page)).toContain('Sans son article');
  expect(named(page, 'Enregistrer ces mots')).toHaveProperty('disabled', true);
  await type(idea(page, 0), 'défi');
  expect(readable(page)).toContain('Ce mot désigne déjà autre chose ici.');
  await type(idea(page, 0), '');
  expect(readable(page)).toContain('Écrivez un mot.');
});

test('words that another administrator saved meanwhile are shown beside mine', async () => {
  const { page, again } = await draw(form(NO_VOCABULARY, 0), { session: { me } });
  await type(idea(page, 0), 'proposition');
  await type(idea(page, 1), 'propositions');
  await again(form({ ...NO_VOCABULARY, name: 'Le Labo' }, 1));
  expect(readable(page)).toContain('Quelqu’un a enregistré d’autres mots');
  expect(readable(page)).toContain('Le Labo');
  expect(named(page, 'Enregistrer ces mots')).toHaveProperty('disabled', true);
  await press(named(page, 'Garder les miens'));
  expect(named(page, 'Enregistrer ces mots')).toHaveProperty('disabled', false);
  expect(readable(page)).toContain('La proposition est publiée.');
});
