import { mintId, type PersonId, type Phase } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { actsOnIdea, type IdeaInView } from '../ideas/acts-on-idea.ts';
import type { SelectionState } from '../selection/selection-state.ts';
import {
  answersForRoads,
  asked,
  author,
  challenge,
  coauthor,
  colleague,
  moderates,
  moderator1,
  moderator2,
  roads,
  sponsor,
} from '../testing/cast.ts';
import { draftIdea, published } from '../testing/ideas.ts';
import { actsOnChallenge, actsOnSelection } from './acts-on-challenge.ts';

const living: IdeaInView = {
  ...published,
  rebounders: [],
  declared: [],
  sealedAt: null,
  adoptedBy: null,
  carrierOffer: null,
};
const sealed: IdeaInView = { ...living, state: 'submitted', sealedAt: new Date('2026-10-30T16:02:00.001Z') };

test('[CH19] [S1] before the opening an agent prepares a draft and cannot publish', () => {
  expect(actsOnChallenge(asked('scheduled', author))).toEqual(['saveDraft']);
  expect(actsOnChallenge(asked('ideation', author))).toEqual(['saveDraft', 'publishIdea', 'reboundOnIdea']);
  expect(actsOnChallenge(asked('draft', moderator1, moderates))).toEqual([
    'draftChallenge',
    'scheduleChallenge',
    'cancelChallenge',
  ]);
});

test('[CH19] the selection shows proposing to one moderator, then confirming to the other', () => {
  const reason = 'Une réponse assez longue pour que son auteur comprenne ce qui a été pesé, et par qui.';
  const answer = { outcome: 'selected' as const, motive: null, reason };
  const answered: SelectionState = {
    challenge,
    version: 1,
    ideas: [{ ...sealed, answer }],
    proposedBy: null,
  };
  const proposed = { ...answered, proposedBy: moderator1 };
  const acts = (selection: SelectionState, person: PersonId) =>
    actsOnSelection(selection, asked('deliberation', person, moderates));
  expect(acts(answered, moderator1)).toEqual(['answerIdea', 'proposeResults']);
  expect(acts(proposed, moderator1)).toEqual(['answerIdea']);
  expect(acts(proposed, moderator2)).toEqual(['answerIdea', 'confirmResults']);
  expect(actsOnSelection(proposed, asked('deliberation', colleague))).toEqual([]);
});

test('[ID16] a living idea shows each person their own acts', () => {
  const acts = (person: PersonId, idea = living, phase: Phase = 'rebound') =>
    actsOnIdea(idea, asked(phase, person));
  const inText = ['takeRebound', 'declineRebound', 'creditComment'];
  expect(acts(colleague)).toEqual(['askToCoauthor', 'supportIdea', 'reboundOnIdea']);
  expect(acts(coauthor)).toEqual(['setParticulars', 'updateIdea', ...inText]);
  expect(acts(author)).toEqual(['patchIdea', 'setParticulars', 'updateIdea', 'withdrawIdea', ...inText]);
  expect(acts(author, { ...living, requests: [colleague] })).toContain('answerCoauthor');
  expect(acts(author, living, 'closing')).toEqual([]);
});

test('[ID16] a draft shows its author how to publish it while ideas are welcome', () => {
  const draft = { ...living, ...draftIdea };
  expect(actsOnIdea(draft, asked('ideation', author))).toEqual([
    'saveDraft',
    'publishIdea',
    'patchIdea',
    'withdrawIdea',
  ]);
  expect(actsOnIdea(draft, asked('ideation', colleague))).toEqual([]);
});

test('[ID16] a sealed idea is answered by moderators without a link, then adopted by sponsors', () => {
  const answering = (rebounders: readonly PersonId[]) =>
    actsOnIdea({ ...sealed, rebounders }, asked('deliberation', moderator1, moderates));
  expect(answering([])).toEqual(['answerIdea']);
  expect(answering([moderator1])).toEqual([]);
  const selected: IdeaInView = { ...sealed, state: 'selected' };
  const desk = (idea: IdeaInView) => actsOnIdea(idea, asked('decided', sponsor, answersForRoads));
  expect(desk(selected)).toEqual(['adoptIdea', 'declineAdoption']);
  expect(desk({ ...selected, originators: [], id: mintId('idea') })).toEqual(['declineAdoption']);
  expect(desk({ ...selected, state: 'adopted', adoptedBy: roads })).toEqual([]);
});

test('[ID16] once adopted, the carrier is asked and nobody else', () => {
  const adopted: IdeaInView = {
    ...sealed,
    state: 'adopted',
    adoptedBy: roads,
    carrierOffer: { to: author, choice: null },
  };
  expect(actsOnIdea(adopted, asked('delivery', author))).toEqual(['answerCarrierOffer']);
  expect(actsOnIdea(adopted, asked('delivery', coauthor))).toEqual([]);
});
