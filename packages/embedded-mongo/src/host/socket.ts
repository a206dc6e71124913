/**
 * Answers for where the server listens: a socket in the data directory when its path is short enough, else in a private
 * temporary folder. Node cuts longer paths silently, so listening is proved by connecting.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const LONGEST_PATH = 100;

export function socketPath(dataDir: string): string {
  const near = join(dataDir, 'db.sock');
  if (Buffer.byteLength(near) <= LONGEST_PATH) {
    rmSync(near, { force: true });
    return near;
  }
  const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
  chmodSync(folder, 0o700);
  const path = join(folder, 'db.sock');
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new Error(`the temporary directory's path is too long for a socket: ${path}`);
  writeFileSync(join(dataDir, 'socket'), path, { mode: 0o600 });
  return path;
}

export function forgetSocket(dataDir: string, path: string): void {
  rmSync(path, { force: true });
  if (dirname(path) === dataDir) return;
  rmSync(dirname(path), { recursive: true, force: true });
  rmSync(join(dataDir, 'socket'), { force: true });
}

export async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  chmodSync(path, 0o600);
  await new Promise<void>((resolve, reject) => {
    const probe = connect(path, () => {
      probe.destroy();
      resolve();
    });
    probe.once('error', reject);
  });
}
