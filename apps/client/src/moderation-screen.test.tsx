import {
  mintId,
  moderate,
  proposeMerge,
  readModeration,
  undoModeration,
  type AnswerOf,
  type ModerationItem,
} from '@butinerie/contracts';
import { act } from 'react';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { ModerationScreen } from './moderation-screen.tsx';
import { remember } from './platform/query.ts';
import { draw, named, press, readable, type } from './testing/draw.tsx';
import { pretendedNetwork } from './testing/network.ts';
import { ToastProvider } from './ui/toast.tsx';

const { network, answers, refuses, asked, sent } = pretendedNetwork();

const challenge = mintId('challenge');
const sam = { id: mintId('person'), name: 'Sam Exemple', directorate: 'Innovation' };
const ana = { id: mintId('person'), name: 'Ana Exemple', directorate: 'Routes' };
const newer = { id: mintId('idea'), title: 'Le soir, éteindre les écrans' };
const older = { id: mintId('idea'), title: 'Éteindre les écrans le soir', text: 'Tous les soirs.' };
const alike: ModerationItem = {
  key: 'duplicate',
  kind: 'duplicate',
  at: '2026-10-13T08:00:00.000Z',
  idea: newer,
  other: older,
  theme: null,
  routed: 'all',
  comment: null,
  file: null,
  late: null,
  person: ana,
  text: 'Chaque soir.',
  motive: null,
  dueAt: null,
  overdue: false,
  linked: false,
  handlers: [sam],
  acts: ['notDuplicates', 'declareLink'],
};
type Queue = AnswerOf<typeof readModeration>;

async function open(queue: Queue) {
  remember(readModeration, { params: { challenge } }, queue);
  return draw(
    <ToastProvider>
      <Routes>
        <Route path="/defis/:challenge/moderation" element={<ModerationScreen />} />
      </Routes>
    </ToastProvider>,
    { at: `/defis/${challenge}/moderation` },
  );
}

test('[MO6] two ideas alike stand together: asking their authors first, or leaving them apart, undone in one press', async () => {
  const { page } = await open({ items: [alike], events: [] });
  expect(readable(page)).toContain('Deux idées proches');
  expect(readable(page)).toContain('Ressemble à Éteindre les écrans le soir');
  answers({ items: [], events: [] });
  await press(named(page, 'Ce ne sont pas des doublons'));
  expect(asked(0)).toContain(moderate.path.replace(':challenge', challenge));
  expect(sent(0)).toMatchObject({ act: 'notDuplicates', idea: newer.id, other: older.id });
  expect(readable(page)).toContain('Tout est à jour');
  await press(named(page, 'Annuler'));
  const { id } = sent(0) as { id: string };
  const undoing = undoModeration.path.replace(':challenge', challenge).replace(':moderation', id);
  expect(asked(1)).toContain(undoing);
});

test('a link that is declared is said to hold for the other ideas of the same authors', async () => {
  const { page } = await open({ items: [alike], events: [] });
  answers({ items: [{ ...alike, linked: true, acts: [] }], events: [] });
  await press(named(page, 'J’ai un lien avec cette idée'));
  expect(sent(0)).toMatchObject({ act: 'declareLink', idea: newer.id });
  expect(readable(page)).toContain('Lien déclaré, pour cette idée et toutes celles des mêmes auteurs.');
  expect(readable(page)).toContain('ni des autres des mêmes auteurs');
});

test('[PD4] whoever decides about words that came after the closing sees what in them speaks of somebody', async () => {
  const late = mintId('late');
  const acts = ['annexLate', 'refuseLate'] as const;
  const waiting: ModerationItem = { ...alike, key: 'late', kind: 'late', other: null, late, acts: [...acts] };
  const { page } = await open({ items: [{ ...waiting, text: 'Voir Mme X.' }], events: [] });
  expect([...page.querySelectorAll('q')].map(readable)).toEqual(['Mme X']);
});

test('[ME1] the question to the authors names both ideas; a refusal keeps the reason that was typed', async () => {
  const { page } = await open({ items: [alike], events: [] });
  await press(named(page, 'Proposer un regroupement'));
  const dialog = page.ownerDocument.querySelector('dialog[open]');
  expect(readable(dialog)).toContain(
    '« Le soir, éteindre les écrans » rejoindrait « Éteindre les écrans le soir ».',
  );
  const field = dialog?.querySelector('textarea') ?? null;
  await type(field, 'Elles disent la même chose.');
  refuses({ code: 'own-idea', idea: newer.id });
  await press(named(dialog ?? page, 'Demander leur accord'));
  expect(asked(0)).toContain(proposeMerge.path.replace(':idea', newer.id));
  expect(sent(0)).toMatchObject({ into: older.id, reason: 'Elles disent la même chose.' });
  expect(dialog?.querySelector('textarea')?.value).toBe('Elles disent la même chose.');
});

test('[MO7] where the reader has a link nothing can be pressed, and it is said who acts, or that nobody can', async () => {
  const linked = { ...alike, linked: true, acts: [] };
  const { page } = await open({ items: [linked, { ...linked, key: 'alone', handlers: [] }], events: [] });
  const [first, alone] = [...page.querySelectorAll('li')].map(readable);
  expect(first).toContain('S’en occupe : Sam Exemple.');
  expect(alone).toContain('Personne de l’équipe ne peut s’en occuper');
  expect(page.querySelectorAll('li button')).toHaveLength(0);
});

test('[MO8] a decision is opened again from the log, with a reason asked first', async () => {
  const decision = mintId('moderation');
  const kept: Queue['events'][number] = {
    id: decision,
    at: '2026-10-13T08:00:00.000Z',
    act: 'keepContent',
    by: sam,
    idea: newer,
    reason: 'Une critique, pas une insulte.',
    comment: null,
    file: null,
    late: null,
    undone: false,
    acts: ['reopenItem'],
  };
  const { page } = await open({ items: [], events: [kept] });
  await press(named(page, 'Rouvrir'));
  expect(network).not.toHaveBeenCalled();
  await press(named(page, 'Rouvrir'));
  expect(readable(page)).toContain('Écrivez une raison');
  await type(page.querySelector('textarea'), 'Un second signalement le précise.');
  answers({ items: [alike], events: [{ ...kept, undone: true, acts: [] }] });
  await press(named(page, 'Rouvrir'));
  expect(sent(0)).toMatchObject({ act: 'reopenItem', decision, idea: newer.id });
  await act(async () => undefined);
  expect(readable(page)).toContain('n’a plus cours');
});
