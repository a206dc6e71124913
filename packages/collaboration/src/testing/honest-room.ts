/**
 * Honest people at random in front of a guard: they edit, undo and redo, send one by one or merged, twice or late, join
 * again with old vectors, leave under one id and come back under another. Nobody should ever be refused; who is refused
 * all the same resynchronises: a fresh copy, a new id, and the text put back from the draft that was kept.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import { readDocument } from '../document/read-document.ts';
import { writePlainText, writeTitle } from '../document/write-document.ts';
import { createGuardedRoom } from './guarded-room.ts';
import type { Hand } from './honest-edits.ts';
import { createHand, editOnce } from './honest-edits.ts';
import { createRandom } from './random.ts';

interface Peer {
  readonly person: string;
  hand: Hand;
  readonly outbox: Uint8Array[];
  read: number;
  /** What it sent last: sent again when the answer was lost. */
  last: Uint8Array | null;
}

export interface HonestRoom {
  readonly edits: number;
  readonly pushes: number;
  /** Codes and details of what was refused. */
  readonly refused: readonly string[];
  /** Whether each refusal was healed by a resync that kept every word. */
  readonly healed: boolean;
  /** Whether all copies tell the text of the log, and none holds anything back. */
  readonly equal: boolean;
  /** Whether the log merged in one go tells the same text. */
  readonly logEqual: boolean;
  readonly log: readonly Uint8Array[];
}

export interface HonestRoomSettings {
  readonly clients?: number;
  readonly steps?: number;
}

export const playHonestRoom = (
  seed: number,
  { clients = 5, steps = 250 }: HonestRoomSettings = {},
): HonestRoom => {
  const random = createRandom(seed);
  const room = createGuardedRoom();
  const refused: string[] = [];
  let healed = true;
  let edits = 0;
  let pushes = 0;
  let nextId = 1_000 + random.integer(1_000_000);

  const lease = (person: string): number => {
    const id = random.chance(0.5) ? nextId++ : 4_000_000_000 - nextId++;
    room.owners.set(id, person);
    return id;
  };

  /** An empty copy under a new id, whose edits go to the outbox. */
  const freshHand = (person: string, outbox: Uint8Array[]): Hand => {
    const doc = newDocument();
    doc.clientID = lease(person);
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) outbox.push(bytes);
    });
    return createHand(doc);
  };
  const peers = Array.from({ length: clients }, (_, i): Peer => {
    const person = `p${i % 4}`;
    const outbox: Uint8Array[] = [];
    return { person, hand: freshHand(person, outbox), outbox, read: 0, last: null };
  });

  const readTo = (peer: Peer, until: number): void => {
    for (; peer.read < until; peer.read++)
      Y.applyUpdate(peer.hand.doc, room.log[peer.read] ?? new Uint8Array([0, 0]));
  };

  /** The rules of a refused page: its text is kept, its document is not, and it never uses that id again. */
  const resynchronise = (peer: Peer): void => {
    const draft = readDocument(peer.hand.doc);
    peer.outbox.length = 0;
    peer.hand = freshHand(peer.person, peer.outbox);
    peer.read = 0;
    peer.last = null;
    const { doc } = peer.hand;
    readTo(peer, room.log.length);
    doc.transact(() => {
      writeTitle(doc, draft.title);
      writePlainText(doc, draft.text);
    });
    for (const bytes of peer.outbox.splice(0)) {
      const verdict = room.receive(bytes, peer.person);
      if (!verdict.ok) healed = false;
    }
    const kept = readDocument(room.replay());
    if (kept.title !== draft.title || kept.text !== draft.text) healed = false;
  };

  const push = (peer: Peer, bytes: Uint8Array): void => {
    pushes++;
    const verdict = room.receive(bytes, peer.person);
    peer.last = bytes;
    if (verdict.ok) return;
    refused.push(`${verdict.failure.code} ${verdict.failure.detail}`);
    resynchronise(peer);
  };

  const send = (peer: Peer): void => {
    const waiting = peer.outbox.splice(0);
    if (waiting.length === 0) return;
    if (random.chance(0.5)) push(peer, Y.mergeUpdates(waiting));
    else for (const bytes of waiting) push(peer, bytes);
  };

  /** Joins again with a vector that may be old, under the same or a new id. */
  const reconnect = (peer: Peer): void => {
    const older = newDocument();
    for (const bytes of room.log.slice(0, random.integer(room.log.length + 1))) Y.applyUpdate(older, bytes);
    const known = random.chance(0.5) ? older : room.replay();
    peer.outbox.length = 0;
    push(peer, Y.encodeStateAsUpdate(peer.hand.doc, Y.encodeStateVector(known)));
    if (random.chance(0.5)) peer.hand.doc.clientID = lease(peer.person);
  };

  for (let step = 0; step < steps; step++) {
    const peer = random.pick(peers);
    const dice = random.integer(100);
    if (dice < 55) {
      edits++;
      editOnce(peer.hand, random);
    } else if (dice < 72) send(peer);
    else if (dice < 92) readTo(peer, peer.read + random.integer(room.log.length - peer.read + 1));
    else if (dice < 95 && peer.last !== null) push(peer, peer.last);
    else reconnect(peer);
  }
  for (const peer of peers) send(peer);

  // Only words are compared: Yjs tidies redundant marks by itself after remote changes, in each copy on its own.
  const expected = room.replay();
  const told = JSON.stringify(readDocument(expected));
  for (const peer of peers) readTo(peer, room.log.length);
  const merged = newDocument();
  if (room.log.length > 0) Y.applyUpdate(merged, Y.mergeUpdates(room.log));
  const copies = [expected, merged, ...peers.map(({ hand }) => hand.doc)];
  const pending = copies.some(({ store }) => store.pendingStructs !== null || store.pendingDs !== null);
  return {
    edits,
    pushes,
    refused,
    healed,
    equal: !pending && peers.every(({ hand }) => JSON.stringify(readDocument(hand.doc)) === told),
    logEqual: JSON.stringify(readDocument(merged)) === told,
    log: room.log,
  };
};
