/** The line of instances that have a Redis: its channels carry words and keep none. */
import { CannotStart } from '../cannot-start.ts';
import type { Log } from '../log.ts';
import { readEnvelope } from './envelope.ts';
import type { Line } from './wake-ups.ts';

const PATIENCE = 5_000;

interface Setup {
  readonly url: string;
  readonly instance: string;
  readonly log: Log;
}

export async function redisLine({ url, instance, log }: Setup): Promise<Line> {
  // A tenth of what a server reads to start, and most have no Redis.
  const { createClient } = await import('@redis/client');
  const channel = `butinerie:${instance}`;
  // What cannot be told now is not told: those who missed it read the database.
  const speaking = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: PATIENCE } });
  const listening = speaking.duplicate({ disableOfflineQueue: false });
  let warned = false;
  for (const client of [speaking, listening])
    client.on('error', (error: unknown) => {
      if (!warned) log.warn({ err: error }, 'Redis does not answer: servers hear of each other more slowly');
      warned = true;
    });

  return {
    async open(heard, restored) {
      try {
        await inTime(Promise.all([speaking.connect(), listening.connect()]));
        await listening.subscribe(channel, (text) => {
          const envelope = readEnvelope(text);
          if (envelope !== null) heard(envelope);
        });
      } catch (error) {
        speaking.destroy();
        listening.destroy();
        throw new CannotStart('REDIS_URL names a Redis that does not answer or refuses this account.', error);
      }
      listening.on('ready', () => {
        warned = false;
        restored();
      });
    },
    async send(envelope) {
      // One that hangs holds on to its connections and answers nothing.
      await inTime(speaking.publish(channel, JSON.stringify(envelope)));
    },
    async stop() {
      for (const client of [speaking, listening])
        if (client.isReady) await inTime(client.close()).catch(() => client.destroy());
        else client.destroy();
    },
  };
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE).unref();
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
