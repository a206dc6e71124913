import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTaskDoor, taskTokens } from './task-token.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'task-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('the token of scripts beside a running server', () => {
  test('works once; the next one is in the file by then', () => {
    const tokens = taskTokens(dataDir);
    tokens.publish('http://127.0.0.1:3000');
    const first = readTaskDoor(dataDir);
    expect(first?.address).toBe('http://127.0.0.1:3000');
    expect(tokens.accepts(first?.token ?? '')).toBe(true);
    expect(tokens.accepts(first?.token ?? '')).toBe(false);
    expect(tokens.accepts(readTaskDoor(dataDir)?.token ?? '')).toBe(true);
  });

  test('a wrong one does not use up the right one', () => {
    const tokens = taskTokens(dataDir);
    tokens.publish('http://127.0.0.1:3000');
    expect(tokens.accepts('guess')).toBe(false);
    expect(tokens.accepts(readTaskDoor(dataDir)?.token ?? '')).toBe(true);
  });

  test('only this account reads the file, and no copy of it lies about', () => {
    taskTokens(dataDir).publish('http://127.0.0.1:3000');
    expect(readdirSync(dataDir)).toEqual(['task-token.json']);
    expect(statSync(join(dataDir, 'task-token.json')).mode & 0o777).toBe(0o600);
  });

  test('a server that stopped is not to be called, and takes nothing any more', () => {
    const tokens = taskTokens(dataDir);
    tokens.publish('http://127.0.0.1:3000');
    const token = readTaskDoor(dataDir)?.token ?? '';
    tokens.withdraw();
    expect(readTaskDoor(dataDir)).toBeNull();
    expect(tokens.accepts(token)).toBe(false);
  });

  test('a file that is not ours is no door', () => {
    writeFileSync(join(dataDir, 'task-token.json'), '{"address": 3}');
    expect(readTaskDoor(dataDir)).toBeNull();
  });
});
