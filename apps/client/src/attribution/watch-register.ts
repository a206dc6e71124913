/**
 * Looks at the register once a visit: asks for its head and for the proof that it extends what this browser saw, checks
 * both here, remembers. A network that does not answer is no alarm; an answer that does not hold is one.
 */
import { readCheckpoint, readConsistency, readVerificationKeys, type Failure } from '@butinerie/contracts';
import type { VerifiedCheckpoint } from '@butinerie/attribution';
import { call, type Offline } from '../platform/call.ts';
import { comparePin, sizeOf, type AlarmReason, type Pin } from './pin.ts';
import { keepPin, keptPin, raiseAlarm } from './pin-store.ts';

export type Watched =
  | {
      readonly state: 'first' | 'same' | 'extended';
      readonly pin: Pin;
      readonly head: VerifiedCheckpoint;
      readonly note: string;
      readonly vkeys: readonly string[];
    }
  | { readonly state: 'alarm'; readonly reason: AlarmReason; readonly note: string }
  | { readonly state: 'unknown'; readonly failure: Failure | Offline };

let underWay: Promise<Watched> | null = null;

/** Asked twice at once, it looks once. */
export function watchRegister(): Promise<Watched> {
  underWay ??= watch().finally(() => {
    underWay = null;
  });
  return underWay;
}

async function watch(): Promise<Watched> {
  const pin = keptPin();
  const [head, keys] = await Promise.all([call(readCheckpoint), call(readVerificationKeys)]);
  if (!head.ok) return { state: 'unknown', failure: head.failure };
  if (!keys.ok) return { state: 'unknown', failure: keys.failure };
  const note = head.value;
  // A proxy's own page in place of the answer is no history at all.
  if (!/^\S+\n\d+\n/.test(note))
    return { state: 'unknown', failure: { code: 'unexpected', incident: readCheckpoint.name } };
  const vkeys = keys.value.split('\n').filter(Boolean);
  const from = pin && sizeOf(pin);
  const to = Number(note.split('\n')[1]);
  let proof: readonly string[] | null = null;
  if (from && to > from) {
    const answer = await call(readConsistency, { params: { from, to } });
    // Nothing was learnt. A server that has no such proof has said something, though: it is compared without one.
    if (!answer.ok && answer.failure.code !== 'not-found')
      return { state: 'unknown', failure: answer.failure };
    if (answer.ok) proof = answer.value.hashes;
  }
  const at = new Date().toISOString();
  const verdict = comparePin(pin, { note, vkeys, proof, at });
  if (verdict.state === 'alarm') {
    raiseAlarm({ reason: verdict.reason, seen: pin?.note ?? null, shown: note, at });
    return { ...verdict, note };
  }
  // Another tab may have seen more meanwhile: what is remembered never goes back.
  const latest = keptPin();
  if (!latest || (sizeOf(latest) ?? 0) <= verdict.head.size) keepPin(verdict.pin);
  return { ...verdict, note, vkeys };
}
