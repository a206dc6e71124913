/**
 * Answers for a data directory belonging to one living process. The lock names its holder so exactly (boot, process,
 * start time) that a lock left by a killed process is recognised even when its number was given to another one.
 */
import { linkSync, mkdirSync, chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';

export class DataDirInUse extends Error {
  override name = 'DataDirInUse';
  readonly holder: number;

  constructor(dataDir: string, holder: number) {
    super(`the data directory ${dataDir} is in use by process ${holder}`);
    this.holder = holder;
  }
}

interface Holder {
  pid: number;
  boot: string;
  started: string;
  token: string;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

/** The process's start time in clock ticks, where the system tells it. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function alive(holder: Holder): boolean {
  if (holder.boot !== bootId()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return holder.started === startOf(holder.pid);
}

function parse(text: string | undefined): Holder | undefined {
  try {
    const found: unknown = JSON.parse(text ?? '');
    if (typeof found !== 'object' || found === null) return undefined;
    const { pid, boot, started, token } = found as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || typeof boot !== 'string') return undefined;
    return { pid, boot, started: String(started), token: String(token) };
  } catch {
    return undefined;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead holder's lock away; puts it back when another start was faster and it is a living one by now. */
function removeStale(lock: string, judged: string | undefined, token: string): void {
  const aside = `${lock}.${token}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) tryLink(aside, lock);
  rmSync(aside, { force: true });
}

function acquire(dataDir: string): () => void {
  const lock = join(dataDir, 'db.lock');
  const token = randomBytes(8).toString('hex');
  const mine = JSON.stringify({ pid: process.pid, boot: bootId(), started: startOf(process.pid), token });
  const draft = `${lock}.${token}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(draft, lock)) {
        return () => {
          if (read(lock) === mine) rmSync(lock, { force: true });
        };
      }
      const text = read(lock);
      const holder = parse(text);
      if (holder && alive(holder)) throw new DataDirInUse(dataDir, holder.pid);
      removeStale(lock, text, token);
    }
    throw new DataDirInUse(dataDir, parse(read(lock))?.pid ?? 0);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes the directory private to this user and this process; gives its path and the way to let it go. */
export function claimDataDir(path: string): { dataDir: string; release: () => void } {
  const dataDir = resolve(path);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  return { dataDir, release: acquire(dataDir) };
}
