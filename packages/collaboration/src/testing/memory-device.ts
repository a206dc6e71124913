/** A device in memory: changes take time, a page that crashes loses those it had not finished, storage may be refused. */

import type { DevicePorts, LastWords, Shelf } from '../client/device.ts';
import type { Timers } from '../client/transport.ts';

export interface DevicePage {
  readonly ports: DevicePorts;
  /** What runs on its timers stops with it. */
  readonly timers: Timers;
  /** Closed without a word: no unload, nothing finished. */
  crash(): void;
}

export interface MemoryDevice {
  readonly shelves: ReadonlyMap<string, Shelf>;
  page(): DevicePage;
  /** Private browsing, or a full disk. */
  refused: boolean;
  /** Whether pages can tell which others are open. */
  locks: boolean;
}

export const createMemoryDevice = (timers: Timers, delay: () => number): MemoryDevice => {
  const shelves = new Map<string, Shelf>();
  const held = new Set<string>();
  const last = createLastWords();
  let pages = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const change = async (
    alive: () => boolean,
    name: string,
    act: (shelf: Shelf | null) => Shelf | null,
  ): Promise<{ readonly durable: boolean }> => {
    await new Promise<void>((resolve) => timers.after(delay(), resolve));
    if (!alive()) return { durable: false };
    const next = act(structuredClone(shelves.get(name) ?? null));
    if (device.refused) return { durable: false };
    if (next === null) shelves.delete(name);
    else shelves.set(name, structuredClone(next));
    return { durable: true };
  };

  const device: MemoryDevice = {
    shelves,
    refused: false,
    locks: true,
    page() {
      const id = `page-${++pages}`;
      let alive = true;
      return {
        ports: {
          newPage: () => id,
          store: {
            change(name, act) {
              const mine = turn.then(() => change(() => alive, name, act));
              turn = mine;
              return mine;
            },
          },
          lastWords: last,
          locks: {
            async hold(page) {
              await Promise.resolve();
              held.add(page);
              return () => held.delete(page);
            },
            async held() {
              await Promise.resolve();
              return device.locks ? new Set(held) : null;
            },
          },
        },
        timers: {
          after: (milliseconds, run) =>
            timers.after(milliseconds, () => {
              if (alive) run();
            }),
        },
        crash() {
          alive = false;
          held.delete(id);
        },
      };
    },
  };
  return device;
};

const createLastWords = (): LastWords => {
  const names = new Map<string, Map<string, Parameters<LastWords['leave']>[2]>>();
  const of = (name: string) => {
    const pages = names.get(name) ?? new Map();
    names.set(name, pages);
    return pages;
  };
  return {
    leave: (name, page, words) => void of(name).set(page, structuredClone(words)),
    left: (name) => new Map(of(name)),
    drop: (name, page) => void of(name).delete(page),
  };
};
