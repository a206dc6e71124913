/**
 * Which keys sign and which count, as the register itself says: a key that took another's place is in force from its
 * leaf on. For thirty days the one before signs beside it, for readers who have not heard of the change.
 */
import {
  formatKeys,
  formatVerifierKey,
  keyRing,
  lastSizeOf,
  type KeyChange,
  type Signer,
  type TrustedKey,
} from '@butinerie/attribution';
import type { Clock } from '../platform/clock.ts';
import type { KeyFiles } from './key-file.ts';

const BESIDE_MS = 30 * 86_400_000;

export interface SigningKeys {
  /** The key in force. */
  current(): string;
  /** Those who sign today, the one in force first; none where it is not here. */
  signers(): readonly Signer[];
  trusted(): readonly TrustedKey[];
  /** Every key with its changes, one a line, for whoever verifies. */
  lines(): readonly string[];
  /** Changes that a register of this size did not hold. */
  changesSince(size: number): readonly KeyChange[];
}

export interface SigningKeysDeps {
  readonly files: KeyFiles;
  readonly changes: readonly KeyChange[];
  readonly clock: Clock;
}

export function signingKeys({ files, changes, clock }: SigningKeysDeps): SigningKeys {
  // As it lay there at the start: a file that disappears meanwhile is a lost key, never the occasion of another.
  const first = formatVerifierKey(files.current().key);
  const current = (): string => changes.at(-1)?.new ?? first;
  const lines = (): readonly string[] => formatKeys(current(), changes);
  return {
    current,
    signers() {
      const signer = files.find(current());
      if (signer === null) return [];
      const last = changes.at(-1);
      const beside =
        last?.k === 'key.rotated' && clock.now().getTime() < Date.parse(last.t) + BESIDE_MS
          ? files.find(last.old)
          : null;
      return beside === null ? [signer] : [signer, beside];
    },
    trusted: () => keyRing(lines().map((vkey) => ({ vkey }))).keys,
    lines,
    changesSince: (size) => changes.filter((change) => lastSizeOf(change) >= size),
  };
}
