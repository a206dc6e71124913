/** Who changes the key of the register: two administrators, each by a code of her own, within three days. */
import {
  ok,
  refuse,
  type Failure,
  type KeyChangeKind,
  type KeyChangeState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { checkCode, type Code } from '../accounts/mailed-code.ts';
import { mayAdminister, type Speaker } from '../accounts/policy.ts';

/** Long enough for a second person to be back from a day off, short enough that nobody forgets it. */
const SECOND_DELAY = 3 * 86_400_000;

export interface KeyChangeFacts {
  readonly state: KeyChangeState;
  readonly by: PersonId;
  readonly expiresAt: Date | null;
}

/** As it stands at this moment: nobody has to be there for it to lapse. */
export function keyChangeStateAt({ state, expiresAt }: KeyChangeFacts, now: Date): KeyChangeState {
  return state === 'waiting' && expiresAt !== null && now >= expiresAt ? 'expired' : state;
}

/** One change waits at a time. */
export function oneWaits(known: readonly KeyChangeFacts[], now: Date): boolean {
  return known.some((each) => keyChangeStateAt(each, now) === 'waiting');
}

type Asked = Result<true, Failure<'not-allowed' | 'already-answered' | 'key-state'>>;

/** `lost`: whether the key in force is not here. */
export function askKeyChange(
  known: readonly KeyChangeFacts[],
  { by, kind, lost, now }: { by: Speaker; kind: KeyChangeKind; lost: boolean; now: Date },
): Asked {
  if (!mayAdminister(by)) return refuse('not-allowed', { act: 'askKeyChange', why: 'administrators' });
  if (oneWaits(known, now)) return refuse('already-answered', { answer: 'waiting' });
  if (lost === (kind === 'lose')) return ok(true);
  return refuse('key-state', { state: lost ? 'lost' : 'signs', why: kind });
}

/** The second one is somebody else: with one alone nothing happens. */
export function askSecondCode(
  change: KeyChangeFacts,
  { by, now }: { by: Speaker; now: Date },
): Result<true, Failure<'not-allowed' | 'already-answered'>> {
  const act = 'sendKeyCode';
  if (!mayAdminister(by)) return refuse('not-allowed', { act, why: 'administrators' });
  const state = keyChangeStateAt(change, now);
  if (state !== 'waiting') return refuse('already-answered', { answer: state });
  return change.by === by.person ? refuse('not-allowed', { act, why: 'second-person' }) : ok(true);
}

export type KeyStep = { readonly step: 'open'; readonly expiresAt: Date } | { readonly step: 'do' };

export function confirmKeyChange(
  change: KeyChangeFacts,
  typed: { by: Speaker; code: Code; right: boolean; now: Date },
): Result<KeyStep, Failure<'not-allowed' | 'wrong-code' | 'already-answered'>> {
  const { by, now } = typed;
  const state = keyChangeStateAt(change, now);
  const first = state === 'to-confirm' && change.by === by.person;
  if (!first) {
    const second = askSecondCode(change, { by, now });
    if (!second.ok) return second;
  } else if (!mayAdminister(by))
    return refuse('not-allowed', { act: 'confirmKeyChange', why: 'administrators' });
  const right = checkCode(typed.code, typed);
  if (!right.ok) return right;
  return ok(first ? { step: 'open', expiresAt: new Date(now.getTime() + SECOND_DELAY) } : { step: 'do' });
}

export function cancelKeyChange(
  change: KeyChangeFacts,
  { by, now }: { by: Speaker; now: Date },
): Result<true, Failure<'not-allowed' | 'already-answered'>> {
  if (!mayAdminister(by)) return refuse('not-allowed', { act: 'cancelKeyChange', why: 'administrators' });
  const state = keyChangeStateAt(change, now);
  return state === 'waiting' || state === 'to-confirm'
    ? ok(true)
    : refuse('already-answered', { answer: state });
}
