/** Starts the database in a process of its own, as it is bundled for production, to be killed without a warning. */
import { buildSync } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Power } from './power.ts';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(workspace, 'node_modules/.cache/crash-trial');

export function bundleVictim(): void {
  buildSync({
    absWorkingDir: workspace,
    entryPoints: { server: 'trials/crash/server.ts', 'embedded-mongo-worker': 'src/worker.ts' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['lmdb', 'bson'],
  });
}

export interface Victim {
  uri: string;
  kill: () => Promise<void>;
}

export async function startVictim(
  dataDir: string,
  how: { sync: 'full' | 'none'; power: Power | undefined },
): Promise<Victim> {
  const child = spawn(process.execPath, [join(folder, 'server.js'), dataDir, how.sync], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...how.power?.under(dataDir) },
  });
  const ended = once(child, 'exit');
  // Nothing outlives a trial that fails.
  process.once('exit', () => child.kill('SIGKILL'));
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)]);
  if (!first) throw new Error('the database did not start');
  return {
    uri: String(first[0]).trim(),
    async kill() {
      child.kill('SIGKILL');
      const [code, signal]: unknown[] = await ended;
      if (signal !== 'SIGKILL')
        throw new Error(`the database ended by itself before it was killed: ${String(code)}`);
    },
  };
}
