/**
 * Answers for keys: C2SP `vkey` text and Ed25519 from a 32-byte seed. The algorithm byte stays explicit, so that a
 * second kind of signature can stand beside the first one day.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64, toUtf8 } from './bytes.ts';
import { accepted, refused, type Outcome } from './outcome.ts';

const ed25519Algorithm = 1;

export interface VerifierKey {
  readonly name: string;
  /** First four bytes of a hash, as eight hexadecimal digits: it finds a key, it does not prove one. */
  readonly id: string;
  readonly publicKey: Uint8Array;
}

export interface Signer {
  readonly key: VerifierKey;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** The server supplies the seed: randomness and files are not this package's. */
export function signerFromSeed(name: string, seed: Uint8Array): Signer {
  if (!isKeyName(name)) throw new TypeError('a key name has no space and no plus sign');
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes');
  const secret = seed.slice();
  const publicKey = ed25519.getPublicKey(secret);
  return {
    key: { name, id: keyId(name, publicKey), publicKey },
    sign: (message) => ed25519.sign(message, secret),
  };
}

export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${toBase64(Uint8Array.of(ed25519Algorithm, ...key.publicKey))}`;
}

export type VerifierKeyFailure = 'malformed-key' | 'unsupported-algorithm' | 'wrong-key-id';

export function parseVerifierKey(text: string): Outcome<VerifierKey, VerifierKeyFailure> {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const [name, id, encoded] = [parts?.[1], parts?.[2], parts?.[3]];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || id === undefined || bytes === undefined || !isKeyName(name)) {
    return refused('malformed-key', 'a key reads name+id+base64');
  }
  if (bytes[0] !== ed25519Algorithm || bytes.length !== 33) {
    return refused('unsupported-algorithm', 'only Ed25519 keys are read here');
  }
  const publicKey = bytes.slice(1);
  if (keyId(name, publicKey) !== id)
    return refused('wrong-key-id', 'the id is not that of this name and key');
  return accepted({ name, id, publicKey });
}

/** RFC 8032 strictly: the laxer reading would accept signatures that another verifier refuses. */
export function verifySignature(key: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key.publicKey, { zip215: false });
  } catch {
    // The library throws on a signature or key of the wrong length; both are somebody's input here.
    return false;
  }
}

export function isKeyName(name: string): boolean {
  return /^[^\s+\p{Cc}\p{Surrogate}]+$/u.test(name);
}

function keyId(name: string, publicKey: Uint8Array): string {
  const hash = sha256(Uint8Array.of(...toUtf8(`${name}\n`), ed25519Algorithm, ...publicKey));
  return Array.from(hash.slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
