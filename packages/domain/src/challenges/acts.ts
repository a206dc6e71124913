/**
 * Which acts a challenge allows as it stands: one table, asked by the server before it decides and by the client before
 * it shows a button. A pause lies over the phase and is a column of its own. Who may do an act is another question,
 * answered by the policies.
 */
import { ok, PHASES, refuse, type Failure, type Result } from '@butinerie/contracts';
import { cellOf, type Row } from '../total-table.ts';

/**
 * `in_flight`: nobody may begin it, but what was on its way at closing is still taken in. `moderators` and `evaluators`:
 * what is open to more people in other phases is left to them here.
 */
type Leave = 'open' | 'in_flight' | 'moderators' | 'evaluators' | 'shut';
/** Those to whom an act may still be open where it is shut to the others. */
export type LeftTo = Extract<Leave, 'moderators' | 'evaluators'>;

const Y = 'open';
const f = 'in_flight';
const m = 'moderators';
const v = 'evaluators';
const n = 'shut';

/** How a challenge stands: in a phase, or paused in one. */
export const STANDINGS = [...PHASES, 'paused'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Columns: draft, scheduled, ideation, rebound, closing, deliberation, decided, delivery, impact_review, archived, cancelled, paused. */
const LEAVES = {
  draftChallenge: [Y, n, n, n, n, n, n, n, n, n, n, n],
  // Whom it is for and what it asks: as long as somebody may still come to it.
  prepareChallenge: [Y, Y, Y, Y, n, Y, Y, Y, Y, n, n, n],
  scheduleChallenge: [Y, n, n, n, n, n, n, n, n, n, n, n],
  cancelChallenge: [Y, Y, Y, Y, Y, Y, n, n, n, n, n, Y],
  agreeToCancellation: [n, Y, Y, Y, Y, Y, n, n, n, n, n, Y],
  pauseChallenge: [n, n, Y, Y, n, Y, n, Y, n, n, n, Y],
  resumeChallenge: [n, n, n, n, n, n, n, n, n, n, n, Y],
  askExtension: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  agreeToExtension: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  archiveChallenge: [n, n, n, n, n, n, n, n, Y, n, n, n],
  // A draft is private and harms nobody: it is kept whatever the hour, until the results are out.
  saveDraft: [n, Y, Y, Y, Y, Y, n, n, n, n, n, Y],
  publishIdea: [n, n, Y, n, n, n, n, n, n, n, n, n],
  patchIdea: [n, Y, Y, Y, n, n, n, n, n, n, n, n],
  setParticulars: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  updateIdea: [n, n, Y, Y, f, n, n, n, n, n, n, n],
  attachFile: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  askToCoauthor: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  answerCoauthor: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  withdrawIdea: [n, n, Y, Y, n, Y, n, n, n, n, n, n],
  mergeIdeas: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  undoMerge: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  supportIdea: [n, n, Y, Y, f, n, n, n, n, n, n, n],
  reboundOnIdea: [n, n, Y, Y, f, n, n, n, n, n, n, n],
  takeRebound: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  declineRebound: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  creditComment: [n, n, Y, Y, n, n, n, n, n, n, n, n],
  answerIdea: [n, n, n, n, n, Y, n, n, n, n, n, n],
  proposeResults: [n, n, n, n, n, Y, n, n, n, n, n, n],
  confirmResults: [n, n, n, n, n, Y, n, n, n, n, n, n],
  adoptIdea: [n, n, n, n, n, n, Y, Y, n, n, n, n],
  declineAdoption: [n, n, n, n, n, n, Y, Y, n, n, n, n],
  answerCarrierOffer: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  // Until the archive: what is late when the review begins is still to be delivered, or given up with a reason.
  startDelivery: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  proposeDelivered: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  confirmDelivered: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  abandonDelivery: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  keepDelivering: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  answerAbandonment: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  offerAgain: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  carryOnDelivery: [n, n, n, n, n, n, Y, Y, Y, n, n, n],
  measureIdea: [n, n, n, n, n, n, Y, Y, Y, v, n, n],
  commentOnIdea: [n, Y, Y, Y, n, n, Y, Y, Y, n, n, n],
  // Its owner's alone, once nothing is judged any more; also where the challenge came to nothing.
  openPseudonym: [n, n, n, n, n, n, Y, Y, Y, Y, Y, n],
  // Texts are compared once they are sealed.
  answerQuotation: [n, n, n, n, n, Y, Y, Y, Y, n, n, n],
  disputeCredit: [n, n, Y, Y, n, Y, Y, Y, m, n, n, n],
} as const satisfies Record<string, Row<typeof STANDINGS, Leave>>;

export type Act = keyof typeof LEAVES;
// The keys of the table above are the acts.
export const ACTS = Object.keys(LEAVES) as readonly Act[];

function leaveFor(standing: Standing, act: Act): Leave {
  return cellOf<Standing, Leave>(STANDINGS, LEAVES[act], standing);
}

/** `asOne`: what the speaker is, where the table leaves an act to some. */
export function actAllowed(standing: Standing, act: Act, asOne?: LeftTo): boolean {
  const leave = leaveFor(standing, act);
  return leave === 'open' || (asOne !== undefined && leave === asOne);
}

/** Whether what was sent before closing may still come in. */
export function takesInFlight(standing: Standing, act: Act): boolean {
  return leaveFor(standing, act) === 'in_flight';
}

export function checkPhase(
  standing: Standing,
  act: Act,
  asOne?: LeftTo,
): Result<Standing, Failure<'challenge-phase'>> {
  return actAllowed(standing, act, asOne)
    ? ok(standing)
    : refuse('challenge-phase', { phase: standing, act });
}
