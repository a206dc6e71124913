/**
 * Server, pages, devices, clock and network under one seed: messages are lost, doubled and late, appends fail, the
 * server dies, people go offline, tabs are closed, reloaded in the middle of a word and crash, storage is refused for a
 * while. What fails once fails again.
 */

import { readDocument } from '../document/index.ts';
import { createHand, editOnce } from './honest-edits.ts';
import type { Hand } from './honest-edits.ts';
import type { MemoryDevice } from './memory-device.ts';
import { createMemoryDevice } from './memory-device.ts';
import { CALM, MemoryNetwork } from './memory-network.ts';
import type { Page } from './page-of.ts';
import { openPage, SHELF } from './page-of.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';

/** Two tabs of the first person share a device. */
const SEATS = [
  { person: 'p0', device: 0 },
  { person: 'p1', device: 1 },
  { person: 'p2', device: 2 },
  { person: 'p0', device: 0 },
] as const;

interface Tab {
  readonly page: Page;
  /** Made anew for each document: after a refusal or for a settled draft it is another one. */
  hand: Hand;
}

export interface Storm {
  readonly network: MemoryNetwork;
  readonly random: Random;
  readonly devices: readonly MemoryDevice[];
  readonly pages: () => readonly Page[];
  /** What was handed over as recovered, in tabs that are no more too. */
  readonly recovered: () => readonly string[];
  /** How often a page was reloaded. */
  readonly reloads: () => number;
  blow(steps: number): Promise<void>;
  /** Everything comes back and quietens down. */
  calm(): Promise<void>;
}

export interface StormRules {
  /** What a person does at a step; edits at random when not given. */
  readonly act?: (page: Page, random: Random) => void;
  /** Told before a tab dies without a word. */
  readonly crashing?: (page: Page, device: MemoryDevice) => void;
  /** Milliseconds an append takes at most; a little less than a page waits for, when not given. */
  readonly slowest?: number;
  /**
   * Pages are reloaded too: they say their last words and are gone, whatever was under way; and devices refuse. They can
   * always tell which pages are open: where they cannot, a draft without an id may be taken from a page that lives.
   */
  readonly reloads?: boolean;
}

export const startStorm = async (seed: number, rules: StormRules = {}): Promise<Storm> => {
  const random = createRandom(seed);
  const { slowest = 400, reloads = false } = rules;
  const network = new MemoryNetwork(random);
  const devices = [0, 1, 2].map(() => createMemoryDevice(network.timers, () => 1 + random.integer(15)));
  const tabs: Tab[] = [];
  const closed: Page[] = [];
  let reloaded = 0;

  const open = async (at: number): Promise<void> => {
    const seat = SEATS[at];
    const device = devices[seat?.device ?? 0];
    if (seat === undefined || device === undefined) throw new Error('no such seat');
    const opening = openPage(network, { person: seat.person, device, online: random.chance(0.7) });
    await network.run(120);
    const page = await opening;
    tabs[at] = { page, hand: createHand(page.session.doc) };
  };

  const act = (tab: Tab): void => {
    const { session } = tab.page;
    if (!session.status.writable) return;
    if (rules.act !== undefined) {
      rules.act(tab.page, random);
      return;
    }
    if (tab.hand.doc !== session.doc) tab.hand = createHand(session.doc);
    editOnce(tab.hand, random);
  };

  const reopen = async (at: number, tab: Tab): Promise<void> => {
    const { page } = tab;
    closed.push(page);
    const device = devices[SEATS[at]?.device ?? 0];
    if (random.chance(0.5)) {
      const closing = page.close();
      await network.run(60);
      await closing;
    } else if (reloads && random.chance(0.7)) {
      reloaded += 1;
      act(tab);
      // What the first of them makes the device write is under way.
      await network.run(random.integer(12));
      act(tab);
      void page.close();
      page.crash(random.chance(0.5));
    } else {
      if (device !== undefined) rules.crashing?.(page, device);
      page.crash();
    }
    await open(at);
  };

  network.weather = { lost: 0.05, twice: 0.1, overtaking: random.chance(0.5), stall: 0.05, slowest };
  network.log.beforeAppend = () => {
    if (random.chance(0.05)) throw new Error('append failed');
  };
  for (let at = 0; at < SEATS.length; at++) await open(at);

  const everyPage = (): readonly Page[] => [...closed, ...tabs.map(({ page }) => page)];
  return {
    network,
    random,
    devices,
    pages: () => tabs.map(({ page }) => page),
    recovered: () => everyPage().flatMap(({ recovered }) => recovered),

    reloads: () => reloaded,

    async blow(steps) {
      for (let step = 0; step < steps; step++) {
        const at = random.integer(tabs.length);
        const tab = tabs[at];
        if (tab === undefined) continue;
        const dice = random.integer(100);
        if (dice < 70) act(tab);
        else if (dice < 76) tab.page.transport.disconnect();
        else if (dice < 86) tab.page.transport.connect();
        else if (dice < 87) network.crash();
        else if (dice < 90) await reopen(at, tab);
        else if (dice < 91 && !reloads) for (const device of devices) device.locks = !device.locks;
        else if (reloads && dice < 94) await reopen(at, tab);
        else if (reloads && dice < 95) for (const device of devices) device.refused = !device.refused;
        await network.run(random.integer(60));
      }
    },

    async calm() {
      network.weather = CALM;
      network.log.beforeAppend = () => undefined;
      for (const device of devices) device.refused = false;
      for (const { page } of tabs) page.transport.connect();
      await network.run(60_000);
      // Whatever tabs left behind goes with the next page of each device; what one could not take back, with itself.
      for (const [at, tab] of [...tabs.entries()].slice(0, reloads ? 4 : 3)) {
        closed.push(tab.page);
        const closing = tab.page.close();
        await network.run(60);
        await closing;
        await open(at);
        tabs[at]?.page.transport.connect();
      }
      await network.run(60_000);
    },
  };
};

/** Of each page: its state, what is unsent and what it says. */
export const statesOf = (pages: readonly Page[]): readonly string[] =>
  pages.map(({ session: { status } }) => `${status.state} ${status.unsent}`);

export const textsOf = (pages: readonly Page[]): readonly string[] =>
  pages.map(({ session }) => JSON.stringify(readDocument(session.doc)));

/** Pages still remembered on devices, when everything went well none. */
export const leftOn = (devices: readonly MemoryDevice[]): number =>
  devices.reduce((sum, { shelves }) => sum + Object.keys(shelves.get(SHELF)?.pages ?? {}).length, 0);
