/**
 * Several servers over one log, each as far from it as it is told, and from each other, in the time of a network that
 * is counted: who is overtaken how often is played again by the same numbers.
 */

import { createGroupCommit } from '../server/group-commit.ts';
import type { LiveDocument } from '../server/live-document.ts';
import { createLiveDocuments } from '../server/live-documents.ts';
import type { UpdateLog } from '../server/ports.ts';
import { MemoryNetwork } from './memory-network.ts';
import type { MemoryLog } from './memory-ports.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from './memory-ports.ts';
import type { Random } from './random.ts';

const TEXT = 'id_1';

export interface SlowServer {
  readonly document: LiveDocument;
  /** Appends that were tried. */
  readonly tries: () => number;
  /** Says nothing any more, hears nothing, writes nothing. */
  die(): void;
}

export interface SlowServers {
  readonly network: MemoryNetwork;
  readonly log: MemoryLog;
  readonly servers: readonly SlowServer[];
  /** How often a server asked to be let pass. */
  readonly asked: () => number;
}

export interface Distance {
  /** Milliseconds that reading takes, and appending. */
  readonly read: number;
  readonly append: number;
}

export interface Setting {
  readonly random: Random;
  readonly people: ReadonlyMap<number, string>;
  readonly distances: readonly Distance[];
  /** Milliseconds until another server hears what one says. */
  readonly hears: number;
  /** How often it does not. */
  readonly lost?: number;
}

export const startSlowServers = async ({
  random,
  people,
  distances,
  hears,
  lost = 0,
}: Setting): Promise<SlowServers> => {
  const network = new MemoryNetwork(random);
  const log = createMemoryLog();
  const leases = createMemoryLeases();
  for (const [id, person] of people) leases.bind(TEXT, id, person);
  const after = (milliseconds: number, run: () => void) => network.timers.after(milliseconds, run);
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => void after(milliseconds, resolve));
  let asked = 0;

  const all = distances.map(({ read, append }, at) => {
    let tries = 0;
    let alive = true;
    const far: UpdateLog = {
      async read(doc, behind) {
        const rows = await log.read(doc, behind);
        await sleep(read);
        return rows;
      },
      async append(rows) {
        tries += 1;
        await sleep(append);
        if (!alive) return new Promise<never>(() => undefined);
        await log.append(rows);
        tell((other) => other.follow(TEXT, log.rows.length));
      },
    };
    const tell = (say: (other: (typeof all)[number]['documents']) => Promise<void>): void => {
      for (const [n, other] of all.entries())
        if (n !== at && alive && !random.chance(lost))
          after(hears, () => void (other.isAlive() && say(other.documents)));
    };
    const documents = createLiveDocuments({
      log: far,
      leases,
      clock: createSettableClock(),
      commit: createGroupCommit(
        far,
        (run, wait) => void after(wait, run),
        () => network.time,
      ),
      turns: {
        ask(doc, milliseconds) {
          asked += 1;
          tell((other) => other.letPass(doc, `server ${at}`, milliseconds));
        },
        after,
        now: () => network.time,
      },
    });
    return { documents, tries: () => tries, isAlive: () => alive, die: () => void (alive = false) };
  });

  const opening = Promise.all(all.map(({ documents }) => documents.open(TEXT)));
  await network.run(Math.max(...distances.map(({ read }) => read)) + 1);
  const opened = await opening;
  const servers = opened.map((document, at) => {
    const { tries, die } = all[at] ?? { tries: () => 0, die: () => undefined };
    return { document, tries, die };
  });
  return { network, log, servers, asked: () => asked };
};
