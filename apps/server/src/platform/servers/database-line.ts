/**
 * The line of instances without Redis: a collection that every server adds to and looks at, often while others are
 * there and once a second while it is alone. What was said is taken away by the database after a few minutes.
 */
import { Schema, type Connection } from 'mongoose';
import type { Log } from '../log.ts';
import { readEnvelope } from './envelope.ts';
import type { Envelope, Line } from './wake-ups.ts';

interface Stored {
  _id: string;
  server: string;
  n: number;
  at: Date;
  envelope: string;
}
const required = true;
const schema = new Schema<Stored>(
  {
    _id: { type: String, required },
    server: { type: String, required },
    n: { type: Number, required },
    at: { type: Date, required },
    envelope: { type: String, required },
  },
  { collection: 'serverWords', versionKey: false },
);
schema.index({ server: 1, n: 1 }, { unique: true });
schema.index({ at: 1 }, { expireAfterSeconds: 300 });

export const declareWords = (connection: Connection) => connection.model<Stored>('ServerWord', schema);

export interface Looking {
  readonly busyMs: number;
  readonly aloneMs: number;
}
const LOOKING: Looking = { busyMs: 150, aloneMs: 1_000 };
/** Somebody was heard of so lately that she may be about to say more. */
const BUSY_FOR_MS = 30_000;
/** Long after the last word of a server that stopped was taken away. */
const FORGOTTEN_MS = 3_600_000;

export function databaseLine(connection: Connection, log: Log, looking: Looking = LOOKING): Line {
  const words = connection.model<Stored>('ServerWord');
  const read = new Map<string, { n: number; at: number }>();
  let self: string | null = null;
  let heardAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;
  let look: Promise<void> = Promise.resolve();
  let stopped = false;

  async function fresh(): Promise<Stored[]> {
    const known = [...read.keys()];
    const strangers = { server: { $nin: [...known, ...(self === null ? [] : [self])] } };
    const further = known
      .filter((server) => server !== self)
      .map((server) => ({ server, n: { $gt: read.get(server)?.n ?? 0 } }));
    for (const [server, { at }] of read) if (at < performance.now() - FORGOTTEN_MS) read.delete(server);
    return words
      .find({ $or: [strangers, ...further] })
      .sort({ server: 1, n: 1 })
      .lean<Stored[]>();
  }
  async function once(heard: (envelope: Envelope) => void): Promise<void> {
    for (const { server, n, envelope } of await fresh()) {
      heardAt = performance.now();
      read.set(server, { n, at: heardAt });
      const said = readEnvelope(envelope);
      if (said !== null) heard(said);
    }
  }

  return {
    async open(heard, restored) {
      // What was said before this server was there is not for it; who said it is known again by the next word.
      for (const { server, n } of await words.find({}, { server: 1, n: 1 }).lean<Stored[]>())
        read.set(server, { n: Math.max(n, read.get(server)?.n ?? 0), at: performance.now() });
      let failing = false;
      const again = (): void => {
        if (stopped) return;
        const busy = performance.now() - heardAt < BUSY_FOR_MS;
        timer = setTimeout(
          () => {
            look = once(heard).then(
              () => {
                if (failing) restored();
                failing = false;
              },
              (error: unknown) => {
                if (!failing && !stopped)
                  log.warn({ err: error }, 'what other servers said could not be read');
                failing = true;
              },
            );
            void look.then(again);
          },
          busy ? looking.busyMs : looking.aloneMs,
        ).unref();
      };
      again();
    },
    async send(envelope) {
      const { from, n } = envelope;
      self = from;
      const row = {
        _id: `${from}:${n}`,
        server: from,
        n,
        at: new Date(),
        envelope: JSON.stringify(envelope),
      };
      // Nothing is lost with a word, so nobody waits for a majority to keep it.
      await words.collection.insertOne(row as never, { writeConcern: { w: 1, j: false } });
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await look;
    },
  };
}
