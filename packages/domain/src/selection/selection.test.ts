import { mintId, type IdeaState } from '@butinerie/contracts';
import fc from 'fast-check';
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
  moderator2,
} from '../testing/cast.ts';
import { answerIdea, checkVerdict } from './answer-idea.ts';
import { confirmResults } from './confirm-results.ts';
import { proposeResults } from './propose-results.ts';
import type { SelectableIdea, SelectionState, Verdict } from './selection-state.ts';

const reason = 'Le service instruit déjà une demande proche ; nous la reprendrons avec vous au printemps.';
const no: Verdict = { outcome: 'not_selected', motive: 'already_running', reason };
const yes: Verdict = { outcome: 'selected', motive: null, reason };

function idea(state: IdeaState, answer: Verdict | null = null): SelectableIdea {
  return {
    id: mintId('idea'),
    state,
    originators: [author],
    coauthors: [coauthor],
    rebounders: [colleague],
    declared: [],
    answer,
  };
}
function selectionOf(
  ideas: readonly SelectableIdea[],
  proposedBy: SelectionState['proposedBy'] = null,
): SelectionState {
  return { challenge, version: 7, ideas, proposedBy };
}
const deliberating = asked('deliberation', moderator1, moderates);
const second = asked('deliberation', moderator2, moderates);
const none = selectionOf([]);

test('[SE1] a moderator answers with a reason', () => {
  const submitted = idea('submitted');
  expect(
    answerIdea(none, { ...no, reason: `  ${reason}\n`, idea: submitted, version: 7 }, deliberating),
  ).toMatchObject({
    ok: true,
    value: { type: 'IdeaAnswered', idea: submitted.id, outcome: 'not_selected', reason, version: 8 },
  });
});

test('[SE1] 80 characters make a reason, 79 and a space do not', () => {
  const answered = (text: string) =>
    answerIdea(none, { ...yes, reason: text, idea: idea('submitted'), version: 7 }, deliberating);
  expect(codeOf(answered('é'.repeat(80)))).toBe('ok');
  expect(answered(`${'🐝'.repeat(79)} `)).toEqual({
    ok: false,
    failure: { code: 'reason-too-short', minimum: 80, length: 79 },
  });
});

test('[SE1] only moderators, only in deliberation, only what is sealed, only on the current version', () => {
  const command = { ...yes, idea: idea('submitted'), version: 7 };
  expect(codeOf(answerIdea(none, command, asked('deliberation', moderator1)))).toBe('not-allowed');
  expect(codeOf(answerIdea(none, command, asked('closing', moderator1, moderates)))).toBe('challenge-phase');
  expect(codeOf(answerIdea(none, { ...command, version: 6 }, deliberating))).toBe('stale-version');
  for (const state of ['published', 'withdrawn', 'merged', 'adopted'] as const) {
    expect(codeOf(answerIdea(none, { ...command, idea: idea(state) }, deliberating))).toBe('idea-state');
  }
  const shortlisted = { ...command, idea: idea('shortlisted'), outcome: 'out_of_scope' as const };
  expect(codeOf(answerIdea(none, shortlisted, deliberating))).toBe('idea-state');
});

test('[SE2] not selecting needs a motive, and no other outcome keeps one', () => {
  expect(checkVerdict({ ...no, motive: null })).toMatchObject({
    failure: { code: 'invalid-input', issues: [{ path: 'motive' }] },
  });
  expect(checkVerdict({ ...yes, motive: 'cost' })).toMatchObject({ value: { motive: null } });
  expect(checkVerdict(no)).toEqual({ ok: true, value: no });
});

test.each([
  ['originator', author],
  ['co-author', coauthor],
  ['rebounder', colleague],
])('[SE3] a moderator who is its %s does not answer it', (_, person) => {
  const own = idea('submitted');
  expect(
    answerIdea(none, { ...yes, idea: own, version: 7 }, asked('deliberation', person, moderates)),
  ).toEqual({
    ok: false,
    failure: { code: 'own-idea', idea: own.id },
  });
});

test('[SE4] [S29] 38 ideas and 37 reasons are refused with the missing one', () => {
  const answered = Array.from({ length: 37 }, () => idea('submitted', no));
  const missing = idea('submitted');
  expect(proposeResults(selectionOf([...answered, missing]), { version: 7 }, deliberating)).toEqual({
    ok: false,
    failure: { code: 'answers-missing', ideas: [missing.id] },
  });
  const all = selectionOf([...answered, { ...missing, answer: yes }]);
  expect(proposeResults(all, { version: 7 }, deliberating)).toMatchObject({
    value: { by: moderator1, version: 8 },
  });
});

