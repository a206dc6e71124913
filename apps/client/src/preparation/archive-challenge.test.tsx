import { mintId, type Challenge, type SessionState } from '@butinerie/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { aChallenge } from '../testing/a-challenge.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { CourseSection } from './course-section.tsx';
import { SettledPage } from './settled-page.tsx';

const idea = mintId('idea');
const challenge: Challenge = {
  ...aChallenge,
  phase: 'impact_review',
  acts: ['archiveChallenge'],
  unmeasured: [{ idea, title: 'Un guichet unique', reason: null }],
  resultsPublishedAt: '2026-11-10T09:00:00.000Z',
};

const session: Partial<SessionState> = {
  me: { id: mintId('person'), name: 'Maud', mail: null, directorate: null, language: 'fr', grants: [] },
};
const sent = vi.fn<typeof fetch>();
const bodies = () =>
  sent.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([, init]) => JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
beforeEach(() => {
  sent.mockReset();
  vi.stubGlobal('fetch', sent);
  localStorage.clear();
});

test('[AR3] a challenge in its impact review asks what it gave and why an effect was not measured, and keeps both on a refusal', async () => {
  const { page } = await draw(<CourseSection challenge={challenge} />, { session });
  const [story, reason] = page.querySelectorAll('textarea');
  await press(named(page, 'Archiver le défi'));
  expect(bodies()).toEqual([]);
  expect(readable(page)).toContain('Écrivez ce que le défi a donné.');
  expect(readable(page)).toContain('Écrivez pourquoi, en une phrase.');

  sent.mockImplementation(async () =>
    Response.json(
      {
        type: '/problems/stale-version',
        title: '',
        status: 409,
        instance: '/',
        code: 'stale-version',
        current: 8,
      },
      { status: 409, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  await type(story ?? null, 'Une file en moins.');
  await type(reason ?? null, 'Le service a déménagé.');
  await press(named(page, 'Archiver le défi'));
  await vi.waitFor(() => expect(readable(page)).toContain('Votre saisie est encore là.'));
  expect(bodies()).toEqual([
    {
      story: 'Une file en moins.',
      unmeasured: [{ idea, reason: 'Le service a déménagé.' }],
      version: 7,
    },
  ]);
  expect([story?.value, reason?.value]).toEqual(['Une file en moins.', 'Le service a déménagé.']);
});

test('[AR3] whoever may not archive is not asked', async () => {
  const { page } = await draw(<CourseSection challenge={{ ...challenge, acts: [] }} empty="Rien." />);
  expect(readable(page)).toBe('Rien.');
});

test('[AR3] what a challenge gave is written over several days: a reload loses nothing, and once archived nothing is kept', async () => {
  const first = await draw(<CourseSection challenge={challenge} />, { session });
  const typed = ['Une file en moins.', 'Le service a déménagé.'];
  for (const [at, text] of typed.entries())
    await type(first.page.querySelectorAll('textarea')[at] ?? null, text);
  await first.again(null);

  const second = await draw(<CourseSection challenge={challenge} />, { session });
  expect([...second.page.querySelectorAll('textarea')].map(({ value }) => value)).toEqual(typed);
  sent.mockImplementation(async () => Response.json({ ...challenge, acts: [] }));
  await press(named(second.page, 'Archiver le défi'));
  await vi.waitFor(() =>
    expect(Object.keys(localStorage).filter((key) => key.includes('archive'))).toEqual([]),
  );
});

test('[AR5] of an archived challenge one is led to the answers that were given, and asked to write none', async () => {
  const archived = { at: '2027-03-04T09:00:00.000Z', by: null, story: 'Une file en moins.' };
  const settled: Challenge = { ...challenge, phase: 'archived', archived, acts: ['readSelection'] };
  sent.mockImplementation(async () => Response.json({}));
  const { page } = await draw(<SettledPage challenge={settled} />, { session });
  expect(named(page, 'Voir les réponses').getAttribute('href')).toBe(`/defis/${challenge.id}/choix`);
  expect(readable(page)).not.toContain('Répondre aux idées');
  expect(readable(page)).not.toContain('Ajouter une personne');
});

test('whoever judges the note on personal data is offered no role to give, and a moderator is', async () => {
  const scheduled: Challenge = { ...aChallenge, acts: ['validateProtection'] };
  const offered = async (role: 'dpo' | 'moderator') => {
    const grants = [{ role, challenge: null, directorate: null }];
    const me = { id: mintId('person'), name: 'Denise', mail: null, directorate: null, grants };
    const { page } = await draw(<SettledPage challenge={scheduled} />, {
      session: { me: { ...me, language: 'fr' } },
    });
    return [...page.querySelectorAll('a')].map(readable).filter((words) => words.startsWith('Ajouter'));
  };
  expect(await offered('dpo')).toEqual([]);
  expect(await offered('moderator')).toHaveLength(2);
});
