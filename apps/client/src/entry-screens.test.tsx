import {
  enterAtKiosk,
  mintId,
  NO_LABELS,
  readKiosk,
  type AnswerOf,
  type FormField,
} from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { KioskScreen } from './entry-screens.tsx';
import { draw, named, press, readable, type } from './testing/draw.tsx';
import { pretendedNetwork } from './testing/network.ts';

const { network } = pretendedNetwork();

const where: FormField = {
  id: mintId('field'),
  kind: 'short',
  fr: 'Où cela se passe-t-il ?',
  en: '',
  helpFr: '',
  helpEn: '',
  required: true,
  limit: null,
  options: [],
  retired: false,
};
const answer = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status });
const kiosk: AnswerOf<typeof readKiosk> = {
  question: 'Que gaspillons-nous ?',
  until: '2026-10-13T20:00:00.000Z',
  directorates: [],
  themes: [],
  fields: [where],
  labels: { ...NO_LABELS, title: { ...NO_LABELS.title, fr: 'Votre piste' } },
};
const refused = {
  type: '/problems/particulars-missing',
  title: '',
  status: 422,
  instance: '/',
  code: 'particulars-missing',
  theme: false,
  fields: [where.id],
};

test('[EN3] [TH6] at a kiosk the questions of the challenge are asked, under its own names; what is typed stays when one was forgotten', async () => {
  const sent: unknown[] = [];
  const answers = [answer(refused, 422)];
  network.mockImplementation(async (input, init) => {
    const path = typeof input === 'string' ? input : input instanceof URL ? input.pathname : input.url;
    const body: unknown = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    if (path.endsWith(enterAtKiosk.path)) {
      sent.push(body);
      const next = answers.shift();
      if (next) return next;
    }
    if (path.endsWith(readKiosk.path)) return answer(kiosk);
    throw new TypeError('the network is gone');
  });
  const { page } = await draw(<KioskScreen />, { at: '/borne' });
  await expect.poll(() => readable(page)).toContain('Que gaspillons-nous ?');
  await press(named(page, 'J’ai une idée'));
  const field = (label: string): Element => {
    const found = [...page.querySelectorAll('label')].find((each) => readable(each).trim() === label);
    const control = found && document.getElementById(found.htmlFor);
    if (!control) throw new Error(`no field is called ${label}`);
    return control;
  };
  const typed = {
    'Prénom et nom': 'Nour',
    Direction: 'Routes',
    'Votre piste': 'Un volet',
    'Votre idée': 'Fermons.',
  };
  for (const [label, words] of Object.entries(typed)) await type(field(label), words);
  await press(named(page, 'Publier à mon nom'));
  expect(sent).toMatchObject([{ particulars: { theme: null, answers: [] } }]);
  expect(field(where.fr).getAttribute('aria-invalid')).toBe('true');
  expect(field('Votre idée')).toHaveProperty('value', 'Fermons.');

  await type(field(where.fr), 'Au dépôt');
  await press(named(page, 'Publier à mon nom'));
  expect(sent[1]).toMatchObject({
    title: 'Un volet',
    particulars: { theme: null, answers: [{ field: where.id, values: ['Au dépôt'] }] },
  });
  expect(field(where.fr)).toHaveProperty('value', 'Au dépôt');

  // Of somebody else in the idea she is asked first, as on the form of every idea.
  await type(field('Votre idée'), 'Voir Mme X.');
  await press(named(page, 'Publier à mon nom'));
  expect([sent.length, readable(page.querySelector('q'))]).toEqual([2, 'Mme X']);
  await press(named(page, 'Publier tel quel'));
  expect(sent[2]).toMatchObject({ text: 'Voir Mme X.' });
});
