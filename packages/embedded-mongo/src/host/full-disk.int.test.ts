import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startTestServer } from '../testing/server.ts';

const CHILD = fileURLToPath(new URL('../testing/full-child.ts', import.meta.url));
/** In the shell's blocks of 512 bytes: two megabytes. */
const LIMIT = 4096;
const OUT_OF_DISK_SPACE = 14031;

it('refuses writes when the disk is full, goes on reading, and keeps what it acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'em-full-'));
  const command = `ulimit -f ${LIMIT}; exec "$0" --import tsx "$1" "$2"`;
  const run = spawnSync('sh', ['-c', command, process.execPath, CHILD, dataDir], {
    encoding: 'utf8',
    timeout: 50_000,
  });
  const lastLine = run.stdout.trimEnd().split('\n').at(-1) ?? '';
  const said: unknown = JSON.parse(lastLine);
  const { kept, together } = said as { kept: number; together: unknown[] };
  expect(kept).toBeGreaterThan(50);
  const keptTogether = together.filter((code) => code !== OUT_OF_DISK_SPACE).length;
  expect(said).toEqual({
    kept,
    refusal: OUT_OF_DISK_SPACE,
    together,
    inTransaction: OUT_OF_DISK_SPACE,
    read: kept + keptTogether,
  });

  const test = await startTestServer({ dataDir });
  const rows = test.rows('filling');
  const { executionStats } = await rows.find({}, { hint: { tag: 1 } }).explain('executionStats');
  expect(executionStats).toMatchObject({
    totalKeysExamined: kept + keptTogether,
    nReturned: kept + keptTogether,
  });
  await rows.insertOne({ _id: 30_000, tag: 'room again' });
  await test.close();
});
