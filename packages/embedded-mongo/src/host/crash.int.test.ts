import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startTestServer } from '../testing/server.ts';

const CHILD = fileURLToPath(new URL('../testing/crash-child.ts', import.meta.url));
/** `npm run trial:crash` does it fifty times, and cuts the power as well. */
const ROUNDS = 2;
const ACKNOWLEDGED = 40;

/** Runs writers against a server in a process of its own, kills it, and gives what had been acknowledged. */
async function killedRun(dataDir: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dataDir, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let wrong = '';
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  const busy = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > ACKNOWLEDGED * (round + 1)) resolve();
    });
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([busy, ended]);
  child.kill('SIGKILL');
  await ended;
  if (!said.includes('ready')) throw new Error(`the process to be killed did not start: ${wrong}`);
  // What follows the last line break may be half a line.
  return said.slice(0, said.lastIndexOf('\n')).split('\n');
}

it(`keeps all it acknowledged, whole, when killed ${ROUNDS} times under load, and takes the lock over`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'em-crash-'));
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) acknowledged.push(...(await killedRun(dataDir, round)));
  const test = await startTestServer({ dataDir });
  try {
    const idsOf = async (name: string): Promise<Set<unknown>> =>
      new Set(
        (
          await test
            .rows(name)
            .find({ start: { $exists: false } })
            .toArray()
        ).map((row) => row._id),
      );
    const [single, left, right] = await Promise.all([idsOf('single'), idsOf('left'), idsOf('right')]);
    const kept = (line: string): boolean => {
      const [kind, id] = line.split(' ');
      if (kind === 'ready') return true;
      return kind === 'single' ? single.has(id) : left.has(id) && right.has(id);
    };
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * ACKNOWLEDGED);
    expect(acknowledged.filter((line) => !kept(line))).toEqual([]);
    expect(left).toEqual(right);
    const byIndex = await test
      .rows('single')
      .find({ tag: { $gte: '' } })
      .hint('tag_1')
      .toArray();
    expect(new Set(byIndex.map((row) => row._id))).toEqual(single);
    expect(byIndex.length).toBe(single.size);
    expect(byIndex.every((row) => row['tag'] === `tag-${String(row._id)}`)).toBe(true);
  } finally {
    await test.close();
  }
});
