import { mintId, PHASES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { asked, author, coauthor, codeOf, colleague, moderates, moderator1 } from '../testing/cast.ts';
import { ideaId, published } from '../testing/ideas.ts';
import { saveDraft } from '../ideas/save-draft.ts';
import { declineRebound, takeRebound } from './answer-rebound.ts';
import { reboundOnIdea } from './rebound-on-idea.ts';

const id = mintId('rebound');
const rebound = { id, person: colleague, answer: 'open' as const };
const living = { ...published, sealedAt: null };

test('[RB1] any agent rebounds from the first minute until closing', () => {
  const open = PHASES.filter(
    (phase) => reboundOnIdea(published, { id, text: 'Et le soir ?' }, asked(phase, colleague)).ok,
  );
  expect(open).toEqual(['ideation', 'rebound']);
});

test('[RB1] its authors hear of it, the rebounder does not', () => {
  const by = (person: typeof author) =>
    reboundOnIdea(published, { id, text: 'Et le soir ?' }, asked('ideation', person));
  expect(by(colleague)).toMatchObject({ value: { person: colleague, tell: [author, coauthor] } });
  expect(by(coauthor)).toMatchObject({ value: { tell: [author] } });
});

test('[RB1] a draft or a merged idea is not rebounded on', () => {
  for (const state of ['draft', 'merged', 'withdrawn'] as const) {
    const made = reboundOnIdea(
      { ...published, state },
      { id, text: 'Et le soir ?' },
      asked('ideation', colleague),
    );
    expect(codeOf(made)).toBe('idea-state');
  }
});

test('[RB2] a longer rebound is refused with its length', () => {
  const made = (length: number) =>
    reboundOnIdea(published, { id, text: '🐝'.repeat(length) }, asked('ideation', colleague));
  expect(made(1_500).ok).toBe(true);
  expect(made(1_501)).toEqual({ ok: false, failure: { code: 'text-too-long', limit: 1_500, length: 1_501 } });
});

test('[RB3] an originator or a co-author takes or declines it', () => {
  for (const person of [author, coauthor]) {
    expect(codeOf(takeRebound(rebound, living, asked('rebound', person)))).toBe('ok');
    expect(codeOf(declineRebound(rebound, published, asked('ideation', person)))).toBe('ok');
  }
  for (const person of [colleague, moderator1]) {
    expect(codeOf(takeRebound(rebound, living, asked('rebound', person, moderates)))).toBe('not-allowed');
    expect(codeOf(declineRebound(rebound, published, asked('rebound', person, moderates)))).toBe(
      'not-allowed',
    );
  }
});

test('[RB3] once, before closing and before the seal', () => {
  for (const answer of ['taken', 'declined'] as const) {
    const again = { failure: { code: 'already-answered', answer } };
    expect(takeRebound({ ...rebound, answer }, living, asked('rebound', author))).toMatchObject(again);
    expect(declineRebound({ ...rebound, answer }, published, asked('rebound', author))).toMatchObject(again);
  }
  expect(codeOf(takeRebound(rebound, living, asked('closing', author)))).toBe('challenge-phase');
  const submitted = { ...living, state: 'submitted' as const };
  expect(codeOf(takeRebound(rebound, submitted, asked('rebound', author)))).toBe('idea-state');
  const sealed = { ...living, sealedAt: new Date('2026-10-30T16:02:00.001Z') };
  expect(takeRebound(rebound, sealed, asked('rebound', author))).toEqual({
    ok: false,
    failure: { code: 'idea-sealed', sealedAt: '2026-10-30T16:02:00.001Z' },
  });
});

test('[RB4] whoever answers, the rebounder stays', () => {
  expect(takeRebound(rebound, living, asked('rebound', author))).toMatchObject({
    value: { type: 'ReboundTaken', rebounder: colleague, by: author },
  });
  expect(declineRebound(rebound, published, asked('rebound', coauthor))).toMatchObject({
    value: { type: 'ReboundDeclined', rebounder: colleague, by: coauthor },
  });
});

test('[RB5] its rebounder grows it into one idea, whose parent is the idea it was made on', () => {
  const grown = mintId('idea');
  const save = (grownInto: typeof grown | null, person = colleague) =>
    saveDraft(
      null,
      {
        idea: grown,
        parents: [],
        grownFrom: { id, idea: ideaId, person: colleague, grownInto },
        lineage: new Map(),
      },
      asked('ideation', person),
    );
  expect(save(null)).toMatchObject({ value: { parents: [ideaId] } });
  expect(save(grown)).toMatchObject({ value: { parents: [ideaId] } });
  expect(save(mintId('idea'))).toMatchObject({ failure: { code: 'not-allowed', why: 'already-grown' } });
  expect(save(null, author)).toMatchObject({ failure: { code: 'not-allowed', why: 'not-its-author' } });
});

test('[RB7] a suggestion begins with a passage that stands there, and says something else', () => {
  const made = (text: string, instead: string) =>
    reboundOnIdea(published, { id, text, instead }, asked('ideation', colleague), ['La nuit.', 'Le jour.']);
  expect(made('La nuit et le jour.', 'La nuit.')).toMatchObject({ value: { instead: 'La nuit.' } });
  expect(codeOf(made('La nuit et le jour.', 'La nui'))).toBe('passage-changed');
  expect(codeOf(made(' Le jour. ', 'Le jour.'))).toBe('nothing-suggested');
  expect(reboundOnIdea(published, { id, text: 'Et le soir ?' }, asked('ideation', colleague))).toMatchObject({
    value: { instead: null },
  });
});

test('[RB10] who leaves a rebound beside the text may say why, in a line', () => {
  const left = (typed?: string) => declineRebound(rebound, published, asked('ideation', author), typed);
  expect(left(' Déjà fait. ')).toMatchObject({ value: { reason: 'Déjà fait.' } });
  expect(left()).toMatchObject({ value: { reason: '' } });
  expect(codeOf(left('é'.repeat(201)))).toBe('text-too-long');
});
