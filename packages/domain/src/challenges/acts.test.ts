import { PHASES, type Phase } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { ACTS, actAllowed, checkPhase, STANDINGS, takesInFlight, type Act } from './acts.ts';
import { phaseAfter } from './lifecycle.ts';

const openIn = (act: Act): Phase[] => PHASES.filter((phase) => actAllowed(phase, act));

test('[CH16] every act has an answer in every phase and in a pause, and is open somewhere', () => {
  for (const act of ACTS) {
    expect(
      STANDINGS.some((standing) => actAllowed(standing, act)),
      act,
    ).toBe(true);
    for (const phase of STANDINGS) {
      expect(checkPhase(phase, act)).toEqual(
        actAllowed(phase, act)
          ? { ok: true, value: phase }
          : { ok: false, failure: { code: 'challenge-phase', phase, act } },
      );
    }
  }
});

test.each([
  ['saveDraft', ['scheduled', 'ideation', 'rebound', 'closing', 'deliberation']],
  ['publishIdea', ['ideation']],
  ['withdrawIdea', ['ideation', 'rebound', 'deliberation']],
  ['answerIdea', ['deliberation']],
  ['proposeResults', ['deliberation']],
  ['confirmResults', ['deliberation']],
  ['adoptIdea', ['decided', 'delivery']],
  ['declineAdoption', ['decided', 'delivery']],
  ['answerCarrierOffer', ['decided', 'delivery', 'impact_review']],
  ['startDelivery', ['decided', 'delivery', 'impact_review']],
  ['abandonDelivery', ['decided', 'delivery', 'impact_review']],
  ['measureIdea', ['decided', 'delivery', 'impact_review']],
  ['commentOnIdea', ['scheduled', 'ideation', 'rebound', 'decided', 'delivery', 'impact_review']],
  ['openPseudonym', ['decided', 'delivery', 'impact_review', 'archived', 'cancelled']],
  ['disputeCredit', ['ideation', 'rebound', 'deliberation', 'decided', 'delivery']],
] as const)('[CH16] %s is open in %j', (act, phases) => {
  expect(openIn(act)).toEqual(phases);
});

test('[CH16] [AR4] in the impact review names are put right by moderators alone, and in the archive evaluators alone measure', () => {
  const leftTo = (act: Act, whom: 'moderators' | 'evaluators') =>
    PHASES.filter((phase) => actAllowed(phase, act, whom) && !actAllowed(phase, act));
  expect(leftTo('disputeCredit', 'moderators')).toEqual(['impact_review']);
  expect(leftTo('measureIdea', 'evaluators')).toEqual(['archived']);
  expect(leftTo('disputeCredit', 'evaluators')).toEqual([]);
  expect(leftTo('measureIdea', 'moderators')).toEqual([]);
  expect(checkPhase('impact_review', 'disputeCredit', 'moderators').ok).toBe(true);
  expect(checkPhase('impact_review', 'disputeCredit').ok).toBe(false);
});

test('[CH16] the acts that move the challenge are open exactly where its lifecycle has them', () => {
  const moves = {
    scheduleChallenge: 'schedule',
    cancelChallenge: 'cancel',
    pauseChallenge: 'pause',
    askExtension: 'extend',
    agreeToExtension: 'extend',
    archiveChallenge: 'archive',
    confirmResults: 'decide',
  } as const;
  for (const [act, event] of Object.entries(moves) as [
    keyof typeof moves,
    (typeof moves)[keyof typeof moves],
  ][]) {
    expect(openIn(act), act).toEqual(PHASES.filter((phase) => phaseAfter(phase, event) !== null));
  }
});

test.each([
  'updateIdea',
  'askToCoauthor',
  'answerCoauthor',
  'mergeIdeas',
  'supportIdea',
  'reboundOnIdea',
  'takeRebound',
  'declineRebound',
  'creditComment',
] as const)('[CH17] %s is open while ideas are and after, until closing', (act) => {
  expect(openIn(act)).toEqual(['ideation', 'rebound']);
});

test('[CH18] during closing nothing begins but keeping a draft or cancelling; what was on its way comes in', () => {
  expect(ACTS.filter((act) => actAllowed('closing', act))).toEqual([
    'cancelChallenge',
    'agreeToCancellation',
    'saveDraft',
  ]);
  expect(ACTS.filter((act) => takesInFlight('closing', act))).toEqual([
    'updateIdea',
    'supportIdea',
    'reboundOnIdea',
  ]);
  expect(PHASES.filter((phase) => takesInFlight(phase, 'updateIdea'))).toEqual(['closing']);
});

test('[CH20] during a pause nothing is written but drafts, and nothing decided but how it ends', () => {
  expect(ACTS.filter((act) => actAllowed('paused', act))).toEqual([
    'cancelChallenge',
    'agreeToCancellation',
    'pauseChallenge',
    'resumeChallenge',
    'saveDraft',
  ]);
  expect(ACTS.filter((act) => takesInFlight('paused', act))).toEqual([]);
});
