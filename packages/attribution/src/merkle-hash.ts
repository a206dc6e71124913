/** Answers for the two hashes of RFC 6962 §2.1: the leading byte keeps a node from passing for a leaf. */
import { sha256 } from '@noble/hashes/sha2.js';

export const hashLength = 32;

/** SHA-256 of some bytes. Whoever hashes a million leaves brings the platform's own; this one runs everywhere. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

function prefixed(prefix: number, parts: readonly Uint8Array[], hash: Sha256): Uint8Array {
  const input = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  input[0] = prefix;
  let at = 1;
  for (const part of parts) {
    input.set(part, at);
    at += part.length;
  }
  return hash(input);
}

export function hashLeaf(bytes: Uint8Array, hash: Sha256 = sha256): Uint8Array {
  return prefixed(0, [bytes], hash);
}

export function hashNode(left: Uint8Array, right: Uint8Array, hash: Sha256 = sha256): Uint8Array {
  return prefixed(1, [left, right], hash);
}

/** The root of a tree with no leaf. */
export function hashNothing(): Uint8Array {
  return sha256(new Uint8Array(0));
}
