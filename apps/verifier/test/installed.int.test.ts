/** The command as it is installed: one file, in an empty folder, run by Node alone. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { register } from './small-register.ts';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const kept = register();
let folder = '';
let command = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butinerie-verify-'));
  execFileSync('npm', ['pack', '--pack-destination', folder, '--silent'], { cwd: workspace });
  const [tarball = ''] = readdirSync(folder);
  mkdirSync(join(folder, 'installed'));
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', join(folder, 'installed')]);
  command = join(folder, 'installed/package/dist/butinerie-verify.js');
  writeFileSync(join(folder, 'recu.txt'), kept.receipt(2));
  writeFileSync(join(folder, 'altered.txt'), kept.receipt(2).replace('Ana Exemple', 'Eva Exemple'));
  writeFileSync(join(folder, 'etat.txt'), kept.extension(2, 5));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verify(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { LANG: 'fr_FR.UTF-8' },
  });
  return { status, stdout };
}

test('a packed command needs no other package, and answers by its exit code', () => {
  const holds = verify('recu.txt', '--checkpoint', 'etat.txt');
  expect(holds.stdout).toMatch(/^Ce reçu tient\./);
  expect(holds.status).toBe(0);
  expect(verify('altered.txt', '--checkpoint', 'etat.txt').status).toBe(1);
  expect(verify('recu.txt').status).toBe(2);
});
