import { mintId, type Comment, type Contribution, type IdeaPage } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, named, press, readable, type as write } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { CreditComment } from './credit-comment.tsx';

const { network } = pretendedNetwork();

const ana = { id: mintId('person'), name: 'Ana Exemple', directorate: null };
const remi = { id: mintId('person'), name: 'Rémi Exemple', directorate: 'Routes' };
const idea: IdeaPage = {
  id: mintId('idea'),
  challenge: mintId('challenge'),
  state: 'published',
  title: 'Éteindre les écrans',
  text: 'La nuit.',
  theme: null,
  answers: [],
  credits: { originators: [ana], coauthors: [], rebounders: [], carrier: null },
  authorToConfirm: false,
  adoptedBy: null,
  dueOn: null,
  publishedAt: '2026-10-14T08:00:00.000Z',
  savedAt: '2026-10-14T08:00:00.000Z',
  underPseudonym: false,
  pseudonym: null,
  mine: 'originator',
  supported: false,
  supports: null,
  openTo: 'invited',
  requests: [],
  rebounds: [],
  contributions: [],
  parents: [],
  children: [],
  seal: null,
  late: [],
  withdrawal: null,
  answer: null,
  adoption: null,
  delivery: null,
  declines: [],
  acts: ['creditComment'],
};
const comment: Comment = {
  id: mintId('comment'),
  idea: idea.id,
  note: null,
  parent: null,
  kind: 'comment',
  person: remi,
  text: 'Les compteurs sont relevés chaque mois.',
  mentions: [],
  at: '2026-10-14T09:00:00.000Z',
  state: 'shown',
  answered: false,
  mine: false,
};
const line: Contribution = {
  idea: idea.id,
  about: comment.id,
  person: remi,
  brought: 'Le relevé des compteurs.',
  by: ana,
  at: '2026-10-14T10:00:00.000Z',
};

test('[CB1] one press opens the line; a refusal keeps what was typed; everybody reads it afterwards', async () => {
  network.mockRejectedValueOnce(new TypeError('no network'));
  const { page, again } = await draw(<CreditComment idea={idea} comment={comment} />);
  await press(named(page, 'Créditer Rémi Exemple'));
  const field = page.querySelector('input');
  expect(document.activeElement).toBe(field);
  await press(named(page, 'Ajouter aux contributions'));
  expect(readable(page)).toContain('Écrivez en une ligne');
  expect(network).not.toHaveBeenCalled();
  if (field) await write(field, line.brought);
  await press(named(page, 'Ajouter aux contributions'));
  expect(network).toHaveBeenCalledTimes(1);
  expect(page.querySelector('input')?.value).toBe(line.brought);
  await again(<CreditComment idea={{ ...idea, contributions: [line] }} comment={comment} />);
  expect(readable(page)).toBe('Parmi les contributions, dit par Ana Exemple : Le relevé des compteurs.');
});

test('[CB1] nothing is offered to who may not credit, nor under the words of who writes in the idea', async () => {
  const { page, again } = await draw(<CreditComment idea={{ ...idea, acts: [] }} comment={comment} />);
  expect(readable(page)).toBe('');
  await again(<CreditComment idea={idea} comment={{ ...comment, person: ana }} />);
  expect(readable(page)).toBe('');
});
