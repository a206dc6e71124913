import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { newDocument, readDocument, bodyOf } from '../document/index.ts';
import { createHand, editOnce } from '../testing/honest-edits.ts';
import { createRandom } from '../testing/random.ts';
import { renameClients, wordsOf } from './rename-client.ts';

it('[CE26] an update under another id is the same text with the same marks, whatever was done in it', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const [ground, draft, copy] = [newDocument(), newDocument(), newDocument()];
    const random = createRandom(seed);
    const hand = createHand(ground);
    for (let i = 0; i < 20; i++) editOnce(hand, random);
    const base = Y.encodeStateAsUpdate(ground);
    for (const doc of [draft, copy]) Y.applyUpdate(doc, base);
    draft.clientID = 77;
    const before = Y.encodeStateVector(draft);
    const second = createHand(draft);
    for (let i = 0; i < 30; i++) editOnce(second, random);
    const update = Y.encodeStateAsUpdate(draft, before);
    const renamed = renameClients(update, new Map([[77, 4_000_000_000]]));
    if (renamed === null) throw new Error(`seed ${seed}: not renamed`);
    Y.applyUpdate(copy, renamed);
    expect({ seed, ...readDocument(copy) }).toEqual({ seed, ...readDocument(draft) });
    expect(bodyOf(copy).toJSON()).toBe(bodyOf(draft).toJSON());
    expect([copy.store.clients.has(77), copy.store.pendingStructs]).toEqual([false, null]);
  }
});

it('[CE26] bytes that are no text of ours are not renamed, and have no words', () => {
  expect([renameClients(new Uint8Array([9, 9]), new Map()), wordsOf(new Uint8Array([9, 9]))]).toEqual([
    null,
    '',
  ]);
});
