/**
 * What this browser remembers of the register, and whether what it is shown today extends it. Pure: what was seen and
 * what is shown come in, a verdict goes out. A history that does not extend what was seen is never remembered over it.
 */
import {
  checkExtension,
  formatVerifierKey,
  fromBase64,
  parseVerifierKey,
  verifyCheckpoint,
  type CheckpointFailure,
  type ExtensionFailure,
  type TrustedKey,
  type VerifiedCheckpoint,
} from '@butinerie/attribution';

export interface Pin {
  /** The signed checkpoint, word for word: with the keys, proof enough of what was shown. */
  readonly note: string;
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

export type AlarmReason = ExtensionFailure | CheckpointFailure | 'malformed-proof';
export type PinVerdict =
  | { readonly state: 'first' | 'same' | 'extended'; readonly pin: Pin; readonly head: VerifiedCheckpoint }
  | { readonly state: 'alarm'; readonly reason: AlarmReason };

export const keysOf = (vkeys: readonly string[]): TrustedKey[] =>
  vkeys.flatMap((vkey) => {
    const key = parseVerifierKey(vkey);
    return key.ok ? [{ key: key.value }] : [];
  });

/** How many acts the remembered register held; null when what was kept cannot be read any more. */
export function sizeOf(pin: Pin): number | null {
  const head = verifyCheckpoint(pin.note, { keys: keysOf(pin.vkeys) });
  return head.ok ? head.value.size : null;
}

export function comparePin(pin: Pin | null, shown: Shown): PinVerdict {
  const before = pin && verifyCheckpoint(pin.note, { keys: keysOf(pin.vkeys) });
  // Kept by another version, or damaged: there is nothing to compare with.
  if (!pin || !before?.ok) return rememberFirst(shown);
  // A key that was never seen counts once a known one signs beside it.
  const known = verifyCheckpoint(shown.note, { keys: keysOf(pin.vkeys) });
  if (!known.ok) return { state: 'alarm', reason: reasonOf(known.failure.code, shown, before.value.origin) };
  const proof = shown.proof?.map(fromBase64);
  if (proof?.includes(undefined)) return { state: 'alarm', reason: 'malformed-proof' };
  const hashes = proof?.filter((hash) => hash !== undefined);
  const extension = checkExtension(before.value, known.value, hashes);
  if (!extension.ok) return { state: 'alarm', reason: extension.failure.code };
  const all = verifyCheckpoint(shown.note, { keys: keysOf([...new Set([...pin.vkeys, ...shown.vkeys])]) });
  const head = all.ok ? all.value : known.value;
  return {
    state: extension.value,
    head,
    pin: { ...pin, note: shown.note, vkeys: head.keys.map(formatVerifierKey), seenAt: shown.at },
  };
}

function rememberFirst({ note, vkeys, at }: Shown): PinVerdict {
  const head = verifyCheckpoint(note, { keys: keysOf(vkeys) });
  if (!head.ok) return { state: 'alarm', reason: head.failure.code };
  const { size, keys } = head.value;
  return {
    state: 'first',
    head: head.value,
    pin: { note, vkeys: keys.map(formatVerifierKey), firstSize: size, firstAt: at, seenAt: at },
  };
}

/** Signed properly, but for another register: another name stands on the first line. */
function reasonOf(code: CheckpointFailure, { note, vkeys }: Shown, origin: string): AlarmReason {
  if (code !== 'unknown-key') return code;
  const itself = verifyCheckpoint(note, { keys: keysOf(vkeys) });
  return itself.ok && itself.value.origin !== origin ? 'other-log' : code;
}
