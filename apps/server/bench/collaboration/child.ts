/** A process of the bench: a server, or the crowd. Told to go by its id, and gone with the bench. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  /** What it said when it was ready. */
  readonly ready: { readonly url: string };
  ask<T>(question: unknown, kind: string): Promise<T>;
  /** Asks it to stop in good order. */
  stop(): Promise<void>;
  kill(): void;
}

interface Said {
  readonly kind: string;
  readonly value: unknown;
}

export async function startChild(file: string, env: Record<string, string> = {}): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  // With the options of the bench itself, which run the code as it is built.
  const process_ = fork(path, [], { env: { ...process.env, ...env } });
  const kill = (): void => void process_.kill('SIGKILL');
  process.once('exit', kill);
  const heard = <T>(kind: string): Promise<T> =>
    new Promise((resolve, reject) => {
      const hear = (said: Said): void => {
        if (said.kind !== kind) return;
        process_.off('message', hear).off('exit', gone);
        resolve(said.value as T);
      };
      const gone = (code: number | null): void => reject(new Error(`${file} ended with ${code}`));
      process_.on('message', hear).on('exit', gone);
    });
  const ready = await heard<{ url: string }>('ready');
  return {
    ready,
    ask(question, kind) {
      const answered = heard(kind);
      process_.send(question as object);
      return answered as Promise<never>;
    },
    async stop() {
      const gone = once(process_, 'exit');
      process_.send('stop');
      await gone;
    },
    kill,
  };
}
