import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newDocument, readDocument } from '../document/index.ts';
import { change, typed, writer } from '../testing/guarded-room.ts';
import { createHand, editOnce } from '../testing/honest-edits.ts';
import { createRandom } from '../testing/random.ts';
import { decodeUpdate } from './decode-update.ts';
import { encodeUpdate } from './encode-update.ts';
import { splitUpdate } from './split-update.ts';

const LIMITS = { bytes: 1e9, structs: 1e9, ranges: 1e9 };

describe('a split update', () => {
  it('[CE19] comes in parts under the limit that give the same text', () => {
    const doc = writer(9);
    const update = typed(doc, 0, '🐝é'.repeat(5_000));
    const parts = splitUpdate(update, 4_000);
    expect(parts.length).toBeGreaterThan(5);
    const again = newDocument();
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(4_000);
      Y.applyUpdate(again, part);
      expect(again.store.pendingStructs).toBeNull();
    }
    expect(readDocument(again)).toEqual(readDocument(doc));
  });

  it('[CE19] keeps causal order through several ids, and attributes and deletes', () => {
    const doc = writer(9);
    const random = createRandom(3);
    for (let id = 20; id > 10; id--) {
      doc.clientID = id;
      const hand = createHand(doc);
      for (let i = 0; i < 40; i++) editOnce(hand, random);
      change(doc, () => undefined);
    }
    const again = newDocument();
    for (const part of splitUpdate(Y.encodeStateAsUpdate(doc), 1_500)) {
      Y.applyUpdate(again, part);
      expect(again.store.pendingStructs).toBeNull();
    }
    expect(readDocument(again)).toEqual(readDocument(doc));
    expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc));
  });
});

describe('the codec', () => {
  it('[CE1] writes what it read, byte for byte', () => {
    const doc = writer(9);
    const hand = createHand(doc);
    const random = createRandom(4);
    for (let i = 0; i < 40; i++) {
      for (let j = 0; j < 5; j++) editOnce(hand, random);
      const bytes = Y.encodeStateAsUpdate(doc);
      const decoded = decodeUpdate(bytes, LIMITS);
      expect(decoded.ok && encodeUpdate(decoded.value)).toEqual(bytes);
    }
  });
});
