import { mintId, type Challenge } from '@butinerie/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { CourseSection } from './course-section.tsx';

const idea = mintId('idea');
const challenge = {
  id: mintId('challenge'),
  version: 7,
  question: 'Comment mieux accueillir ?',
  phase: 'impact_review',
  closesAt: { local: '2026-10-30T17:00', timeZone: 'Europe/Paris', instant: '2026-10-30T16:00:00.000Z' },
  acts: ['archiveChallenge'],
  paused: null,
  extension: null,
  cancellation: null,
  cancelled: null,
  archived: null,
  unmeasured: [{ idea, title: 'Un guichet unique', reason: null }],
} as unknown as Challenge;

const sent = vi.fn<typeof fetch>();
const bodies = () =>
  sent.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([, init]) => JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
beforeEach(() => {
  sent.mockReset();
  vi.stubGlobal('fetch', sent);
});

test('[AR3] a challenge in its impact review asks what it gave and why an effect was not measured, and keeps both on a refusal', async () => {
  const { page } = await draw(<CourseSection challenge={challenge} />);
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
