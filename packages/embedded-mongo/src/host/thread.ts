/**
 * Answers for the database living in a thread of its own: a long scan there never holds up the process that asks for it.
 * A thread that ends without having been told to is a crash, of which the process is told once.
 */
import { Worker } from 'node:worker_threads';
import { NewerFormat } from '../store/disk.ts';
import type { ServeOptions } from './serve.ts';

export interface ThreadData {
  dataDir: string;
  options: Omit<ServeOptions, 'now'>;
}

export type FromThread = { kind: 'ready'; uri: string } | { kind: 'newer-format'; message: string };

/** Beside the bundle when bundled; from sources it is bundled first, since a thread inherits no loader of TypeScript. */
export async function threadFile(): Promise<URL> {
  if (!import.meta.url.endsWith('.ts')) return new URL('./embedded-mongo-worker.js', import.meta.url);
  const scripts = new URL('../../scripts/bundle-worker.mjs', import.meta.url).href;
  const { bundleWorker } = (await import(scripts)) as { bundleWorker: () => URL };
  return bundleWorker();
}

export interface Thread {
  uri: string;
  stop: () => Promise<void>;
}

/** Resolves once the thread listens. `crashed` is called at most once, and never after `stop`. */
export async function startThread(
  file: URL,
  data: ThreadData,
  crashed: (why: Error) => void,
): Promise<Thread> {
  const worker = new Worker(file, { workerData: data, execArgv: [] });
  let why: Error | undefined;
  worker.on('error', (error: Error) => (why = error));
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const first = await Promise.race([
    new Promise<FromThread>((resolve) => worker.once('message', resolve)),
    ended,
  ]);
  if (first?.kind === 'newer-format') {
    await ended;
    throw new NewerFormat(first.message);
  }
  if (first?.kind !== 'ready') throw why ?? new Error('the thread of the embedded database did not start');

  let stopping: Promise<void> | undefined;
  void ended.then(() => {
    if (!stopping) crashed(why ?? new Error('its thread ended'));
  });
  const stop = async (): Promise<void> => {
    worker.postMessage('stop');
    await ended;
    if (why) throw why;
  };
  return { uri: first.uri, stop: () => (stopping ??= stop()) };
}

/** Without its database a process can only end, and say so; a commit is whole or absent, so nothing is half done. */
export function endProcess(why: Error): void {
  process.stderr.write(
    `The embedded database stopped by itself (${why.message}); what it acknowledged is kept: start again.\n`,
  );
  process.exit(1);
}
