/** A page as a person opens it: a session on a network, with what the device kept, and words typed into its title. */

import { openHold } from '../client/device.ts';
import { IdeaSession } from '../client/idea-session.ts';
import type { SessionOptions } from '../client/session-status.ts';
import { readDocument, titleOf } from '../document/index.ts';
import type { MemoryDevice } from './memory-device.ts';
import type { MemoryNetwork, MemoryTransport } from './memory-network.ts';

export const SHELF = 'shelf';

export interface Page {
  readonly session: IdeaSession;
  readonly transport: MemoryTransport;
  readonly recovered: string[];
  readonly late: string[];
  /** The tab is closed in good order. */
  close(): Promise<void>;
  /** It is gone from one moment to the next; a change of its device that was under way comes to its end, or not. */
  crash(finishes?: boolean): void;
}

export interface Seat {
  readonly person: string;
  readonly device: MemoryDevice;
  /** One shelf for each person. */
  readonly shelf?: string;
  readonly online?: boolean;
  readonly more?: Partial<SessionOptions>;
}

/** Takes time on the network's clock: let it run. */
export const openPage = async (
  network: MemoryNetwork,
  { person, device, shelf = SHELF, online = true, more = {} }: Seat,
): Promise<Page> => {
  const page = device.page();
  const hold = await openHold(page.ports, shelf, true);
  const transport = network.transport(person);
  const recovered: string[] = [];
  const late: string[] = [];
  const session = new IdeaSession({
    transport,
    write: true,
    device: hold,
    timers: page.timers,
    onRecovered: ({ title }) => recovered.push(title),
    onLate: ({ title }) => late.push(title),
    ...more,
  });
  if (online) transport.connect();
  return {
    session,
    transport,
    recovered,
    late,
    async close() {
      await session.destroy();
      transport.disconnect();
    },
    crash(finishes = false) {
      page.crash(finishes);
      transport.disconnect();
    },
  };
};

export const typeAtEnd = ({ session }: Pick<Page, 'session'>, words: string): void => {
  const title = titleOf(session.doc);
  title.insert(title.length, words);
};

export const titleIn = ({ session }: Pick<Page, 'session'>): string => readDocument(session.doc).title;
