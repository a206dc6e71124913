import { formatVerifierKey } from '@butinerie/attribution';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotStart } from '../platform/cannot-start.ts';
import { isExposed, keyFiles, openKeyFile, readKeyFile } from './key-file.ts';
import { lastSigned } from './last-signed.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const vkey = (path: string) => formatVerifierKey(openKeyFile(path, 'butinerie/test').key);

describe('the key file', () => {
  test('is made once, for the account of the server only, and stays the same', () => {
    const path = at('made/attribution.pem');
    expect(readKeyFile(path, 'butinerie/test')).toBeNull();
    const first = vkey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(at('made')).mode & 0o777).toBe(0o700);
    expect(vkey(path)).toBe(first);
  });

  test('others who may read it are noticed', () => {
    const path = at('open.pem');
    vkey(path);
    expect(isExposed(path)).toBe(false);
    chmodSync(path, 0o644);
    expect(isExposed(path)).toBe(true);
  });

  test('that holds no Ed25519 key is one sentence naming it, and is left alone', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const content of ['nothing', privateKey.export({ type: 'pkcs8', format: 'pem' })]) {
      writeFileSync(at('wrong.pem'), content);
      expect(() => vkey(at('wrong.pem'))).toThrow(CannotStart);
      expect(() => vkey(at('wrong.pem'))).toThrow(/^ATTRIBUTION_KEY_FILE [^ ]+ [^.]+\.$/);
    }
  });
});

test('the key that comes next is never made over the one in force, whose files did not follow yet', () => {
  const files = keyFiles(at('changing.pem'), 'butinerie/test');
  const named = (signer: { key: Parameters<typeof formatVerifierKey>[0] } | null) =>
    signer && formatVerifierKey(signer.key);
  const first = vkey(at('changing.pem'));
  const second = named(files.prepare(first)) ?? '';
  expect(named(files.current())).toBe(first);
  // The leaf says that the second is in force; whoever wrote it was killed at that moment.
  const third = named(files.prepare(second)) ?? '';
  expect([first, second, third].map((key) => named(files.find(key)))).toEqual([first, second, third]);
  expect(named(files.current())).toBe(second);
});

test('the last signed checkpoint lies beside the key, and the newer one takes its place', () => {
  const kept = lastSigned(at('open.pem'));
  expect(kept.read()).toBeNull();
  kept.keep('one\n');
  kept.keep('two\n');
  expect(lastSigned(at('open.pem')).read()).toBe('two\n');
  expect(statSync(at('open.checkpoint')).mode & 0o777).toBe(0o600);
});
