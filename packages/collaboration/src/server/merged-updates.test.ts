import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newDocument, readDocument } from '../document/index.ts';
import { typed, writer } from '../testing/guarded-room.ts';
import { playHonestRoom } from '../testing/honest-room.ts';
import { createRandom } from '../testing/random.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import { LazyDocument } from './lazy-document.ts';
import { MergedUpdates } from './merged-updates.ts';
import { readStateVector } from './state-vector.ts';

const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
const UNBOUNDED = { bytes: Infinity, structs: Infinity, ranges: Infinity };
const NOTHING: ReadonlyMap<number, number> = new Map();

const append = (merged: MergedUpdates, bytes: Uint8Array): void => {
  const decoded = decodeUpdate(bytes, UNBOUNDED);
  if (!decoded.ok) throw new Error(decoded.failure.detail);
  merged.append(decoded.value);
};

const mergedOf = (rows: readonly Uint8Array[]): MergedUpdates => {
  const merged = new MergedUpdates();
  for (const bytes of rows) append(merged, bytes);
  return merged;
};

const applied = (rows: readonly Uint8Array[]): Y.Doc => {
  const doc = newDocument();
  for (const bytes of rows) Y.applyUpdate(doc, bytes);
  return doc;
};

describe('rows merged as bytes', () => {
  it('[CE15] [CE43] give a page that joins the text of the log, whatever it had before, and nothing to wait for', () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 6; seed++) {
      const { log } = playHonestRoom(seed, { steps: 200 });
      const random = createRandom(seed);
      const whole = applied(log);
      const merged = mergedOf(log);
      expect(merged.vector(), `seed ${seed}`).toEqual(Y.encodeStateVector(whole));
      for (const from of [0, random.integer(log.length + 1), random.integer(log.length + 1), log.length]) {
        const page = applied(log.slice(0, from));
        const known = readStateVector(Y.encodeStateVector(page));
        Y.applyUpdate(page, merged.since(known ?? NOTHING));
        expect([page.store.pendingStructs, page.store.pendingDs]).toEqual([null, null]);
        expect(readDocument(page), `seed ${seed} from row ${from}`).toEqual(readDocument(whole));
        expect(Y.encodeStateVector(page)).toEqual(Y.encodeStateVector(whole));
      }
    }
  });

  it('[CE15] answer from the middle of a word too, emoji included', () => {
    const author = writer(9);
    const rows = Array.from('été 🐝 ici').map((letter) =>
      typed(author, author.getText('title').length, letter),
    );
    const merged = mergedOf(rows);
    const whole = merged.since(NOTHING);
    expect(readDocument(applied([whole]))).toEqual(readDocument(author));
    // As few bytes as Yjs itself needs: what was typed at one go is one struct.
    expect(whole).toEqual(Y.encodeStateAsUpdate(author));
    for (let known = 1; known <= 10; known++) {
      const rest = merged.since(new Map([[9, known]]));
      expect(rest).toEqual(Y.diffUpdate(whole, Y.encodeStateVector(new Map([[9, known]]))));
    }
  });

  it('[CE4] take each id once: a row that leaves a hole, or comes twice, is a bug and no text', () => {
    const author = writer(9);
    const [first, second] = [typed(author, 0, 'a'), typed(author, 1, 'b')];
    expect(() => mergedOf([second])).toThrow('begins at 1');
    expect(() => mergedOf([first, second, second])).toThrow('goes on at 1 after 2');
  });
});

describe('a text that is read', () => {
  it('[CE13] follows the rows whether they were heard one by one, by hundreds, or by thousands', () => {
    const author = writer(9);
    const merged = new MergedUpdates();
    const lazy = new LazyDocument(merged);
    for (const count of [1, 300, 1_500]) {
      for (let i = 0; i < count; i++) {
        const row = typed(author, 0, String(i % 10));
        append(merged, row);
        lazy.heard(row);
      }
      expect(readDocument(lazy.doc())).toEqual(readDocument(author));
    }
    lazy.forget();
    expect(readDocument(lazy.doc())).toEqual(readDocument(author));
  });
});
