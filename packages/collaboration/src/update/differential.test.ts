import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newDocument } from '../document/index.ts';
import { createHand, editOnce } from '../testing/honest-edits.ts';
import { createRandom } from '../testing/random.ts';
import { decodeUpdate } from './decode-update.ts';
import { encodeUpdate } from './encode-update.ts';
import type { DecodedUpdate, StructId } from './struct.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
const LIMITS = { bytes: 1e6, structs: 20_000, ranges: 20_000 };

/** Updates as people make them, small and whole. */
const honestUpdates = (seed: number): readonly Uint8Array[] => {
  const random = createRandom(seed);
  const doc = newDocument();
  doc.clientID = 1 + random.integer(4_000_000_000);
  const updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  const hand = createHand(doc);
  for (let i = 0; i < 80; i++) editOnce(hand, random);
  return [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)];
};

const id = (of: StructId | Y.ID | null): string => (of === null ? '' : `${of.client}:${of.clock}`);

const asWeRead = ({ sections, deletes }: DecodedUpdate): unknown => ({
  structs: sections.flatMap(({ structs }) =>
    structs.map((struct) => [id(struct), struct.length, id(struct.origin), id(struct.right)].join(' ')),
  ),
  deletes: deletes.map(({ client, clock, length }) => `${client}:${clock} ${length}`),
});

const asYjsReads = (bytes: Uint8Array): unknown => {
  const { structs, ds } = Y.decodeUpdate(bytes);
  return {
    structs: structs.map((struct) => {
      const item = struct instanceof Y.Item ? struct : null;
      return [id(struct.id), struct.length, id(item?.origin ?? null), id(item?.rightOrigin ?? null)].join(
        ' ',
      );
    }),
    deletes: [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => `${client}:${clock} ${len}`),
    ),
  };
};

describe('two readers of the same bytes', () => {
  it('[T16] [CE1] agree on every buffer that is accepted, flipped bytes included, and write it back as it was', () => {
    const random = createRandom(SEED);
    let [accepted, refused] = [0, 0];
    for (let i = 0; i < 3; i++) {
      for (const honest of honestUpdates(SEED + i)) {
        const broken = Array.from({ length: 8 }, () => {
          const bytes = honest.slice();
          bytes[random.integer(bytes.length)] = random.integer(256);
          return bytes;
        });
        for (const bytes of [honest, ...broken]) {
          const decoded = decodeUpdate(bytes, LIMITS);
          if (!decoded.ok) {
            refused++;
            continue;
          }
          accepted++;
          expect(asWeRead(decoded.value), `seed ${SEED}`).toEqual(asYjsReads(bytes));
          expect(encodeUpdate(decoded.value)).toEqual(bytes);
        }
      }
    }
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  }, 60_000);

  it('[T16] [CE1] never take an update of version 2 for one of version 1', () => {
    for (const bytes of honestUpdates(SEED)) {
      expect(decodeUpdate(Y.convertUpdateFormatV1ToV2(bytes), LIMITS).ok, `seed ${SEED}`).toBe(false);
    }
  });
});
