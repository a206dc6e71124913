/** What becomes of a challenge: every event in every phase. A missing cell does not compile. */
import { PHASES, type Phase } from '@butinerie/contracts';
import { cellOf, type Row } from '../total-table.ts';

export const CHALLENGE_EVENTS = [
  'schedule',
  'open',
  'end_ideas',
  'close',
  'deliberate',
  'decide',
  'deliver',
  'review',
  'archive',
  'cancel',
  'pause',
  'resume',
  'extend',
] as const;
export type ChallengeEvent = (typeof CHALLENGE_EVENTS)[number];

interface Transition {
  /** `stays`: an overlay or a new date, not another phase. */
  readonly to: Phase | 'stays';
  readonly from: Row<typeof PHASES, boolean>;
}

const Y = true;
const n = false;

/** Columns: draft, scheduled, ideation, rebound, closing, deliberation, decided, delivery, impact_review, archived, cancelled. */
const TRANSITIONS: Readonly<Record<ChallengeEvent, Transition>> = {
  schedule: { to: 'scheduled', from: [Y, n, n, n, n, n, n, n, n, n, n] },
  open: { to: 'ideation', from: [n, Y, n, n, n, n, n, n, n, n, n] },
  end_ideas: { to: 'rebound', from: [n, n, Y, n, n, n, n, n, n, n, n] },
  close: { to: 'closing', from: [n, n, n, Y, n, n, n, n, n, n, n] },
  deliberate: { to: 'deliberation', from: [n, n, n, n, Y, n, n, n, n, n, n] },
  decide: { to: 'decided', from: [n, n, n, n, n, Y, n, n, n, n, n] },
  deliver: { to: 'delivery', from: [n, n, n, n, n, n, Y, n, n, n, n] },
  review: { to: 'impact_review', from: [n, n, n, n, n, n, n, Y, n, n, n] },
  archive: { to: 'archived', from: [n, n, n, n, n, n, n, n, Y, n, n] },
  cancel: { to: 'cancelled', from: [Y, Y, Y, Y, Y, Y, n, n, n, n, n] },
  pause: { to: 'stays', from: [n, n, Y, Y, n, Y, n, Y, n, n, n] },
  resume: { to: 'stays', from: [n, n, Y, Y, n, Y, n, Y, n, n, n] },
  extend: { to: 'stays', from: [n, n, Y, Y, n, n, n, n, n, n, n] },
};

/** The phase after the event, or null where the event has no place in that phase. */
export function phaseAfter(phase: Phase, event: ChallengeEvent): Phase | null {
  const { to, from } = TRANSITIONS[event];
  if (!cellOf(PHASES, from, phase)) return null;
  return to === 'stays' ? phase : to;
}
