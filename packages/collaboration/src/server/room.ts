/**
 * Who has to wait at the door of a text that may be full: what is on its way to the log may fill it, or make room in it.
 * Whoever comes while somebody waits, waits behind: an update builds on those that came before it.
 */

import type { Loaded } from './loaded.ts';
import { isFull } from './loaded.ts';

export interface RoomPorts {
  open(): Promise<Loaded>;
  /** With nothing on its way. */
  settled(): Promise<Loaded>;
}

export class Room {
  readonly #ports: RoomPorts;
  #last: Promise<Loaded> | null = null;

  constructor(ports: RoomPorts) {
    this.#ports = ports;
  }

  mustWait(state: Loaded): boolean {
    return this.#last !== null || undecided(state);
  }

  /** Judged by what this answers at once, before the next one is let in. */
  turn(): Promise<Loaded> {
    const clear = (): Promise<Loaded> => this.#clear();
    const turn = (this.#last ?? Promise.resolve()).then(clear, clear);
    this.#last = turn;
    const leave = (): void => {
      if (this.#last === turn) this.#last = null;
    };
    turn.then(leave, leave);
    return turn;
  }

  async #clear(): Promise<Loaded> {
    let state = await this.#ports.open();
    while (undecided(state)) state = await this.#ports.settled();
    return state;
  }
}

const undecided = (state: Loaded): boolean => isFull(state) && state.pending > 0;
