/** The server dies at one exact point of one update's way, everything else going on: nobody is refused, nothing is lost. */

import { describe, expect, it } from 'vitest';
import { readDocument, titleOf } from '../document/index.ts';
import type { MemoryTransport } from '../testing/memory-network.ts';
import { MemoryNetwork } from '../testing/memory-network.ts';
import { createRandom } from '../testing/random.ts';
import type { LogRow } from '../server/ports.ts';
import { IdeaSession } from './idea-session.ts';

interface Page {
  readonly session: IdeaSession;
  readonly transport: MemoryTransport;
  readonly recovered: string[];
}

const openPage = (network: MemoryNetwork, person: string): Page => {
  const transport = network.transport(person);
  const recovered: string[] = [];
  const session = new IdeaSession({
    transport,
    write: true,
    timers: network.timers,
    onRecovered: (draft) => recovered.push(draft.title),
  });
  transport.connect();
  return { session, transport, recovered };
};

const type = ({ session }: Page, words: string): void => {
  const title = titleOf(session.doc);
  title.insert(title.length, words);
};

/** Arms the network so that the server dies once, at the row that holds the words. */
type Death = (network: MemoryNetwork, pages: readonly Page[]) => void;

const once = (die: () => void): (() => void) => {
  let armed = true;
  return () => {
    if (!armed) return;
    armed = false;
    die();
  };
};

const holds = (rows: readonly LogRow[], words: string): boolean =>
  rows.some(({ bytes }) => Buffer.from(bytes).includes(words));

const WORDS = 'fatal';

const deaths: readonly (readonly [string, Death])[] = [
  [
    'verified, before it is appended',
    (network) => {
      const die = once(() => {
        network.crash();
        throw new Error('killed');
      });
      network.log.beforeAppend = (rows) => {
        if (holds(rows, WORDS)) die();
      };
    },
  ],
  [
    'appended, before anybody is told',
    (network) => {
      const append = network.log.append.bind(network.log);
      const die = once(() => {
        network.crash();
        throw new Error('killed');
      });
      network.log.append = async (rows) => {
        await append(rows);
        if (holds(rows, WORDS)) die();
      };
    },
  ],
  [
    'relayed, before it is acknowledged',
    (network, [, other]) => {
      const die = once(() => network.crash());
      other?.session.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
        // Heard by the other page while the answer to the writer is still on its way.
        if (origin !== null && Buffer.from(bytes).includes(WORDS)) die();
      });
    },
  ],
  [
    'acknowledged',
    (network, [hers]) => {
      const die = once(() => network.crash());
      hers?.session.subscribe(({ unsent }) => {
        if (unsent === 0 && holds(network.log.rows, WORDS)) die();
      });
    },
  ],
];

describe('a server that dies when an update is', () => {
  it.each(deaths)(
    '[CE13] [CE20] %s: comes back with every word, and refuses nobody',
    async (_point, death) => {
      for (let seed = 1; seed <= 12; seed++) {
        const network = new MemoryNetwork(createRandom(seed));
        const pages = ['author', 'colleague', 'reader'].map((person) => openPage(network, person));
        const [hers, his] = pages;
        if (hers === undefined || his === undefined) throw new Error('no pages');
        await network.run(300);
        type(hers, 'avant ');
        await network.run(200);
        const crash = network.crash.bind(network);
        let died = 0;
        network.crash = () => {
          died += 1;
          crash();
        };
        death(network, pages);
        type(hers, WORDS);
        // He goes on typing behind what he has heard of hers, dead or not.
        for (let n = 0; n < 6; n++) {
          await network.run(15);
          type(his, `${n}`);
        }
        await network.run(500);
        for (const { transport } of pages) transport.connect();
        await network.run(20_000);
        type(hers, ' après');
        await network.run(20_000);

        const { title } = await (await network.document()).read();
        expect([seed, pages.map(({ session }) => readDocument(session.doc).title)]).toEqual([
          seed,
          pages.map(() => title),
        ]);
        expect(title.replaceAll(/[0-5]/g, '')).toBe(`avant ${WORDS} après`);
        expect(title.replaceAll(/[^0-5]/g, '')).toBe('012345');
        expect(
          pages.map(({ session, recovered }) => [session.status.state, session.status.unsent, recovered]),
        ).toEqual(pages.map(() => ['live', 0, []]));
        expect(died).toBe(1);
        // Each id once, whatever was sent again.
        expect(network.log.rows.map(({ seq }) => seq)).toEqual(network.log.rows.map((_, at) => at + 1));
      }
    },
  );
});
