import { mintId, PHASES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { asked, author, coauthor, codeOf, colleague, moderates, moderator1 } from '../testing/cast.ts';
import { ideaId, published } from '../testing/ideas.ts';
import { takeRebound } from '../rebounds/answer-rebound.ts';
import { creditComment } from './credit-comment.ts';

const comment = {
  id: mintId('comment'),
  idea: ideaId,
  parent: null,
  kind: 'comment' as const,
  person: colleague,
  withdrawnAt: null,
  hiddenAt: null,
};
const line = 'Le relevé des compteurs.';

test('[CB1] an author or a co-author credits who wrote a comment, until closing; nobody else does', () => {
  for (const person of [author, coauthor])
    expect(creditComment(published, comment, ` ${line} `, asked('ideation', person))).toMatchObject({
      value: { person: colleague, by: person, brought: line, about: comment.id },
    });
  for (const person of [colleague, moderator1])
    expect(codeOf(creditComment(published, comment, line, asked('rebound', person, moderates)))).toBe(
      'not-allowed',
    );
  const open = PHASES.filter((phase) => creditComment(published, comment, line, asked(phase, author)).ok);
  expect(open).toEqual(['ideation', 'rebound']);
  const submitted = { ...published, state: 'submitted' as const };
  expect(codeOf(creditComment(submitted, comment, line, asked('rebound', author)))).toBe('idea-state');
});

test('[CB1] whoever writes in the idea is not credited for a comment as well', () => {
  const own = creditComment(published, { ...comment, person: coauthor }, line, asked('ideation', author));
  expect(own).toMatchObject({ failure: { code: 'not-allowed', why: 'already-an-author' } });
});

test('[CB2] a line is wanted, of 200 characters at most, counted in code points', () => {
  const said = (brought: string) => creditComment(published, comment, brought, asked('ideation', author));
  expect(codeOf(said('  '))).toBe('text-missing');
  expect(codeOf(said('🐝'.repeat(200)))).toBe('ok');
  expect(said('🐝'.repeat(201))).toMatchObject({
    failure: { code: 'text-too-long', limit: 200, length: 201 },
  });
});

test('[CB2] with a rebound it may be left out', () => {
  const rebound = { id: mintId('rebound'), person: colleague, answer: 'open' as const };
  const take = (brought?: string) =>
    takeRebound(rebound, { ...published, sealedAt: null }, asked('ideation', author), brought);
  expect(take()).toMatchObject({ value: { brought: null } });
  expect(take('  ')).toMatchObject({ value: { brought: null } });
  expect(take(line)).toMatchObject({ value: { brought: line } });
  expect(codeOf(take('🐝'.repeat(201)))).toBe('text-too-long');
});

test('[CB3] a comment that was taken back or hidden is not pointed at', () => {
  const at = new Date('2026-10-13T08:00:00Z');
  for (const gone of [{ withdrawnAt: at }, { hiddenAt: at }])
    expect(codeOf(creditComment(published, { ...comment, ...gone }, line, asked('ideation', author)))).toBe(
      'not-found',
    );
});
