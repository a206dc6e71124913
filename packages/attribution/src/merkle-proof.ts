/**
 * Answers for checking proofs, without a tree: RFC 9162 §2.1.3.2 and §2.1.4.2. Arithmetic stays on plain numbers
 * (no 32-bit operators), so sizes above 2³¹ are read as written.
 */
import { sameBytes } from './bytes.ts';
import { hashLength, hashNode } from './merkle-hash.ts';

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

export interface Consistency {
  readonly from: number;
  readonly fromRoot: Uint8Array;
  readonly to: number;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const half = (value: number): number => Math.floor(value / 2);
const odd = (value: number): boolean => value % 2 === 1;
const whole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const hashes = (list: readonly Uint8Array[]): boolean => list.every((hash) => hash.length === hashLength);

export function verifyInclusion({ index, size, leafHash, root, proof }: Inclusion): boolean {
  if (!whole(index) || !whole(size) || index >= size || !hashes([leafHash, root, ...proof])) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (odd(node) || node === last) {
      hash = hashNode(sibling, hash);
      while (!odd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, root);
}

/** A proof from size 0 is refused: every tree extends nothing, so it would prove nothing. */
export function verifyConsistency({ from, fromRoot, to, toRoot, proof }: Consistency): boolean {
  if (!whole(from) || !whole(to) || from === 0 || from > to) return false;
  if (!hashes([fromRoot, toRoot, ...proof])) return false;
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot);

  let node = from - 1;
  let last = to - 1;
  while (odd(node)) {
    node = half(node);
    last = half(last);
  }
  // When the old tree is a whole power of two its root is the first hash, and the proof leaves it out.
  const [first, ...rest] = node === 0 ? [fromRoot, ...proof] : proof;
  if (first === undefined) return false;
  let fromHash = first;
  let toHash = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (odd(node) || node === last) {
      fromHash = hashNode(hash, fromHash);
      toHash = hashNode(hash, toHash);
      while (!odd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      toHash = hashNode(toHash, hash);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(fromHash, fromRoot) && sameBytes(toHash, toRoot);
}
