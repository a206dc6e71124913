/**
 * The replay in a thread: some seconds of counting for a long log, during which the server goes on answering. One at a
 * time, so that readers cannot take every core.
 */
import type { LogRow, Provenance } from '@butinerie/collaboration/server';
import { Worker } from 'node:worker_threads';

/** Longer than any log of an idea takes, by far. */
const PATIENCE = 120_000;
let turn: Promise<unknown> = Promise.resolve();

export function replayInThread(rows: readonly LogRow[]): Promise<Provenance> {
  const mine = turn.then(() => replay(rows));
  turn = mine.catch(() => undefined);
  return mine;
}

async function replay(rows: readonly LogRow[]): Promise<Provenance> {
  const workerData = rows.map(({ seq, person, bytes }) => ({ seq, person, bytes }));
  const worker = new Worker(await threadFile(), { workerData, execArgv: [] });
  const timer = setTimeout(() => void worker.terminate(), PATIENCE);
  try {
    return await new Promise<Provenance>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the replay of a log ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners();
    void worker.terminate();
  }
}

/** Beside the bundle when bundled; from sources it is bundled first, since a thread inherits no loader of TypeScript. */
async function threadFile(): Promise<URL> {
  if (!import.meta.url.endsWith('.ts')) return new URL('./provenance-thread.js', import.meta.url);
  const scripts = new URL('../../scripts/bundle-thread.mjs', import.meta.url).href;
  const { bundleThread } = (await import(scripts)) as { bundleThread: (entry: string) => URL };
  return bundleThread('src/authorship/provenance-thread.ts');
}
