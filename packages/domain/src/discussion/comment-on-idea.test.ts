import { mintId, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { asked, author, coauthor, codeOf, colleague, moderator1, sponsor } from '../testing/cast.ts';
import { published } from '../testing/ideas.ts';
import { commentOnIdea } from './comment-on-idea.ts';
import { checkOwnComment, mayReadComment, unanswered, type CommentFacts, type Saying } from './talk.ts';

const known = new Set([author, coauthor, colleague, moderator1, sponsor]);
const head: CommentFacts = {
  id: mintId('comment'),
  parent: null,
  kind: 'comment',
  person: colleague,
  withdrawnAt: null,
  hiddenAt: null,
};
const says = (
  over: Partial<Saying> & { answered?: CommentFacts; by?: PersonId; phase?: 'rebound' | 'deliberation' } = {},
) => {
  const { answered = null, by = colleague, phase = 'rebound', ...saying } = over;
  return commentOnIdea(
    published,
    { id: mintId('comment'), kind: 'comment', text: 'Et la nuit ?', mentions: [], ...saying },
    { answered, sponsors: [sponsor], known },
    asked(phase, by),
  );
};
const told = (result: ReturnType<typeof says>) =>
  result.ok ? Object.fromEntries(result.value.tell) : result.failure;

test('[DI1] any agent comments on what everybody reads, while the challenge lives and not while it is judged', () => {
  expect(codeOf(says())).toBe('ok');
  expect(codeOf(says({ phase: 'deliberation' }))).toBe('challenge-phase');
  for (const state of ['draft', 'hidden', 'withdrawn'] as const) {
    const refused = commentOnIdea(
      { ...published, state },
      { id: mintId('comment'), kind: 'comment', text: 'x', mentions: [] },
      { answered: null, sponsors: [], known },
      asked('rebound', colleague),
    );
    expect(codeOf(refused)).toBe('idea-state');
  }
  expect(codeOf(says({ text: '  ' }))).toBe('text-missing');
  expect(says({ text: 'é'.repeat(1_501) })).toMatchObject({
    failure: { code: 'text-too-long', length: 1_501 },
  });
});

test('[DI2] an answer to an answer stands in the same thread, one level deep', () => {
  const answer = { ...head, id: mintId('comment'), parent: head.id };
  expect(says({ answered: head })).toMatchObject({ value: { parent: head.id } });
  expect(says({ answered: answer, kind: 'question' })).toMatchObject({
    value: { parent: head.id, kind: 'comment' },
  });
});

test('[DI3] each person hears once, by what concerns her most, and never of her own words', () => {
  expect(told(says())).toEqual({ [author]: 'idea-commented', [coauthor]: 'idea-commented' });
  expect(told(says({ kind: 'thanks' }))).toMatchObject({ [author]: 'thanked' });
  expect(told(says({ kind: 'question' }))).toMatchObject({
    [author]: 'idea-commented',
    [sponsor]: 'question-asked',
  });
  expect(told(says({ mentions: [author, moderator1, mintId('person')] }))).toEqual({
    [author]: 'mentioned',
    [coauthor]: 'idea-commented',
    [moderator1]: 'mentioned',
  });
  expect(told(says({ by: author, answered: head }))).toEqual({
    [coauthor]: 'idea-commented',
    [colleague]: 'comment-answered',
  });
});

test('[DI4] its author takes it back and puts it back; meanwhile nobody else reads it', () => {
  expect(checkOwnComment(head, colleague, 'withdrawComment').ok).toBe(true);
  expect(codeOf(checkOwnComment(head, moderator1, 'withdrawComment'))).toBe('not-allowed');
  const withdrawn = { ...head, withdrawnAt: new Date() };
  const hidden = { ...head, hiddenAt: new Date() };
  const readers = (comment: CommentFacts) => [
    mayReadComment(comment, colleague, false),
    mayReadComment(comment, author, false),
    mayReadComment(comment, moderator1, true),
  ];
  expect(readers(head)).toEqual([true, true, true]);
  expect(readers(withdrawn)).toEqual([true, false, false]);
  expect(readers(hidden)).toEqual([true, false, true]);
});

test('[DI5] a question waits until somebody who answers for a directorate has answered', () => {
  const question: CommentFacts = { ...head, id: mintId('comment'), kind: 'question' };
  const answer = (person: PersonId): CommentFacts => ({
    ...head,
    id: mintId('comment'),
    parent: question.id,
    person,
  });
  const waits = (...comments: CommentFacts[]) =>
    unanswered([question, ...comments], new Set([sponsor])).length;
  expect([waits(), waits(answer(author)), waits(answer(sponsor))]).toEqual([1, 1, 0]);
  expect(unanswered([{ ...question, withdrawnAt: new Date() }], new Set())).toEqual([]);
});
