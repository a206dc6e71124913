/**
 * Which acts a phase of the challenge allows: one table, asked by the server before it decides and by the client before
 * it shows a button. Who may do them is another question, answered by the policies.
 */
import { ok, PHASES, refuse, type Failure, type Phase, type Result } from '@butinerie/contracts';
import { cellOf, type Row } from '../total-table.ts';

/** `in_flight`: nobody may begin it, but what was on its way at closing is still taken in. */
type Leave = 'open' | 'in_flight' | 'shut';

const Y = 'open';
const f = 'in_flight';
const n = 'shut';

/** Columns: draft, scheduled, ideation, rebound, closing, deliberation, decided, delivery, impact_review, archived, cancelled. */
const LEAVES = {
  draftChallenge: [Y, n, n, n, n, n, n, n, n, n, n],
  scheduleChallenge: [Y, n, n, n, n, n, n, n, n, n, n],
  cancelChallenge: [Y, Y, Y, Y, Y, Y, n, n, n, n, n],
  pauseChallenge: [n, n, Y, Y, n, Y, n, Y, n, n, n],
  extendChallenge: [n, n, Y, Y, n, n, n, n, n, n, n],
  archiveChallenge: [n, n, n, n, n, n, n, n, Y, n, n],
  // A draft is private and harms nobody: it is kept whatever the hour, until the results are out.
  saveDraft: [n, Y, Y, Y, Y, Y, n, n, n, n, n],
  publishIdea: [n, n, Y, n, n, n, n, n, n, n, n],
  patchIdea: [n, Y, Y, Y, n, n, n, n, n, n, n],
  updateIdea: [n, n, Y, Y, f, n, n, n, n, n, n],
  askToCoauthor: [n, n, Y, Y, n, n, n, n, n, n, n],
  answerCoauthor: [n, n, Y, Y, n, n, n, n, n, n, n],
  withdrawIdea: [n, n, Y, Y, n, Y, n, n, n, n, n],
  mergeIdeas: [n, n, Y, Y, n, n, n, n, n, n, n],
  supportIdea: [n, n, Y, Y, f, n, n, n, n, n, n],
  reboundOnIdea: [n, n, Y, Y, f, n, n, n, n, n, n],
  takeRebound: [n, n, Y, Y, n, n, n, n, n, n, n],
  declineRebound: [n, n, Y, Y, n, n, n, n, n, n, n],
  answerIdea: [n, n, n, n, n, Y, n, n, n, n, n],
  proposeResults: [n, n, n, n, n, Y, n, n, n, n, n],
  confirmResults: [n, n, n, n, n, Y, n, n, n, n, n],
  adoptIdea: [n, n, n, n, n, n, Y, Y, n, n, n],
  declineAdoption: [n, n, n, n, n, n, Y, Y, n, n, n],
  answerCarrierOffer: [n, n, n, n, n, n, Y, Y, Y, n, n],
  reachMilestone: [n, n, n, n, n, n, Y, Y, n, n, n],
  measureIdea: [n, n, n, n, n, n, Y, Y, Y, Y, n],
  askQuestion: [n, Y, Y, Y, n, n, Y, Y, Y, n, n],
  disputeCredit: [n, n, Y, Y, n, Y, Y, Y, Y, n, n],
} as const satisfies Record<string, Row<typeof PHASES, Leave>>;

export type Act = keyof typeof LEAVES;
// The keys of the table above are the acts.
export const ACTS = Object.keys(LEAVES) as readonly Act[];

function leaveFor(phase: Phase, act: Act): Leave {
  return cellOf<Phase, Leave>(PHASES, LEAVES[act], phase);
}

export function actAllowed(phase: Phase, act: Act): boolean {
  return leaveFor(phase, act) === 'open';
}

/** Whether what was sent before closing may still come in. */
export function takesInFlight(phase: Phase, act: Act): boolean {
  return leaveFor(phase, act) === 'in_flight';
}

export function checkPhase(phase: Phase, act: Act): Result<Phase, Failure<'challenge-phase'>> {
  return actAllowed(phase, act) ? ok(phase) : refuse('challenge-phase', { phase, act });
}
