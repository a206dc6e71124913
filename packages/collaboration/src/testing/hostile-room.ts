/**
 * A room with honest people and one who attacks, live copies hearing the rows as they come. Afterwards the log is
 * replayed in order, which decides; whoever shows another text has diverged, is told so by the comparison, and reloads.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import { MergedUpdates } from '../server/merged-updates.ts';
import { reloadOf, replayLog, viewOf } from '../server/replay-log.ts';
import { createGuard } from '../server/guard.ts';
import { createGuardedRoom } from './guarded-room.ts';
import { createHand, editOnce } from './honest-edits.ts';
import { flipped, hostileUpdate } from './hostile-edits.ts';
import { createRandom } from './random.ts';

export interface HostileRoom {
  readonly crafted: number;
  /** How many of the crafted updates were let through. */
  readonly admitted: number;
  /** What was thrown, by the guard or in anybody's copy. */
  readonly thrown: readonly string[];
  /** Copies, live or replayed, that hold something back. */
  readonly pending: number;
  /** Live copies whose text is not the log's; each is detected by its view. */
  readonly diverged: number;
  /** Whether the log merged in one go tells another text; then it is not to be published. */
  readonly mergedDiffers: boolean;
  /** Whether a copy that reloads shows the log's text. */
  readonly repaired: boolean;
  /** Rows under an id that is not its sender's. */
  readonly forged: number;
}

/** The rows as the server keeps them for who joins. */
const mergedOf = (rows: readonly Uint8Array[]): Uint8Array => {
  const [guard, merged] = [createGuard(), new MergedUpdates()];
  for (const bytes of rows) merged.append(guard.admit(bytes));
  return merged.since(new Map());
};

/** A page of nothing that is given what the server gives. */
const reloaded = (updates: readonly Uint8Array[]): Y.Doc => {
  const page = newDocument();
  for (const bytes of updates) Y.applyUpdate(page, bytes);
  return page;
};

const ATTACKER = 77;
const PEOPLE = 3;

export const playHostileRoom = (seed: number, { steps = 160 } = {}): HostileRoom => {
  const random = createRandom(seed);
  const owners = Object.fromEntries(Array.from({ length: PEOPLE }, (_, i) => [100 + i, `p${i}`]));
  const room = createGuardedRoom({ ...owners, [ATTACKER]: 'attacker' });
  const thrown: string[] = [];
  let crafted = 0;
  let admitted = 0;
  let forged = 0;

  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      thrown.push(String(error));
    }
  };

  const peers = Array.from({ length: PEOPLE }, (_, i) => {
    const doc = newDocument();
    doc.clientID = 100 + i;
    const outbox: Uint8Array[] = [];
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) outbox.push(bytes);
    });
    return { person: `p${i}`, hand: createHand(doc), outbox, read: 0 };
  });
  type Peer = (typeof peers)[number];
  let honest: Uint8Array = new Uint8Array([0, 0]);

  const send = ({ person, outbox }: Peer): void => {
    for (const bytes of outbox.splice(0)) {
      room.receive(bytes, person);
      honest = bytes;
    }
  };
  const read = (peer: Peer): void => {
    for (; peer.read < room.log.length; peer.read++) {
      const row = room.log[peer.read];
      if (row !== undefined) attempt(() => Y.applyUpdate(peer.hand.doc, row));
    }
  };
  const attack = (): void => {
    const known = new Map([...room.known()].filter(([, end]) => end > 1));
    if (known.size === 0) return;
    crafted++;
    const bytes = random.chance(0.25) ? flipped(honest, random) : hostileUpdate(ATTACKER, known, random);
    attempt(() => {
      const verdict = room.receive(bytes, 'attacker');
      if (!verdict.ok || verdict.value.bytes === null) return;
      admitted++;
      if (verdict.value.clients.some((client) => client !== ATTACKER)) forged++;
    });
  };

  for (let step = 0; step < steps; step++) {
    const peer = random.pick(peers);
    const dice = random.integer(100);
    if (dice < 45) attempt(() => editOnce(peer.hand, random));
    else if (dice < 65) send(peer);
    else if (dice < 75) read(peer);
    else attack();
  }
  for (const peer of peers) send(peer);
  for (const peer of peers) read(peer);

  const told = viewOf(replayLog(room.log));
  const merged = mergedOf(room.log);
  const reload = reloadOf(merged, room.log);
  const divergent = peers.filter(({ hand }) => viewOf(hand.doc) !== told);
  const copies = [replayLog(room.log), replayLog([merged]), ...peers.map(({ hand }) => hand.doc)];
  return {
    crafted,
    admitted,
    thrown,
    pending: copies.filter(({ store }) => store.pendingStructs !== null || store.pendingDs !== null).length,
    diverged: divergent.length,
    mergedDiffers: reload === room.log,
    repaired: viewOf(reloaded(reload)) === told,
    forged,
  };
};
