import { IDEA_STATES, PHASES, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { asked, author, coauthor, codeOf, colleague, moderates, moderator1 } from '../testing/cast.ts';
import { draftIdea, ideaId, published } from '../testing/ideas.ts';
import { answerCoauthor, askToCoauthor } from './coauthors.ts';
import { mayReadIdea, mayWrite } from './may-write.ts';
import { patchIdea } from './patch-idea.ts';
import { supportIdea } from './support-idea.ts';
import { withdrawIdea } from './withdraw-idea.ts';

test('[ID9] an originator withdraws until the results', () => {
  expect(withdrawIdea(published, asked('rebound', author))).toMatchObject({
    ok: true,
    value: { type: 'IdeaWithdrawn', idea: ideaId, by: author },
  });
  const sealed = { ...published, state: 'submitted' as const };
  expect(codeOf(withdrawIdea(sealed, asked('deliberation', author)))).toBe('ok');
  expect(codeOf(withdrawIdea({ ...published, state: 'selected' }, asked('deliberation', author)))).toBe(
    'idea-state',
  );
  expect(codeOf(withdrawIdea(sealed, asked('decided', author)))).toBe('challenge-phase');
});

test('[ID9] neither a co-author nor a moderator withdraws it', () => {
  expect(codeOf(withdrawIdea(published, asked('ideation', coauthor)))).toBe('not-allowed');
  expect(codeOf(withdrawIdea(published, asked('ideation', moderator1, moderates)))).toBe('not-allowed');
});

test('[ID10] asking waits for an originator', () => {
  expect(askToCoauthor(published, asked('rebound', colleague))).toMatchObject({
    value: { type: 'CoauthorAsked', person: colleague },
  });
});

test('[ID10] where the idea is open to everyone, asking consents, also for who had asked before', () => {
  const open = { ...published, openTo: 'everyone' as const };
  const joined = { value: { type: 'CoauthorJoined', person: colleague, invitedBy: author } };
  expect(askToCoauthor(open, asked('rebound', colleague))).toMatchObject(joined);
  expect(askToCoauthor({ ...open, requests: [colleague] }, asked('rebound', colleague))).toMatchObject(
    joined,
  );
});

test('[ID10] who stands somewhere already changes nothing by asking', () => {
  const waiting = { ...published, requests: [colleague] };
  const answer = (person: PersonId) => askToCoauthor(waiting, asked('ideation', person));
  expect(answer(author)).toMatchObject({ failure: { code: 'already-answered', answer: 'originator' } });
  expect(answer(coauthor)).toMatchObject({ failure: { code: 'already-answered', answer: 'coauthor' } });
  expect(answer(colleague)).toMatchObject({ failure: { code: 'already-answered', answer: 'asked' } });
  const open = { ...published, openTo: 'everyone' as const };
  for (const person of [author, coauthor]) {
    expect(codeOf(askToCoauthor(open, asked('ideation', person)))).toBe('already-answered');
  }
});

test('[ID10] drafts and closed challenges are not asked for', () => {
  expect(codeOf(askToCoauthor({ ...published, state: 'draft' }, asked('ideation', colleague)))).toBe(
    'idea-state',
  );
  expect(codeOf(askToCoauthor(published, asked('closing', colleague)))).toBe('challenge-phase');
});

test('[ID11] an originator answers once, and only who asked', () => {
  const waiting = { ...published, requests: [colleague] };
  const answer = (given: 'accept' | 'decline', person = colleague) =>
    answerCoauthor(waiting, { person, answer: given }, asked('rebound', author));
  expect(answer('accept')).toMatchObject({
    value: { type: 'CoauthorJoined', person: colleague, invitedBy: author },
  });
  expect(answer('decline')).toMatchObject({ value: { type: 'CoauthorDeclined', person: colleague } });
  expect(answer('decline', coauthor)).toMatchObject({
    failure: { code: 'already-answered', answer: 'coauthor' },
  });
  expect(answer('accept', moderator1)).toMatchObject({ failure: { code: 'not-found' } });
});

test('[ID11] nobody else answers, the person who asked least of all', () => {
  const waiting = { ...published, requests: [colleague] };
  for (const person of [coauthor, colleague, moderator1]) {
    const answered = answerCoauthor(
      waiting,
      { person: colleague, answer: 'accept' },
      asked('rebound', person),
    );
    expect(codeOf(answered)).toBe('not-allowed');
  }
});

test('[ID12] an originator opens the idea to everyone, as a draft too, before closing', () => {
  const opened = (
    idea: typeof published,
    person: PersonId,
    phase: 'scheduled' | 'rebound' | 'deliberation',
  ) => codeOf(patchIdea(idea, { openTo: 'everyone' }, asked(phase, person)));
  expect(opened(published, author, 'rebound')).toBe('ok');
  expect(opened({ ...published, state: 'draft' }, author, 'scheduled')).toBe('ok');
  expect(opened(published, coauthor, 'rebound')).toBe('not-allowed');
  expect(opened(published, author, 'deliberation')).toBe('challenge-phase');
  expect(opened({ ...published, state: 'hidden' }, author, 'rebound')).toBe('idea-state');
});

test('[ID13] originators and co-authors type in a published idea, in two phases only', () => {
  const phases = (person: PersonId) => PHASES.filter((phase) => mayWrite(published, person, phase));
  expect(phases(author)).toEqual(['ideation', 'rebound']);
  expect(phases(coauthor)).toEqual(['ideation', 'rebound']);
  expect([colleague, moderator1].flatMap(phases)).toEqual([]);
});

test('[ID13] a draft is typed by its originators; no other state is typed in', () => {
  expect(mayWrite(draftIdea, author, 'scheduled')).toBe(true);
  expect(mayWrite({ ...draftIdea, coauthors: [coauthor] }, coauthor, 'ideation')).toBe(false);
  const written = IDEA_STATES.filter((state) => mayWrite({ ...published, state }, author, 'ideation'));
  expect(written).toEqual(['draft', 'published']);
});

test('[ID14] who reads what', () => {
  const at = new Date('2026-10-13T08:00:00Z');
  const readers = (state: (typeof IDEA_STATES)[number], publishedAt: Date | null) =>
    [author, coauthor, moderator1, colleague].map((person) =>
      mayReadIdea({ ...published, state, publishedAt }, person, person === moderator1),
    );
  expect(readers('draft', null)).toEqual([true, false, false, false]);
  expect(readers('withdrawn', null)).toEqual([true, false, false, false]);
  expect(readers('withdrawn', at)).toEqual([true, true, true, false]);
  expect(readers('hidden', at)).toEqual([true, true, true, false]);
  expect(readers('published', at)).toEqual([true, true, true, true]);
  expect(readers('not_selected', at)).toEqual([true, true, true, true]);
});

test('[ID15] support is given and taken back before closing, to what is published', () => {
  const support = (supported: boolean) => supportIdea(published, { supported }, asked('rebound', colleague));
  expect(support(true)).toMatchObject({
    value: { type: 'SupportChanged', person: colleague, supported: true },
  });
  expect(support(false)).toMatchObject({ value: { supported: false } });
  expect(codeOf(supportIdea(draftIdea, { supported: true }, asked('ideation', colleague)))).toBe(
    'idea-state',
  );
  expect(codeOf(supportIdea(published, { supported: true }, asked('closing', colleague)))).toBe(
    'challenge-phase',
  );
});
