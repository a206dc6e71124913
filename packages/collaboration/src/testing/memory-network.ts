/**
 * A server and its clients in one process under one seed: messages take time, overtake each other, get lost or come
 * twice; connections break; the log fails; the server dies. Time is counted here, so that a failure plays again.
 */

import type {
  Acknowledged,
  Joined,
  Timers,
  Transport,
  TransportFailure,
  TransportListener,
} from '../client/transport.ts';
import type { Outcome } from '../outcome.ts';
import { done, refuse } from '../outcome.ts';
import type { DocumentListener } from '../server/document-terms.ts';
import type { LiveDocument } from '../server/live-document.ts';
import type { LiveDocuments } from '../server/live-documents.ts';
import { createGroupCommit } from '../server/group-commit.ts';
import { createLiveDocuments } from '../server/live-documents.ts';
import type { Presence } from '../server/presence.ts';
import { createPresence } from '../server/presence.ts';
import type { MemoryLeases, MemoryLog } from './memory-ports.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from './memory-ports.ts';
import type { Random } from './random.ts';

export interface Weather {
  readonly lost: number;
  readonly twice: number;
  readonly overtaking: boolean;
  /** How often an append takes long, and how long at most: a page waits half a second for its answer. */
  readonly stall: number;
  readonly slowest: number;
}

export const CALM: Weather = { lost: 0, twice: 0, overtaking: false, stall: 0, slowest: 0 };

interface Event {
  readonly due: number;
  readonly order: number;
  readonly run: () => unknown;
}

export interface Late {
  readonly person: string;
  readonly bytes: Uint8Array;
}

export interface MemoryTransport extends Transport {
  connect(): void;
  disconnect(): void;
}

