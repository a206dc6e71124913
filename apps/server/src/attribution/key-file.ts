/**
 * The key that signs checkpoints: an Ed25519 key in a file beside the data, never in it, made at the first start and
 * readable by the server's account only.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatVerifierKey, signerFromSeed, type Signer } from '@butinerie/attribution';
import { CannotStart } from '../platform/cannot-start.ts';
import { replaceFile, settle } from '../platform/replace-file.ts';

/**
 * The key of today, and beside it the one that comes next or the one that was: `attribution.pem` has
 * `attribution.next.pem` and `attribution.previous.pem`.
 */
export interface KeyFiles {
  current(): Signer;
  /** The key that lies here and is this one. */
  find(vkey: string): Signer | null;
  /** Makes the key that comes next, over one that was never used: never over the one in force. Throws where nobody may write. */
  prepare(inForce: string): Signer;
  /** Puts the next key in the place of today's, which stays beside it. Interrupted, it is done again. */
  promote(vkey: string): void;
}

export function keyFiles(path: string, origin: string): KeyFiles {
  const beside = (name: string): string => `${path.replace(/\.pem$/, '')}.${name}.pem`;
  const [next, previous] = [beside('next'), beside('previous')];
  const is = (signer: Signer | null, vkey: string): signer is Signer =>
    signer !== null && formatVerifierKey(signer.key) === vkey;
  const read = (file: string): Signer | null => readKeyFile(file, origin);
  function promote(vkey: string): void {
    const pem = readKey(path);
    if (!is(read(next), vkey) || is(read(path), vkey)) return;
    // Never without a key in the place where one is looked for: a start would make another.
    if (pem !== null) replaceFile(previous, pem);
    renameSync(next, path);
    settle(path);
  }
  return {
    current: () => openKeyFile(path, origin),
    find: (vkey) => [path, next, previous].map(read).find((signer) => is(signer, vkey)) ?? null,
    prepare(inForce) {
      // Whoever wrote the leaf may have been killed before its files followed.
      promote(inForce);
      // On disk under its name before anything is signed with it: a leaf whose key a power cut took leaves nobody who signs.
      replaceFile(next, newKey());
      return openKeyFile(next, origin);
    },
    promote,
  };
}

/** The signer of this instance's log; makes the key where there is none. */
export function openKeyFile(path: string, origin: string): Signer {
  const pem = readKey(path) ?? makeKey(path);
  return signerFromSeed(origin, seedOf(path, pem));
}

/** The same for somebody who only reads: null where there is no key. */
export function readKeyFile(path: string, origin: string): Signer | null {
  const pem = readKey(path);
  return pem === null ? null : signerFromSeed(origin, seedOf(path, pem));
}

/** Whether others than the server's account may read the key. */
export function isExposed(path: string): boolean {
  return (statSync(path).mode & 0o077) !== 0;
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new CannotStart(`ATTRIBUTION_KEY_FILE ${path} cannot be read.`, error);
  }
}

function makeKey(path: string): string {
  const pem = newKey();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Never over a key that appeared meanwhile.
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx', flush: true });
    settle(path);
  } catch (error) {
    // Another server of the same instance started at the same time.
    const theirs = readKey(path);
    if (theirs === null) throw new CannotStart(`ATTRIBUTION_KEY_FILE ${path} cannot be made.`, error);
    return theirs;
  }
  return pem;
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function seedOf(path: string, pem: string): Uint8Array {
  try {
    const { crv, d } = createPrivateKey(pem).export({ format: 'jwk' });
    if (crv === 'Ed25519' && typeof d === 'string') return new Uint8Array(Buffer.from(d, 'base64url'));
  } catch (error) {
    throw new CannotStart(`ATTRIBUTION_KEY_FILE ${path} holds no key.`, error);
  }
  throw new CannotStart(`ATTRIBUTION_KEY_FILE ${path} must hold an Ed25519 key.`);
}
