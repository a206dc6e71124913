/**
 * The key that signs checkpoints: an Ed25519 key in a file beside the data, never in it, made at the first start and
 * readable by the server's account only.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { signerFromSeed, type Signer } from '@butinerie/attribution';
import { CannotStart } from '../platform/cannot-start.ts';

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
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Never over a key that appeared meanwhile.
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new CannotStart(`ATTRIBUTION_KEY_FILE ${path} cannot be made.`, error);
  }
  return pem;
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
