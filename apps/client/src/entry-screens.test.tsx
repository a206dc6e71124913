import {
  enterAtKiosk,
  mintId,
  NO_LABELS,
  problemOf,
  readCharter,
  readKiosk,
  type AnswerOf,
  type Charter,
  type FormField,
} from '@butinerie/contracts';
import { act } from 'react';
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

test('[CR4] rules that changed while she wrote at a kiosk are read again, to be ticked anew; what she typed stays', async () => {
  const rules = (version: number): Charter => ({
    version,
    since: version,
    fr: `Règle ${version}.`,
    en: `Rule ${version}.`,
    by: null,
    at: '2026-10-12T08:00:00.000Z',
    current: version,
    accepted: null,
    asked: false,
    acts: [],
  });
  let current = 1;
  const sent: unknown[] = [];
  network.mockImplementation(async (input, init) => {
    const path = typeof input === 'string' ? input : input instanceof URL ? input.pathname : input.url;
    if (path.endsWith(readKiosk.path)) return answer({ ...kiosk, fields: [] });
    if (path.endsWith(readCharter.path)) return answer(rules(current));
    if (!path.endsWith(enterAtKiosk.path)) throw new TypeError('the network is gone');
    sent.push(JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
    const problem = problemOf({ code: 'charter-not-accepted', version: current }, '/');
    return answer(problem, problem.status);
  });
  const { page } = await draw(<KioskScreen />, { at: '/borne' });
  await expect.poll(() => readable(page)).toContain('Que gaspillons-nous ?');
  await press(named(page, 'J’ai une idée'));
  await expect.poll(() => readable(page)).toContain('Règle 1.');
  const [name, directorate, title, text] = page.querySelectorAll(
    'input:not([type]), input[type=text], textarea',
  );
  for (const field of [name, directorate, title, text]) await type(field ?? null, 'Fermons.');
  const tick = (): HTMLInputElement | null => page.querySelector('input[type=checkbox]');
  await act(async () => tick()?.click());
  current = 2;
  await press(named(page, 'Publier à mon nom'));
  await expect.poll(() => readable(page)).toContain('Règle 2.');
  expect(tick()?.checked).toBe(false);
  expect(text).toHaveProperty('value', 'Fermons.');
  await act(async () => tick()?.click());
  await press(named(page, 'Publier à mon nom'));
  expect(sent).toMatchObject([{ charter: 1 }, { charter: 2 }]);
});
