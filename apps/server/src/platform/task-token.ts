/**
 * A script beside a running server proves that it may read this machine's DATA_DIR, by a token that works once: the file
 * names the server's address and the next token, readable by the server's account only.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken, sameSecret } from './tokens.ts';

export interface TaskTokens {
  /** True once for each token: the next one is in the file when this returns. */
  accepts(token: string): boolean;
  /** The server listens: scripts may call it there. */
  publish(address: string): void;
  /** The server stops: a script finds nobody to call. */
  withdraw(): void;
}

export interface TaskDoor {
  readonly address: string;
  readonly token: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'task-token.json');

export function taskTokens(dataDir: string): TaskTokens {
  const file = fileIn(dataDir);
  let door: TaskDoor | undefined;
  const write = (address: string): void => {
    door = { address, token: newToken() };
    // Written apart and moved: a reader sees the old token or the new one, never half of one.
    const fresh = `${file}.${process.pid}`;
    rmSync(fresh, { force: true });
    writeFileSync(fresh, JSON.stringify(door), { mode: 0o600, flag: 'wx' });
    renameSync(fresh, file);
  };
  return {
    accepts(token) {
      if (door === undefined || !sameSecret(token, door.token)) return false;
      write(door.address);
      return true;
    },
    publish: write,
    withdraw() {
      door = undefined;
      rmSync(file, { force: true });
    },
  };
}

/** Where a script finds the running server; `null` when none says it runs. It may have died since: calling tells. */
export function readTaskDoor(dataDir: string): TaskDoor | null {
  try {
    const read: unknown = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return isDoor(read) ? read : null;
  } catch {
    return null;
  }
}

function isDoor(read: unknown): read is TaskDoor {
  return (
    typeof read === 'object' &&
    read !== null &&
    'address' in read &&
    typeof read.address === 'string' &&
    'token' in read &&
    typeof read.token === 'string'
  );
}
