/**
 * What the servers of one instance tell each other: that something was written, what pages are to hear, who is there.
 * Nothing hangs on it for good: whoever missed a word is told so, and reads the database, which decides everything.
 */
import type { z } from 'zod';
import type { Log } from '../log.ts';
import { newToken } from '../tokens.ts';

export interface Word {
  readonly topic: string;
  readonly said: unknown;
}
export interface Envelope {
  readonly from: string;
  /** 1, 2, 3 …: a hole says that words were lost. */
  readonly n: number;
  readonly words: readonly Word[];
  /** The last one: this server stops in order. */
  readonly bye?: boolean | undefined;
}

/** How words travel. */
export interface Line {
  /** `restored` is called when words may have been lost on the way without a hole to tell. */
  open(heard: (envelope: Envelope) => void, restored: () => void): Promise<void>;
  send(envelope: Envelope): Promise<void>;
  stop(): Promise<void>;
}

export interface Topic<T> {
  /** To every other server. Never waits and never throws; nobody is told what cannot be read from the database too. */
  tell(said: T): void;
  on(listener: (said: T, from: string) => void): void;
}

export interface WakeUps {
  /** Names this server among those of its instance, for as long as it runs. */
  readonly self: string;
  /** The other servers, as far as they were heard of lately. */
  others(): ReadonlySet<string>;
  /**
   * Whether somebody may be there, heard or not: only who said goodbye is known to be gone, and who has just come has
   * not heard of everybody yet.
   */
  hasCompany(): boolean;
  topic<T>(name: string, shape: z.ZodType<T>): Topic<T>;
  /** Words were lost, or may have been. */
  onMissed(listener: () => void): void;
  /** A server stopped, or was not heard of any more. */
  onGone(listener: (server: string) => void): void;
  stop(): Promise<void>;
}

export interface Pace {
  /** What is told within so long goes out together. */
  readonly gatherMs: number;
  /** Every server says so often that it is there. */
  readonly beatMs: number;
  /** Unheard of for so many beats of one's own, it is not. Who was held up herself heard nobody, and judges nobody. */
  readonly goneBeats: number;
}
const PACE: Pace = { gatherMs: 20, beatMs: 2_000, goneBeats: 5 };

/** So many words wait for a line that takes none; with more there is a hole, and who finds it reads the database. */
const MOST_WAITING = 5_000;

/** An instance of one server: nobody to tell. */
export const alone = (): WakeUps => ({
  self: newToken(),
  others: () => new Set(),
  hasCompany: () => false,
  topic: () => ({ tell: () => {}, on: () => {} }),
  onMissed: () => {},
  onGone: () => {},
  stop: async () => {},
});

interface Other {
  n: number;
  /** Beats of this server since it was heard. */
  silent: number;
}

export async function openWakeUps(line: Line, log: Log, pace: Pace = PACE): Promise<WakeUps> {
  const self = newToken();
  const others = new Map<string, Other>();
  /** Those who went without a word. */
  const silent = new Set<string>();
  const topics = new Map<string, ((said: unknown, from: string) => void)[]>();
  const missedListeners: (() => void)[] = [];
  const goneListeners: ((server: string) => void)[] = [];
  let queue: Word[] = [];
  let n = 0;
  let unheard = false;
  let gathering: NodeJS.Timeout | null = null;
  let sending: Promise<void> | null = null;
  /** Something was to be said while it was. */
  let again = false;
  let stopped = false;

  function call(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      log.error({ err: error }, 'what another server said was not followed');
    }
  }
  const missed = (): void => missedListeners.forEach(call);
  function gone(server: string): void {
    others.delete(server);
    for (const listener of goneListeners) call(() => listener(server));
  }

  function flush(bye = false): void {
    if (gathering !== null) clearTimeout(gathering);
    gathering = null;
    // What is told while a line is slow goes out together once it took what came before.
    if (sending !== null && !bye) {
      again = true;
      return;
    }
    again = false;
    // Those who come later than a word that nobody was there to hear find a hole where it was.
    n += unheard ? 2 : 1;
    unheard = false;
    const envelope = { from: self, n, words: queue, ...(bye ? { bye } : {}) };
    queue = [];
    sending = (sending ?? Promise.resolve())
      .then(() => line.send(envelope))
      .catch((error: unknown) => {
        log.warn({ err: error }, 'the other servers were not told');
        // Nor does anything come from them, as likely as not.
        missed();
      })
      .then(() => {
        sending = null;
        if (again && !stopped) flush();
      });
  }

  function hear({ from, n: number, words, bye }: Envelope): void {
    if (from === self || stopped) return;
    const known = others.get(from);
    others.set(from, { n: number, silent: 0 });
    silent.delete(from);
    if (known === undefined && bye !== true) flush();
    if (known?.n !== number - 1) missed();
    for (const { topic, said } of words)
      for (const listener of topics.get(topic) ?? []) call(() => listener(said, from));
    // Its last words were words too.
    if (bye === true) gone(from);
  }

  await line.open(hear, missed);
  const openedAt = performance.now();
  flush();
  const beating = setInterval(() => {
    flush();
    const lost = [...others].flatMap(([server, other]) => (++other.silent > pace.goneBeats ? [server] : []));
    if (lost.length === 0) return;
    for (const server of lost) silent.add(server);
    // It may have died between what it wrote and the word for it.
    missed();
    lost.forEach(gone);
  }, pace.beatMs);
  beating.unref();

  return {
    self,
    others: () => new Set(others.keys()),
    hasCompany: () =>
      others.size > 0 || silent.size > 0 || performance.now() < openedAt + pace.goneBeats * pace.beatMs,
    topic: (name, shape) => ({
      tell(said) {
        if (stopped) return;
        if (others.size === 0) {
          unheard = true;
          return;
        }
        if (queue.length >= MOST_WAITING) {
          queue = [];
          unheard = true;
        }
        queue.push({ topic: name, said });
        gathering ??= setTimeout(() => flush(), pace.gatherMs).unref();
      },
      on(listener) {
        const hears = (said: unknown, from: string): void => listener(shape.parse(said), from);
        topics.set(name, [...(topics.get(name) ?? []), hears]);
      },
    }),
    onMissed: (listener) => void missedListeners.push(listener),
    onGone: (listener) => void goneListeners.push(listener),
    async stop() {
      if (stopped) return;
      flush(true);
      stopped = true;
      clearInterval(beating);
      await sending;
      await line.stop();
    },
  };
}
