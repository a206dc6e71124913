/**
 * What this browser remembers of the register, and whether what it is shown today extends it. Pure: what was seen and
 * what is shown come in, a verdict goes out. A history that does not extend what was seen is never remembered over it.
 */
import {
  checkExtension,
  formatVerifierKey,
  fromBase64,
  keyChangesIn,
  keyRing,
  verifyCheckpoint,
  type CheckpointFailure,
  type ExtensionFailure,
  type KeyRing,
  type VerifiedCheckpoint,
} from '@butinerie/attribution';

export interface Pin {
  /** The signed checkpoint, word for word: with the keys, proof enough of what was shown. */
  readonly note: string;
  /** Those that signed it, and the changes of keys it was reached by. */
  readonly vkeys: readonly string[];
  /** How many acts the register held the first time this browser saw it, and when. */
  readonly firstSize: number;
  readonly firstAt: string;
  readonly seenAt: string;
}

export interface Shown {
  readonly note: string;
  readonly vkeys: readonly string[];
  /** From the remembered checkpoint to this one, base64; null where none could be had. */
  readonly proof: readonly string[] | null;
  readonly at: string;
}

export type AlarmReason = ExtensionFailure | CheckpointFailure | 'malformed-proof' | 'key-lost';
export type PinVerdict =
  | { readonly state: 'first' | 'same' | 'extended'; readonly pin: Pin; readonly head: VerifiedCheckpoint }
  | { readonly state: 'alarm'; readonly reason: AlarmReason };

export const ringOf = (vkeys: readonly string[]): KeyRing => keyRing(vkeys.map((vkey) => ({ vkey })));
const changesIn = (vkeys: readonly string[]): readonly string[] => keyChangesIn(vkeys.join('\n'));

/** How many acts the remembered register held; null when what was kept cannot be read any more. */
export function sizeOf(pin: Pin): number | null {
  const head = verifyCheckpoint(pin.note, { keys: ringOf(pin.vkeys).keys });
  return head.ok ? head.value.size : null;
}

export function comparePin(pin: Pin | null, shown: Shown): PinVerdict {
  const before = pin && verifyCheckpoint(pin.note, { keys: ringOf(pin.vkeys).keys });
  // Kept by another version, or damaged: there is nothing to compare with.
  if (!pin || !before?.ok) return rememberFirst(shown);
  // A key that was never seen counts once a known one names it, or signs beside it.
  const told = [...new Set([...pin.vkeys, ...changesIn(shown.vkeys)])];
  const known = verifyCheckpoint(shown.note, { keys: ringOf(told).keys });
  const next = known.ok ? null : successorOfLost(pin, shown);
  const read = next === null ? known : verifyCheckpoint(shown.note, { keys: ringOf([...told, next]).keys });
  if (!read.ok) return { state: 'alarm', reason: reasonOf(read.failure.code, shown, before.value.origin) };
  const proof = shown.proof?.map(fromBase64);
  if (proof?.includes(undefined)) return { state: 'alarm', reason: 'malformed-proof' };
  const hashes = proof?.filter((hash) => hash !== undefined);
  const extension = checkExtension(before.value, read.value, hashes);
  if (!extension.ok) return { state: 'alarm', reason: extension.failure.code };
  // The history goes on as it was seen, under a key that nothing leads to: a person has to know.
  if (next !== null) return { state: 'alarm', reason: 'key-lost' };
  return {
    state: extension.value,
    head: read.value,
    pin: { ...pin, note: shown.note, vkeys: rememberedKeys(read.value, told), seenAt: shown.at },
  };
}

/** The key that is said to have begun after one of the remembered was lost. */
function successorOfLost(pin: Pin, { vkeys }: Shown): string | null {
  const mine = ringOf(pin.vkeys).keys.map(({ key }) => formatVerifierKey(key));
  const { changes } = ringOf([...mine, ...changesIn(vkeys)]);
  return changes.findLast((change) => change.k === 'key.lost' && mine.includes(change.old))?.new ?? null;
}

/** With the changes that led here: a key that was replaced counts no more, whoever holds it. */
function rememberedKeys({ keys }: VerifiedCheckpoint, told: readonly string[]): readonly string[] {
  return [...keys.map(formatVerifierKey), ...changesIn(told)];
}

function rememberFirst({ note, vkeys, at }: Shown): PinVerdict {
  const head = verifyCheckpoint(note, { keys: ringOf(vkeys).keys });
  if (!head.ok) return { state: 'alarm', reason: head.failure.code };
  const { size } = head.value;
  return {
    state: 'first',
    head: head.value,
    pin: { note, vkeys: rememberedKeys(head.value, vkeys), firstSize: size, firstAt: at, seenAt: at },
  };
}

/** Signed properly, but for another register: another name stands on the first line. */
function reasonOf(code: CheckpointFailure, { note, vkeys }: Shown, origin: string): AlarmReason {
  if (code !== 'unknown-key') return code;
  const itself = verifyCheckpoint(note, { keys: ringOf(vkeys).keys });
  return itself.ok && itself.value.origin !== origin ? 'other-log' : code;
}
