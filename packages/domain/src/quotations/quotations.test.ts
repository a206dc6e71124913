import { mintId, PHASES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  asked,
  author,
  challenge,
  coauthor,
  codeOf,
  colleague,
  moderates,
  moderator1,
  otherChallenge,
  sponsor,
} from '../testing/cast.ts';
import { published } from '../testing/ideas.ts';
import { answerQuotation, creditedByQuotation, mayQuote, type ComparedIdea } from './quotations.ts';

const idea: ComparedIdea = {
  id: published.id,
  challenge,
  state: 'submitted',
  publishedAt: new Date('2026-10-14T08:00:00Z'),
  sealed: true,
  originators: [author],
};
const source: ComparedIdea = {
  ...idea,
  id: mintId('idea'),
  publishedAt: new Date('2026-10-13T08:00:00Z'),
  originators: [colleague],
};
const apart = { forAll: true, family: new Set<ComparedIdea['id']>() };

test('[QT1] only the newer of two sealed ideas that are read by everybody is asked about', () => {
  expect(mayQuote(idea, source, apart)).toBe(true);
  expect(mayQuote(source, idea, apart)).toBe(false);
  expect(mayQuote(idea, idea, apart)).toBe(false);
  for (const state of ['hidden', 'withdrawn', 'merged', 'draft'] as const) {
    expect(mayQuote(idea, { ...source, state }, apart)).toBe(false);
    expect(mayQuote({ ...idea, state }, source, apart)).toBe(false);
  }
  expect(mayQuote(idea, { ...source, sealed: false }, apart)).toBe(false);
});

test('[QT1] of another challenge only where that one is for everybody', () => {
  const elsewhere = { ...source, challenge: otherChallenge };
  expect(mayQuote(idea, elsewhere, apart)).toBe(true);
  expect(mayQuote(idea, elsewhere, { ...apart, forAll: false })).toBe(false);
  expect(mayQuote(idea, source, { ...apart, forAll: false })).toBe(true);
});

test('[QT2] neither what it grew from nor an idea of the same originator, and nobody where an author is to be confirmed', () => {
  expect(mayQuote(idea, source, { ...apart, family: new Set([source.id]) })).toBe(false);
  expect(mayQuote(idea, { ...source, originators: [colleague, author] }, apart)).toBe(false);
  expect(mayQuote(idea, { ...source, originators: [] }, apart)).toBe(false);
  expect(mayQuote({ ...idea, originators: [] }, source, apart)).toBe(false);
});

const sealed = { ...published, state: 'submitted' as const };
const open = { answer: 'open' as const };
const credit = { answer: 'credit' as const, reason: '' };
const decline = (reason: string) => ({ answer: 'decline' as const, reason });

test('[QT3] an author answers once, after the closing and until the archive; nobody else does', () => {
  for (const person of [author, coauthor])
    expect(answerQuotation(open, sealed, credit, asked('deliberation', person))).toMatchObject({
      value: { answer: 'credited', by: person },
    });
  for (const person of [colleague, moderator1])
    expect(codeOf(answerQuotation(open, sealed, credit, asked('deliberation', person, moderates)))).toBe(
      'not-allowed',
    );
  const phases = PHASES.filter((phase) => answerQuotation(open, sealed, credit, asked(phase, author)).ok);
  expect(phases).toEqual(['deliberation', 'decided', 'delivery', 'impact_review']);
  for (const answer of ['credited', 'declined'] as const)
    expect(codeOf(answerQuotation({ answer }, sealed, credit, asked('decided', author)))).toBe(
      'already-answered',
    );
  const hidden = { ...sealed, state: 'hidden' as const };
  expect(codeOf(answerQuotation(open, hidden, credit, asked('decided', author)))).toBe('idea-state');
});

test('[QT4] declining may say why, in 200 characters at most; crediting names who does not write in it already', () => {
  const said = (reason: string) => answerQuotation(open, sealed, decline(reason), asked('decided', author));
  expect(said('  Une formule du service. ')).toMatchObject({
    value: { answer: 'declined', reason: 'Une formule du service.' },
  });
  expect(codeOf(said(''))).toBe('ok');
  expect(codeOf(said('🐝'.repeat(201)))).toBe('text-too-long');
  expect(creditedByQuotation(sealed, { originators: [coauthor, colleague, sponsor] })).toEqual([
    colleague,
    sponsor,
  ]);
});
