/**
 * Rows that became durable are told to the other servers, which read those of texts that are open there; and who is
 * overtaken again and again asks them to be let pass.
 */
import type { TurnPorts, UpdateLog } from '@butinerie/collaboration/server';
import type { Log } from '../platform/log.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { z } from 'zod';

interface Following {
  readonly follow: (idea: string, seq: number) => Promise<void>;
  readonly followAll: () => Promise<void>;
  readonly letPass: (idea: string, server: string, milliseconds: number) => Promise<void>;
  readonly log: Log;
}

/** What could not be read is read again after so long: a word that was heard does not come back. */
const AGAIN_MS = 2_000;

export function toldElsewhere(
  stored: UpdateLog,
  wakeUps: WakeUps,
  { follow, followAll, letPass, log }: Following,
): { readonly updates: UpdateLog; readonly turns: TurnPorts; stop(): void } {
  // Pairs: an object with a field for each text would be of another shape each time, and the engine keeps every shape.
  const rows = wakeUps.topic('rows', z.array(z.tuple([z.string(), z.number()])));
  const passing = wakeUps.topic('passing', z.object({ idea: z.string(), within: z.number().nonnegative() }));
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  function watch(following: Promise<void>): void {
    following.catch((error: unknown) => {
      if (stopped) return;
      log.error({ err: error }, 'rows of another server were not read; trying again');
      clearTimeout(again);
      again = setTimeout(() => watch(followAll()), AGAIN_MS).unref();
    });
  }
  rows.on((last) => {
    for (const [idea, seq] of last) watch(follow(idea, seq));
  });
  passing.on(({ idea, within }, server) => watch(letPass(idea, server, within)));
  wakeUps.onMissed(() => watch(followAll()));
  const updates: UpdateLog = {
    read: (doc, after) => stored.read(doc, after),
    async append(appended) {
      try {
        await stored.append(appended);
      } finally {
        // Of an append that failed some rows may be there, or all of them and only the answer was lost.
        rows.tell([...new Map(appended.map(({ doc, seq }) => [doc, seq]))]);
      }
    },
  };
  const turns: TurnPorts = {
    ask: (idea, within) => passing.tell({ idea, within }),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
  };
  return {
    updates,
    turns,
    stop() {
      stopped = true;
      clearTimeout(again);
    },
  };
}
