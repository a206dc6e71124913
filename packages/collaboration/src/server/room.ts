/**
 * The door of a text. Whoever comes waits there while the text may be full, since what is on its way to the log may fill
 * it or make room in it; while another server is to pass first; and while somebody who came earlier is still to be
 * judged, or is to be judged anew. An update builds on those that came before it, so all go in as they came.
 */

import type { Loaded } from './loaded.ts';
import { isFull } from './loaded.ts';

export interface RoomPorts {
  open(): Promise<Loaded>;
  /** With nothing on its way. */
  settled(): Promise<Loaded>;
  /** Set while another server is to pass. */
  passing(): Promise<void> | null;
}

/** So often in a row may other servers be faster before the page is told to send again. */
const MOST_TRIES = 50;

type Judge<Answer> = (state: Loaded, lost: () => void) => Promise<Answer | null>;

interface Waiting {
  readonly ticket: number;
  readonly enter: (state: Loaded) => void;
  readonly fail: (reason: unknown) => void;
}

export class Room {
  readonly #ports: RoomPorts;
  #tickets = 0;
  /** By their tickets. Hardly any text ever has any. */
  #line: Waiting[] | null = null;
  /** Tickets of those who were let in, whose row is not in the log, and who are not back at the door yet. */
  #lost: Set<number> | null = null;
  #letting = false;

  constructor(ports: RoomPorts) {
    this.#ports = ports;
  }

  /**
   * Judged in its turn by `judge`, which hands its row over before it waits for anything, and says when that is lost:
   * then it is judged anew. Null when that was so too often.
   */
  async enter<Answer>(judge: Judge<Answer>): Promise<Answer | null> {
    const ticket = ++this.#tickets;
    const judged = (state: Loaded): Promise<Answer | null> =>
      judge(state, () => {
        (this.#lost ??= new Set()).add(ticket);
      });
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const state = await this.#ports.open();
        const answer = await (this.#mustWait(state) ? this.#turn(ticket, judged) : judged(state));
        if (answer !== null) return answer;
      }
      return null;
    } finally {
      this.#gone(ticket);
    }
  }

  /** Nobody is at the door, nor about to come back to it. */
  get isEmpty(): boolean {
    return this.#line === null && this.#lost === null && !this.#letting;
  }

  #mustWait(state: Loaded): boolean {
    const others = this.#line !== null || this.#lost !== null;
    return others || this.#ports.passing() !== null || undecided(state);
  }

  #turn<Answer>(ticket: number, judge: (state: Loaded) => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const line = (this.#line ??= []);
      const behind = line.findIndex((other) => other.ticket > ticket);
      const waiting = { ticket, enter: (state: Loaded) => resolve(judge(state)), fail: reject };
      line.splice(behind < 0 ? line.length : behind, 0, waiting);
      this.#gone(ticket);
      void this.#let();
    });
  }

  /** It was answered, or waits at the door. */
  #gone(ticket: number): void {
    if (this.#lost?.delete(ticket) !== true) return;
    if (this.#lost.size === 0) this.#lost = null;
    void this.#let();
  }

  async #let(): Promise<void> {
    if (this.#letting || this.#line === null) return;
    this.#letting = true;
    for (;;) {
      const state = await this.#clear().catch((reason: unknown) => {
        this.#next()?.fail(reason);
        return null;
      });
      // From here to the entering nothing waits.
      if (this.#line === null || this.#isEarlierLost()) break;
      if (state !== null) this.#next()?.enter(state);
    }
    this.#letting = false;
  }

  /** With nothing in the way of the first. */
  async #clear(): Promise<Loaded> {
    for (;;) {
      await this.#ports.passing();
      const state = await this.#ports.open();
      if (this.#ports.passing() !== null || state.lost) continue;
      if (!undecided(state)) return state;
      await this.#ports.settled();
    }
  }

  #next(): Waiting | undefined {
    const next = this.#line?.shift();
    if (this.#line?.length === 0) this.#line = null;
    return next;
  }

  #isEarlierLost(): boolean {
    const first = this.#line?.[0]?.ticket ?? 0;
    for (const ticket of this.#lost ?? []) if (ticket < first) return true;
    return false;
  }
}

const undecided = (state: Loaded): boolean => isFull(state) && state.pending > 0;