test('[SE4] merged, withdrawn and hidden ideas and drafts need no answer; an unsealed one counts as missing', () => {
  const without = (['merged', 'withdrawn', 'hidden', 'draft'] as const).map((state) => idea(state));
  expect(codeOf(proposeResults(selectionOf(without), { version: 7 }, deliberating))).toBe('ok');
  const unsealed = selectionOf([...without, idea('published')]);
  expect(codeOf(proposeResults(unsealed, { version: 7 }, deliberating))).toBe('answers-missing');
});

test('[SE4] an answer that no longer fits the state of its idea counts as missing', () => {
  const stuck = idea('shortlisted', { outcome: 'out_of_scope', motive: null, reason });
  expect(codeOf(proposeResults(selectionOf([stuck]), { version: 7 }, deliberating))).toBe('answers-missing');
});

test('[SE4] [SE5] agents neither propose nor confirm, and nobody outside deliberation', () => {
  const proposed = selectionOf([idea('submitted', yes)], moderator1);
  for (const decide of [proposeResults, confirmResults]) {
    expect(codeOf(decide(proposed, { version: 7 }, asked('deliberation', colleague)))).toBe('not-allowed');
    expect(codeOf(decide(proposed, { version: 7 }, asked('decided', moderator2, moderates)))).toBe(
      'challenge-phase',
    );
    expect(codeOf(decide(proposed, { version: 5 }, second))).toBe('stale-version');
  }
});

test('[SE5] [S29] another moderator confirms, and only what was proposed', () => {
  const ideas = [idea('submitted', yes)];
  expect(confirmResults(selectionOf(ideas, moderator1), { version: 7 }, deliberating)).toEqual({
    ok: false,
    failure: { code: 'second-person-needed', proposedBy: moderator1 },
  });
  expect(codeOf(confirmResults(selectionOf(ideas), { version: 7 }, second))).toBe('not-proposed');
  expect(codeOf(confirmResults(selectionOf(ideas, moderator1), { version: 7 }, second))).toBe('ok');
  expect(codeOf(confirmResults(selectionOf([idea('submitted')], moderator1), { version: 7 }, second))).toBe(
    'answers-missing',
  );
});

test('[SE6] an answer changed after the proposal takes it back', () => {
  const change = (proposedBy: SelectionState['proposedBy']) =>
    answerIdea({ version: 7, proposedBy }, { ...yes, idea: idea('submitted', no), version: 7 }, second);
  expect(change(moderator1)).toMatchObject({ value: { takesProposalBack: true } });
  expect(change(null)).toMatchObject({ value: { takesProposalBack: false } });
});

test('[SE7] each idea takes the state of its answer, and its authors are told', () => {
  const [kept, refused, outside] = [
    idea('submitted', yes),
    idea('shortlisted', no),
    idea('submitted', { outcome: 'out_of_scope', motive: null, reason }),
  ];
  const withdrawn = idea('withdrawn', yes);
  const tell = [author, coauthor];
  expect(
    confirmResults(selectionOf([kept, refused, outside, withdrawn], moderator1), { version: 7 }, second),
  ).toMatchObject({
    value: {
      by: moderator2,
      version: 8,
      states: [
        { idea: kept.id, to: 'selected', tell },
        { idea: refused.id, to: 'not_selected', tell },
        { idea: outside.id, to: 'out_of_scope', tell },
      ],
    },
  });
});

test('[SE7] whatever the ideas, confirming leaves none without a state', () => {
  const states = fc.constantFrom<IdeaState>(
    'draft',
    'published',
    'submitted',
    'shortlisted',
    'merged',
    'withdrawn',
  );
  const verdicts = fc.constantFrom<Verdict | null>(null, yes, no, { ...yes, outcome: 'out_of_scope' });
  fc.assert(
    fc.property(fc.array(fc.tuple(states, verdicts)), (rows) => {
      const ideas = rows.map(([state, answer]) => idea(state, answer));
      const confirmed = confirmResults(selectionOf(ideas, moderator1), { version: 7 }, second);
      if (!confirmed.ok) {
        expect(confirmed.failure.code).toBe('answers-missing');
        return;
      }
      const eligible = ideas.filter(({ state }) => ['published', 'submitted', 'shortlisted'].includes(state));
      expect(confirmed.value.states.map(({ idea: id }) => id)).toEqual(eligible.map(({ id }) => id));
    }),
  );
});
