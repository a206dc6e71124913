import { mintId, PHASES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { asked, author, codeOf } from '../testing/cast.ts';
import { checkConcealable, openPseudonym } from './pseudonyms.ts';

const sealed = { idea: mintId('idea'), openedAt: null };

test('[PS1] what grew from a rebound has its author beside it', () => {
  expect(checkConcealable({ grownFrom: null }).ok).toBe(true);
  expect(checkConcealable({ grownFrom: mintId('rebound') })).toEqual({
    ok: false,
    failure: { code: 'pseudonym-impossible', because: 'grown-from-a-rebound' },
  });
});

test('[PS4] it is opened or kept from the results on, and where the challenge was cancelled', () => {
  for (const choice of ['open', 'keep'] as const) {
    const open = PHASES.filter((phase) => openPseudonym(sealed, { choice }, asked(phase, author)).ok);
    expect(open).toEqual(['decided', 'delivery', 'impact_review', 'archived', 'cancelled']);
  }
  expect(codeOf(openPseudonym(sealed, { choice: 'open' }, asked('paused', author)))).toBe('challenge-phase');
});

test('[PS4] what was opened is not closed again', () => {
  const opened = { ...sealed, openedAt: new Date() };
  for (const choice of ['open', 'keep'] as const)
    expect(openPseudonym(opened, { choice }, asked('decided', author))).toEqual({
      ok: false,
      failure: { code: 'already-answered', answer: 'opened' },
    });
});