const DOC = 'id_1';
const PATIENCE = 500;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class MemoryNetwork {
  readonly log: MemoryLog = createMemoryLog();
  readonly leases: MemoryLeases = createMemoryLeases();
  readonly late: Late[] = [];
  readonly #random: Random;
  readonly #clock = createSettableClock();
  readonly #transports: MemoryTransport[] = [];
  weather: Weather = CALM;
  presence: Presence = createPresence();
  #documents: LiveDocuments;
  #events: Event[] = [];
  #time = 0;
  #order = 0;
  #lives = 0;
  #sealed = false;
  #lastDue = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#documents = this.#startServer();
  }

  get time(): number {
    return this.#time;
  }

  readonly timers: Timers = {
    after: (milliseconds, run) => {
      let cancelled = false;
      this.#at(milliseconds, () => {
        if (!cancelled) run();
      });
      return () => {
        cancelled = true;
      };
    },
  };

  document(): Promise<LiveDocument> {
    return this.#documents.open(DOC, this.#sealed);
  }

  /** The server forgets everything but its log; every connection breaks. */
  crash(): void {
    for (const transport of this.#transports) transport.disconnect();
    this.presence = createPresence();
    this.#documents = this.#startServer();
  }

  async seal(): Promise<{ title: string; logRows: number }> {
    this.#sealed = true;
    for (;;) {
      let answered = false;
      const sealing = this.document()
        .then((document) => document.seal())
        .finally(() => (answered = true))
        // Its row may fail as any other; whoever seals asks again.
        .catch(() => null);
      await settle();
      await settle();
      while (!answered) await this.run(50);
      const sealed = await sealing;
      if (sealed !== null) return sealed;
    }
  }

  /** Lets time pass, message by message. */
  async run(milliseconds: number): Promise<void> {
    const until = this.#time + milliseconds;
    await settle();
    for (;;) {
      this.#events.sort((a, b) => a.due - b.due || a.order - b.order);
      const [next] = this.#events;
      if (next === undefined || next.due > until) break;
      this.#events.shift();
      this.#time = next.due;
      this.#clock.time = new Date(this.#clock.time.getTime() + 1);
      next.run();
      await settle();
      await settle();
    }
    this.#time = until;
  }

  #startServer(): LiveDocuments {
    const { log, leases } = this;
    // Appends keep the time that is counted here: with any other, a failure would not play again. Some disks are slow.
    const life = ++this.#lives;
    const schedule = (run: () => void, wait: number): void => {
      const stall = this.#random.chance(this.weather.stall) ? this.#random.integer(this.weather.slowest) : 0;
      // A dead server appends nothing more.
      const alive = (): unknown => life === this.#lives && run();
      if (wait + stall < 1) setImmediate(alive);
      else this.#at(wait + stall, alive);
    };
    const commit = createGroupCommit(log, schedule, () => this.#time);
    return createLiveDocuments({ log, leases, clock: this.#clock, commit });
  }

  #at(milliseconds: number, run: () => unknown): void {
    this.#events.push({ due: this.#time + milliseconds, order: this.#order++, run });
  }

  /** Carries a message one way, or not, or twice. */
  #carry(run: () => void): void {
    const { lost, twice, overtaking } = this.weather;
    if (this.#random.chance(lost)) return;
    const times = this.#random.chance(twice) ? 2 : 1;
    for (let i = 0; i < times; i++) {
      const delay = 1 + this.#random.integer(40);
      if (overtaking) {
        this.#at(delay, run);
      } else {
        this.#lastDue = Math.max(this.#lastDue, this.#time + delay);
        this.#at(this.#lastDue - this.#time, run);
      }
    }
  }

  /** A request over the network and back; `unanswered` when either way was lost. */
  #ask<Value>(
    alive: () => boolean,
    serve: () => Promise<Outcome<Value, TransportFailure>>,
  ): Promise<Outcome<Value, TransportFailure>> {
    return new Promise((resolve) => {
      this.#at(PATIENCE, () => resolve(refuse({ code: 'unanswered' })));
      this.#carry(() => {
        if (!alive()) return;
        void serve().then((answer) => {
          this.#carry(() => {
            if (alive()) resolve(answer);
          });
        });
      });
    });
  }

  transport(person: string): MemoryTransport {
    const listeners = new Set<TransportListener>();
    let connection = 0;
    let connected = false;
    let leave: () => void = () => undefined;
    const tell = (say: (listener: TransportListener) => void): void => {
      for (const listener of listeners) say(listener);
    };
    const key = (): string => `${person}/${this.#transports.indexOf(transport)}/${connection}`;
    const alive = (): (() => boolean) => {
      const mine = connection;
      return () => connected && connection === mine;
    };

    const enter = async (wish: {
      vector: Uint8Array;
      lease: number;
    }): Promise<Outcome<Joined, TransportFailure>> => {
      const from = key();
      const still = alive();
      const document = await this.document();
      leave();
      const hearing: DocumentListener = {
        hear: (news) => {
          if (news.kind === 'update' && news.from === from) return;
          this.#carry(() => {
            if (!still()) return;
            if (news.kind === 'update') tell((listener) => listener.update([news.bytes], news.seq, 1));
            else if (news.kind === 'resync') tell((listener) => listener.resync(news.epoch));
            else tell((listener) => listener.sealed());
          });
        },
      };
      document.subscribe(hearing);
      leave = () => document.unsubscribe(hearing);
      this.presence.enter(from, { person, name: `Name of ${person}` });
      const answer = await document.join({ person, ...wish });
      return answer.ok ? done({ ...answer.value, carets: this.presence.carets() }) : answer;
    };

    const transport: MemoryTransport = {
      get connected() {
        return connected;
      },
      connect: () => {
        if (connected) return;
        connected = true;
        connection++;
        tell((listener) => listener.connected());
      },
      disconnect: () => {
        if (!connected) return;
        leave();
        this.presence.leave(key());
        connected = false;
        tell((listener) => listener.disconnected());
      },
      join: (wish) => this.#ask(alive(), () => enter(wish)),
      update: (bytes) => {
        const from = key();
        return this.#ask<Acknowledged>(alive(), async () => {
          const document = await this.document();
          const answer = await document.receive(bytes, { person, from });
          if (answer.ok) return done({ late: false, ...answer.value });
          if (answer.failure.code !== 'idea-sealed') return answer;
          const judged = await document.checkLate(bytes, person);
          if (!judged.ok) return judged;
          this.late.push({ person, bytes });
          return done({ late: true });
        });
      },
      presence: () => undefined,
      leave: () => leave(),
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    this.#transports.push(transport);
    return transport;
  }
}
