/** Who may have a name effaced or replaced, and when it is done. Effacing is a weapon too: it takes its subject's own will. */
import {
  ok,
  refuse,
  type Failure,
  type NameRequestState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { checkCode, type Code } from '../accounts/mailed-code.ts';
import { hasRole, type Speaker } from '../accounts/policy.ts';

const DAY = 86_400_000;
/** Long enough for a mail to be read by whoever did not ask. */
const OWN_DELAY = 7 * DAY;
/** Notice to somebody whose request was signed on paper. */
const ORDERED_DELAY = 15 * DAY;

export interface NameRequestFacts {
  readonly person: PersonId;
  readonly state: NameRequestState;
  readonly dueAt: Date | null;
}

export function mayOrderNameChange(speaker: Pick<Speaker, 'grants'>): boolean {
  return hasRole(speaker, 'dpo');
}

/** One at a time: a second request could hide the first one's end. */
export function askNameChange(
  open: readonly NameRequestFacts[],
  { administrators, person }: { readonly administrators: readonly PersonId[]; readonly person: PersonId },
): Result<true, Failure<'already-answered' | 'last-administrator'>> {
  if (open.some(({ state }) => state === 'waiting')) return refuse('already-answered', { answer: 'waiting' });
  if (administrators.length === 1 && administrators[0] === person)
    return refuse('last-administrator', { person });
  return ok(true);
}

export function orderNameChange(
  open: readonly NameRequestFacts[],
  asked: { readonly by: Speaker; readonly person: PersonId; readonly administrators: readonly PersonId[] },
): Result<true, Failure<'not-allowed' | 'already-answered' | 'last-administrator'>> {
  const act = 'orderNameChange';
  if (!mayOrderNameChange(asked.by)) return refuse('not-allowed', { act, why: 'data-protection-officers' });
  // She asks for herself as anybody does.
  if (asked.by.person === asked.person) return refuse('not-allowed', { act, why: 'own-name' });
  return askNameChange(open, asked);
}

/** `right`: whether what was typed is the code of the mail. */
export function confirmNameChange(
  { state }: NameRequestFacts,
  { code, right, now }: { readonly code: Code; readonly right: boolean; readonly now: Date },
): Result<{ readonly dueAt: Date }, Failure<'wrong-code' | 'already-answered'>> {
  if (state !== 'to-confirm') return refuse('already-answered', { answer: state });
  const checked = checkCode(code, { right, now });
  return checked.ok ? ok({ dueAt: ownDueAt(now) }) : checked;
}

export function cancelNameChange(
  { state, person, dueAt }: NameRequestFacts,
  { by, now }: { readonly by: Speaker; readonly now: Date },
): Result<true, Failure<'not-allowed' | 'already-answered'>> {
  if (by.person !== person && !mayOrderNameChange(by))
    return refuse('not-allowed', { act: 'cancelNameChange', why: 'own-name' });
  const open = state === 'to-confirm' || (state === 'waiting' && dueAt !== null && now < dueAt);
  return open ? ok(true) : refuse('already-answered', { answer: state });
}

const ownDueAt = (now: Date): Date => new Date(now.getTime() + OWN_DELAY);
export const orderedDueAt = (now: Date): Date => new Date(now.getTime() + ORDERED_DELAY);
