import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { newDocument, readDocument, titleOf } from '../document/index.ts';
import { createOutbox } from './outbox.ts';

const KILOBYTE = 1_024;

it('[CE19] a long paste goes in pieces, few at a time, each acknowledged one letting the next go', () => {
  const outbox = createOutbox();
  const doc = newDocument();
  doc.on('update', (bytes: Uint8Array) => outbox.push(bytes));
  titleOf(doc).insert(0, 'abeille'.repeat(30 * KILOBYTE));

  const there = newDocument();
  const taken: number[] = [];
  let onTheWay = [...outbox.take()];
  for (let parcel = onTheWay.shift(); parcel !== undefined; parcel = onTheWay.shift()) {
    const bytes = [parcel, ...onTheWay].reduce((sum, each) => sum + each.bytes.length, 0);
    taken.push(bytes);
    expect(outbox.take(), 'nothing more before an answer').toEqual([]);
    Y.applyUpdate(there, parcel.bytes);
    outbox.acknowledge(parcel);
    onTheWay = [...onTheWay, ...outbox.take()];
  }
  expect(Math.max(...taken)).toBeLessThanOrEqual(64 * KILOBYTE);
  expect(taken.length).toBeGreaterThan(5);
  expect([outbox.unsent, readDocument(there).title]).toEqual([0, readDocument(doc).title]);
});

it('[CE19] a piece that an earlier page left longer than that goes alone', () => {
  const outbox = createOutbox();
  const long = new Uint8Array(200 * KILOBYTE);
  const short = new Uint8Array(10);
  outbox.restore([short, long, short]);
  const sizes: number[][] = [];
  for (let parcels = outbox.take(); parcels.length > 0; parcels = outbox.take()) {
    sizes.push(parcels.map(({ bytes }) => bytes.length));
    for (const parcel of parcels) outbox.acknowledge(parcel);
  }
  expect(sizes).toEqual([[10], [200 * KILOBYTE], [10]]);
});
