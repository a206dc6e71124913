/** Rows that became durable are told to the other servers, which read those of texts that are open there. */
import type { UpdateLog } from '@butinerie/collaboration/server';
import type { Log } from '../platform/log.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { z } from 'zod';

interface Following {
  readonly follow: (idea: string, seq: number) => Promise<void>;
  readonly followAll: () => Promise<void>;
  readonly log: Log;
}

export function toldElsewhere(
  stored: UpdateLog,
  wakeUps: WakeUps,
  { follow, followAll, log }: Following,
): UpdateLog {
  const rows = wakeUps.topic('rows', z.record(z.string(), z.number()));
  const watch = (following: Promise<void>): void =>
    void following.catch((error: unknown) =>
      log.error({ err: error }, 'rows of another server were not read'),
    );
  rows.on((last) => {
    for (const [idea, seq] of Object.entries(last)) watch(follow(idea, seq));
  });
  wakeUps.onMissed(() => watch(followAll()));
  return {
    read: (doc, after) => stored.read(doc, after),
    async append(appended) {
      await stored.append(appended);
      rows.tell(Object.fromEntries(appended.map(({ doc, seq }) => [doc, seq])));
    },
  };
}
