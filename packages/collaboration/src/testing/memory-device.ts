/**
 * A device in memory: changes take time, a page that crashes loses those it had not begun, storage may be refused and
 * is then remembered by the page alone. A change that was under way at the crash is finished or not.
 */

import type { DevicePorts, LastWords, Shelf } from '../client/device.ts';
import type { Timers } from '../client/transport.ts';

export interface DevicePage {
  readonly ports: DevicePorts;
  /** What runs on its timers stops with it. */
  readonly timers: Timers;
  /** Closed without a word: no unload, nothing finished but, where said, the change under way. */
  crash(finishes?: boolean): void;
}

export interface MemoryDevice {
  readonly shelves: ReadonlyMap<string, Shelf>;
  /** Where pages leave words in the moment of their end. */
  readonly lastWords: LastWords;
  page(): DevicePage;
  /** Private browsing, or a full disk. */
  refused: boolean;
  /** Whether pages can tell which others are open. */
  locks: boolean;
}

type Change = (shelf: Shelf | null) => Shelf | null;

interface Life {
  alive: boolean;
  /** It is dead; the change that was under way comes to its end. */
  finishes: boolean;
  /** What it alone remembers while storage is refused. */
  readonly here: Map<string, Shelf>;
}

const both = (one: Shelf | null, other: Shelf | null): Shelf | null =>
  one === null || other === null
    ? (one ?? other)
    : {
        pages: { ...one.pages, ...other.pages },
        ids: [...one.ids, ...other.ids],
        taken: [...(one.taken ?? []), ...(other.taken ?? [])],
      };

export const createMemoryDevice = (timers: Timers, delay: () => number): MemoryDevice => {
  const shelves = new Map<string, Shelf>();
  const held = new Set<string>();
  const last = createLastWords();
  let pages = 0;
  let turn: Promise<unknown> = Promise.resolve();
  /** Whose change is under way. */
  let busy: Life | null = null;

  const change = async (life: Life, name: string, act: Change): Promise<{ readonly durable: boolean }> => {
    if (!life.alive) return { durable: false };
    busy = life;
    await new Promise<void>((resolve) => timers.after(delay(), resolve));
    busy = null;
    const finishes = life.alive || life.finishes;
    life.finishes = false;
    if (!finishes) return { durable: false };
    const map = device.refused ? life.here : shelves;
    const waiting = life.here.get(name) ?? null;
    const next = act(structuredClone(device.refused ? waiting : both(shelves.get(name) ?? null, waiting)));
    if (!device.refused) life.here.delete(name);
    if (next === null) map.delete(name);
    else map.set(name, structuredClone(next));
    return { durable: !device.refused };
  };

  const device: MemoryDevice = {
    shelves,
    lastWords: last,
    refused: false,
    locks: true,
    page() {
      const id = `page-${++pages}`;
      const life: Life = { alive: true, finishes: false, here: new Map() };
      return {
        ports: {
          newPage: () => id,
          store: {
            change(name, act) {
              const mine = turn.then(() => change(life, name, act));
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
              if (life.alive) run();
            }),
        },
        crash(finishes = false) {
          life.alive = false;
          life.finishes = finishes && busy === life;
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
