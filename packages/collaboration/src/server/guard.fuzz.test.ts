import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newDocument, readDocument } from '../document/index.ts';
import { createGuardedRoom, typed, writer } from '../testing/guarded-room.ts';
import type { Hand } from '../testing/honest-edits.ts';
import { createHand, editOnce } from '../testing/honest-edits.ts';
import type { Random } from '../testing/random.ts';
import { createRandom } from '../testing/random.ts';

/** Seeds that once failed, kept for ever. */
const KEPT_SEEDS: readonly number[] = [];
const ROOMS = Number(process.env['FUZZ_ROOMS'] ?? 20);
const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);

interface Peer {
  readonly person: string;
  readonly hand: Hand;
  readonly outbox: Uint8Array[];
  read: number;
  /** What it sent last: sent again when the answer was lost. */
  last: Uint8Array | null;
}

const CLIENTS = 5;
const STEPS = 250;

const play = (seed: number): { pushes: number; refused: string[]; equal: boolean; logEqual: boolean } => {
  const random = createRandom(seed);
  const room = createGuardedRoom();
  const refused: string[] = [];
  let pushes = 0;
  let nextId = 1_000 + random.integer(1_000_000);
  const lease = (person: string): number => {
    const id = random.chance(0.5) ? nextId++ : 4_000_000_000 - nextId++;
    room.owners.set(id, person);
    return id;
  };
  const peers = Array.from({ length: CLIENTS }, (_, i): Peer => {
    const person = `p${i % 4}`;
    const doc = newDocument();
    doc.clientID = lease(person);
    const outbox: Uint8Array[] = [];
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) outbox.push(bytes);
    });
    return { person, hand: createHand(doc), outbox, read: 0, last: null };
  });

  const push = (peer: Peer, bytes: Uint8Array): void => {
    pushes++;
    const verdict = room.receive(bytes, peer.person);
    if (!verdict.ok) refused.push(`${verdict.failure.code} ${verdict.failure.detail}`);
    peer.last = bytes;
  };
  const send = (peer: Peer): void => {
    const waiting = peer.outbox.splice(0);
    if (waiting.length === 0) return;
    if (random.chance(0.5)) push(peer, Y.mergeUpdates(waiting));
    else for (const bytes of waiting) push(peer, bytes);
  };
  const receive = (peer: Peer): void => {
    const until = peer.read + random.integer(room.log.length - peer.read + 1);
    for (; peer.read < until; peer.read++)
      Y.applyUpdate(peer.hand.doc, room.log[peer.read] ?? new Uint8Array());
  };
  /** Joins again with a vector that may be old, under the same or a new id. */
  const reconnect = (peer: Peer, stale: Uint8Array): void => {
    peer.outbox.length = 0;
    push(
      peer,
      Y.encodeStateAsUpdate(peer.hand.doc, random.chance(0.5) ? stale : Y.encodeStateVector(room.replay())),
    );
    if (random.chance(0.5)) peer.hand.doc.clientID = lease(peer.person);
  };

  for (let step = 0; step < STEPS; step++) act(random, random.pick(peers));
  function act(choice: Random, peer: Peer): void {
    const dice = choice.integer(100);
    if (dice < 55) editOnce(peer.hand, choice);
    else if (dice < 72) send(peer);
    else if (dice < 92) receive(peer);
    else if (dice < 95 && peer.last !== null) push(peer, peer.last);
    else {
      const older = newDocument();
      for (const bytes of room.log.slice(0, choice.integer(room.log.length + 1))) Y.applyUpdate(older, bytes);
      reconnect(peer, Y.encodeStateVector(older));
    }
  }
  for (const peer of peers) send(peer);
  // Only words are compared: Yjs tidies redundant marks by itself after remote changes, in each copy on its own.
  const expected = room.replay();
  const told = JSON.stringify(readDocument(expected));
  const all = peers.map(({ hand, read }) => {
    for (const bytes of room.log.slice(read)) Y.applyUpdate(hand.doc, bytes);
    return JSON.stringify(readDocument(hand.doc));
  });
  const merged = newDocument();
  if (room.log.length > 0) Y.applyUpdate(merged, Y.mergeUpdates(room.log));
  const mergedTold = JSON.stringify(readDocument(merged));
  const pending = [expected, merged, ...peers.map(({ hand }) => hand.doc)].some(
    ({ store }) => store.pendingStructs !== null || store.pendingDs !== null,
  );
  return {
    pushes,
    refused,
    equal: all.every((text) => text === told) && !pending,
    logEqual: mergedTold === told,
  };
};

describe('honest clients at random', () => {
  it('[CE11] are never refused, converge, and the log rebuilds the text in every order of merging', () => {
    const seeds = [...KEPT_SEEDS, ...Array.from({ length: ROOMS }, (_, i) => FIRST_SEED + i)];
    let pushes = 0;
    for (const seed of seeds) {
      const result = play(seed);
      pushes += result.pushes;
      expect({ seed, ...result, pushes: 0 }).toEqual({
        seed,
        pushes: 0,
        refused: [],
        equal: true,
        logEqual: true,
      });
    }
    console.info(`seeds ${seeds[0] ?? ''}…: ${seeds.length} rooms, ${pushes} pushes, 0 refused`);
    expect(pushes).toBeGreaterThan(seeds.length * 20);
  }, 60_000);
});

describe('broken buffers', () => {
  it('[T16] [CE3] truncated, flipped and random bytes never throw, and change nothing when refused', () => {
    const random = createRandom(FIRST_SEED);
    const room = createGuardedRoom({ 7: 'p', 8: 'q' });
    const doc = writer(7);
    const honest = [typed(doc, 0, 'Donner les repas 🐝'), typed(doc, 3, ' vite')];
    const hand = createHand(doc);
    for (let i = 0; i < 60; i++) editOnce(hand, random);
    honest.push(Y.encodeStateAsUpdate(doc));
    const tries: Uint8Array[] = [];
    for (const bytes of honest) for (let i = 0; i < bytes.length; i++) tries.push(bytes.slice(0, i));
    for (let i = 0; i < 3_000; i++) {
      const bytes = random.pick(honest).slice();
      bytes[random.integer(bytes.length)] = random.integer(256);
      tries.push(
        bytes,
        Uint8Array.from({ length: random.integer(60) }, () => random.integer(256)),
      );
    }
    for (const bytes of tries) {
      const [rows, vector] = [room.log.length, room.vector()];
      const verdict = room.receive(bytes, 'p');
      if (!verdict.ok) expect([room.log.length, room.vector()]).toEqual([rows, vector]);
    }
    const replayed = room.replay();
    expect(replayed.store.pendingStructs).toBeNull();
    expect(replayed.store.pendingDs).toBeNull();
    expect(() => readDocument(replayed)).not.toThrow();
  });
});
