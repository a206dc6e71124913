import type { MergeState } from '@butinerie/contracts';
import { mintId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { asked, author, codeOf, coauthor, colleague, moderates, moderator1, pilot } from '../testing/cast.ts';
import { published } from '../testing/ideas.ts';
import { answerMerge } from './answer-merge.ts';
import { proposeMerge } from './propose-merge.ts';
import { undoMerge } from './undo-merge.ts';

const alone = { rebounders: [], declared: [], engaged: false };
const target = { ...published, ...alone };
const source = { ...published, ...alone, id: mintId('idea'), originators: [colleague], coauthors: [] };
const pair = { source, target };
const question = (state: MergeState, ...agreed: typeof source.originators) => ({ state, agreed });
const by = (person: typeof author) => asked('ideation', person);
const moderator = asked('ideation', moderator1, moderates);

describe('proposing', () => {
  test('[ME1] a moderator asks every originator of both ideas, each once', () => {
    expect(proposeMerge(pair, moderator)).toEqual({
      ok: true,
      value: { type: 'MergeProposed', ask: [author, colleague] },
    });
    const shared = { source: { ...source, originators: [colleague, author] }, target };
    expect(proposeMerge(shared, moderator)).toMatchObject({ value: { ask: [author, colleague] } });
  });

  test.each([
    ['by somebody who does not moderate', pair, by(author), 'not-allowed'],
    ['with itself', { source: target, target }, moderator, 'not-allowed'],
    ['after closing', pair, asked('deliberation', moderator1, moderates), 'challenge-phase'],
    ['of a draft', { source: { ...source, state: 'draft' as const }, target }, moderator, 'idea-state'],
    ['without a known author', { source: { ...source, originators: [] }, target }, moderator, 'not-allowed'],
    ['twice', { source, target: { ...target, engaged: true } }, moderator, 'already-answered'],
    [
      'by a moderator who rebounded on it',
      { source: { ...source, rebounders: [moderator1] }, target },
      moderator,
      'own-idea',
    ],
  ])('[ME1] is refused %s', (_, ideas, who, code) => {
    expect(codeOf(proposeMerge(ideas, who))).toBe(code);
  });
});

describe('answering', () => {
  const agree = { ...pair, answer: 'agree' as const };
  test('[ME2] only the last agreement of all settles it', () => {
    expect(answerMerge(question('open'), agree, by(author))).toMatchObject({ value: { settles: false } });
    expect(answerMerge(question('open', author), agree, by(colleague))).toMatchObject({
      value: { settles: true, originators: [author, colleague] },
    });
    // Who became an originator meanwhile is asked as well.
    const three = { ...agree, target: { ...target, originators: [author, pilot] } };
    expect(answerMerge(question('open', author), three, by(colleague))).toMatchObject({
      value: { settles: false },
    });
  });

  test('[ME2] one refusal ends it; an answer is given by an originator, once, while it is open', () => {
    const refusal = { ...pair, answer: 'refuse' as const };
    expect(answerMerge(question('open', author), refusal, by(colleague))).toMatchObject({
      value: { type: 'MergeRefused' },
    });
    expect(codeOf(answerMerge(question('open'), agree, by(coauthor)))).toBe('not-allowed');
    expect(codeOf(answerMerge(question('open'), agree, moderator))).toBe('not-allowed');
    expect(codeOf(answerMerge(question('open', author), agree, by(author)))).toBe('already-answered');
    expect(codeOf(answerMerge(question('refused'), agree, by(author)))).toBe('already-answered');
    expect(codeOf(answerMerge(question('open'), agree, asked('closing', author)))).toBe('challenge-phase');
    const withdrawn = { ...agree, source: { ...source, state: 'withdrawn' as const } };
    expect(codeOf(answerMerge(question('open'), withdrawn, by(author)))).toBe('idea-state');
  });
});

describe('undoing', () => {
  const merged = { source: { ...source, state: 'merged' as const }, target };
  test('[ME5] an originator of either ends it, while texts are open', () => {
    expect(codeOf(undoMerge(question('merged'), merged, by(colleague)))).toBe('ok');
    expect(codeOf(undoMerge(question('merged'), merged, by(author)))).toBe('ok');
    expect(codeOf(undoMerge(question('merged'), merged, moderator))).toBe('not-allowed');
    expect(codeOf(undoMerge(question('open'), pair, by(author)))).toBe('already-answered');
    expect(codeOf(undoMerge(question('merged'), pair, by(author)))).toBe('idea-state');
    expect(codeOf(undoMerge(question('merged'), merged, asked('deliberation', author)))).toBe(
      'challenge-phase',
    );
  });
});
