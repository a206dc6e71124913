/** What becomes of an idea: every event in every state. A missing cell does not compile. */
import { IDEA_STATES, ok, refuse, type Failure, type IdeaState, type Result } from '@butinerie/contracts';
import { cellOf, type Row } from '../total-table.ts';

export const IDEA_EVENTS = [
  'publish',
  'unpublish',
  'merge',
  'unmerge',
  'submit',
  'shortlist',
  'select',
  'not_select',
  'out_of_scope',
  'adopt',
  'decline',
  'offer_again',
  'start',
  'deliver',
  'measure',
  'abandon',
  'carry_on',
  'withdraw',
  'hide',
] as const;
export type IdeaEvent = (typeof IDEA_EVENTS)[number];

interface Transition {
  readonly to: IdeaState;
  readonly from: Row<typeof IDEA_STATES, boolean>;
}

const Y = true;
const n = false;

/**
 * Columns: draft, published, merged, submitted, shortlisted, selected, not_selected, out_of_scope, adopted, declined,
 * in_progress, delivered, measured, abandoned, withdrawn, hidden.
 */
const TRANSITIONS: Readonly<Record<IdeaEvent, Transition>> = {
  // An idea that was not selected may be taken up again in a later challenge.
  publish: { to: 'published', from: [Y, n, n, n, n, n, Y, n, n, n, n, n, n, n, n, n] },
  unpublish: { to: 'draft', from: [n, Y, n, n, n, n, n, n, n, n, n, n, n, n, n, n] },
  merge: { to: 'merged', from: [n, Y, n, n, n, n, n, n, n, n, n, n, n, n, n, n] },
  // Out of a merge that its originators end; while it lasts nobody writes in it.
  unmerge: { to: 'published', from: [n, n, Y, n, n, n, n, n, n, n, n, n, n, n, n, n] },
  submit: { to: 'submitted', from: [n, Y, n, n, n, n, n, n, n, n, n, n, n, n, n, n] },
  shortlist: { to: 'shortlisted', from: [n, n, n, Y, n, n, n, n, n, n, n, n, n, n, n, n] },
  select: { to: 'selected', from: [n, n, n, Y, Y, n, n, n, n, n, n, n, n, n, n, n] },
  // Also where every directorate has declined it.
  not_select: { to: 'not_selected', from: [n, n, n, Y, Y, n, n, n, n, Y, n, n, n, n, n, n] },
  out_of_scope: { to: 'out_of_scope', from: [n, n, n, Y, n, n, n, n, n, n, n, n, n, n, n, n] },
  adopt: { to: 'adopted', from: [n, n, n, n, n, Y, n, n, n, n, n, n, n, n, n, n] },
  decline: { to: 'declined', from: [n, n, n, n, n, Y, n, n, n, n, n, n, n, n, n, n] },
  // To another directorate.
  offer_again: { to: 'selected', from: [n, n, n, n, n, n, n, n, n, Y, n, n, n, Y, n, n] },
  start: { to: 'in_progress', from: [n, n, n, n, n, n, n, n, Y, n, n, n, n, n, n, n] },
  deliver: { to: 'delivered', from: [n, n, n, n, n, n, n, n, n, n, Y, n, n, n, n, n] },
  measure: { to: 'measured', from: [n, n, n, n, n, n, n, n, n, n, n, Y, n, n, n, n] },
  abandon: { to: 'abandoned', from: [n, n, n, n, n, n, n, n, Y, n, Y, n, n, n, n, n] },
  // By its author, once a directorate has given it up.
  carry_on: { to: 'adopted', from: [n, n, n, n, n, n, n, n, n, n, n, n, n, Y, n, n] },
  withdraw: { to: 'withdrawn', from: [Y, Y, n, Y, n, n, n, n, n, n, n, n, n, n, n, n] },
  hide: { to: 'hidden', from: [Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, n] },
};

/** The state after the event, or null where the event has no place in that state. */
export function ideaStateAfter(state: IdeaState, event: IdeaEvent): IdeaState | null {
  const { to, from } = TRANSITIONS[event];
  return cellOf(IDEA_STATES, from, state) ? to : null;
}

/** As a refusal that names the act. */
export function moveIdea(
  state: IdeaState,
  event: IdeaEvent,
  act: string,
): Result<IdeaState, Failure<'idea-state'>> {
  const next = ideaStateAfter(state, event);
  return next === null ? refuse('idea-state', { state, act }) : ok(next);
}

/** States that still wait for a reasoned answer. A published one waits for its seal first. */
export const ELIGIBLE_STATES = [
  'published',
  'submitted',
  'shortlisted',
] as const satisfies readonly IdeaState[];

export function isEligible(state: IdeaState): boolean {
  return (ELIGIBLE_STATES as readonly IdeaState[]).includes(state);
}

/** Kept out of lists and searches: nobody else's business yet, or not any more. */
const UNLISTED: ReadonlySet<IdeaState> = new Set(['draft', 'hidden', 'withdrawn', 'merged']);

export const LISTED_STATES: readonly IdeaState[] = IDEA_STATES.filter((state) => !UNLISTED.has(state));

export function isListed(state: IdeaState): boolean {
  return !UNLISTED.has(state);
}
