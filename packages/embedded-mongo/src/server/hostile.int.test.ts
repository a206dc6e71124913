import { serialize } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frame, rawClient } from '../testing/raw.ts';
import { startTestServer } from '../testing/server.ts';
import type { TestServer } from '../testing/server.ts';

const ping = serialize({ ping: 1, $db: 'admin' });

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** A document nested so deep that reading it without a bound would exhaust the stack. */
function nested(levels: number): Buffer {
  let inner = Buffer.from([5, 0, 0, 0, 0]);
  for (let at = 0; at < levels; at++) {
    const head = Buffer.from([0, 0, 0, 0, 3, 0x61, 0]);
    head.writeInt32LE(inner.length + 8, 0);
    inner = Buffer.concat([head, inner, Buffer.from([0])]);
  }
  return inner;
}

/** A frame whose second section is a sequence of documents, as inserts send them. */
function sequence(change: (bytes: Buffer) => void): Buffer {
  const named = Buffer.concat([Buffer.from('documents\0'), Buffer.from(serialize({ _id: 1 }))]);
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeInt32LE(named.length + 4, 1);
  const body = frame(serialize({ insert: 'x', $db: 'test' }));
  return changed(Buffer.concat([body, head, named]), (bytes) => {
    bytes.writeInt32LE(bytes.length, 0);
    change(bytes.subarray(body.length));
  });
}

const BROKEN: [string, Buffer][] = [
  ['a negative length', changed(frame(ping), (bytes) => bytes.writeInt32LE(-1, 0))],
  ['a length below the header', changed(frame(ping), (bytes) => bytes.writeInt32LE(15, 0))],
  ['a length above the limit', changed(frame(ping), (bytes) => bytes.writeInt32LE(48_000_001, 0))],
  ['an unknown opcode', changed(frame(ping), (bytes) => bytes.writeInt32LE(9999, 12))],
  [
    'a compressed frame, which was not agreed on',
    changed(frame(ping), (bytes) => bytes.writeInt32LE(2012, 12)),
  ],
  ['a reply', changed(frame(ping), (bytes) => bytes.writeInt32LE(1, 12))],
  ['a sequence longer than its frame', sequence((bytes) => bytes.writeInt32LE(9999, 1))],
  ['a sequence of negative length', sequence((bytes) => bytes.writeInt32LE(-1, 1))],
  ['a sequence whose document is too long', sequence((bytes) => bytes.writeInt32LE(9999, 15))],
  ['a sequence whose name never ends', sequence((bytes) => bytes.fill(0x61, 5))],
  ['no body at all', changed(frame(ping).subarray(0, 21), (bytes) => bytes.writeInt32LE(21, 0))],
  ['unknown required flags', changed(frame(ping), (bytes) => bytes.writeInt32LE(8, 16))],
  ['an unknown section', changed(frame(ping), (bytes) => bytes.writeUInt8(7, 20))],
  ['a document longer than its frame', changed(frame(ping), (bytes) => bytes.writeInt32LE(5000, 21))],
  ['a document of negative length', changed(frame(ping), (bytes) => bytes.writeInt32LE(-5, 21))],
  [
    'two bodies',
    changed(Buffer.concat([frame(ping), Buffer.from([0]), ping]), (bytes) =>
      bytes.writeInt32LE(bytes.length, 0),
    ),
  ],
];

const UNREADABLE: [string, Buffer][] = [
  [
    'a string running past its document',
    changed(Buffer.from(serialize({ ping: 'x', $db: 'admin' })), (bytes) => bytes.writeInt32LE(4000, 10)),
  ],
  [
    'a string that is not UTF-8',
    changed(Buffer.from(serialize({ ping: 'xxxx', $db: 'admin' })), (bytes) => bytes.fill(0xff, 14, 18)),
  ],
  ['an unknown type', changed(Buffer.from(ping), (bytes) => bytes.writeUInt8(0x55, 4))],
  ['nesting beyond any use', nested(20_000)],
];

describe('hostile input', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await startTestServer();
  });
  afterAll(async () => {
    await test.close();
  });

  it.each(BROKEN)('closes the connection that sends %s, and no other', async (_name, bytes) => {
    const [hostile, other] = await Promise.all([rawClient(test.uri), rawClient(test.uri)]);
    expect(await hostile.send(bytes)).toBe('closed');
    expect(await other.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    other.socket.destroy();
  });

  it.each(UNREADABLE)('refuses %s and goes on', async (_name, bytes) => {
    const hostile = await rawClient(test.uri);
    expect(await hostile.send(frame(bytes))).toMatchObject({ ok: 0 });
    expect(await hostile.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    hostile.socket.destroy();
  });

  it('keeps nothing of a client that leaves in the middle of a frame', async () => {
    const insert = frame(serialize({ insert: 'halves', documents: [{ _id: 1 }], $db: 'test' }));
    for (const length of [1, 15, 21, insert.length - 1]) {
      const leaving = await rawClient(test.uri);
      const left = new Promise((resolve) => leaving.socket.once('close', resolve));
      leaving.socket.end(insert.subarray(0, length));
      await left;
    }
    expect(await test.rows('halves').countDocuments()).toBe(0);
  });

  it('bounds how deep a filter, an update, an expression and a pattern of brackets may go', async () => {
    const raw = await rawClient(test.uri);
    const deep = (levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown => {
      let made = core;
      for (let at = 0; at < levels; at++) made = wrap(made);
      return made;
    };
    await test.rows('deep').insertOne({ _id: 1, a: 1 });
    for (const command of [
      { find: 'deep', filter: deep(95, (inner) => ({ $and: [inner] }), { a: 1 }) },
      { find: 'deep', filter: { a: deep(190, (inner) => ({ $not: inner }), { $gt: 5 }) } },
      { find: 'deep', filter: { $expr: deep(95, (inner) => ({ $not: [inner] }), '$a') } },
      { find: 'deep', filter: { a: { $regex: `${'('.repeat(5000)}a${')'.repeat(5000)}` } } },
      { update: 'deep', updates: [{ q: {}, u: { $set: { [Array(190).fill('a').join('.')]: 1 } } }] },
    ])
      expect((await raw.command({ ...command, $db: 'test' }))['code']).not.toBe(1);
    expect(await test.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    raw.socket.destroy();
  });

  it('takes `__proto__`, `constructor` and numbers for the names of fields that they are', async () => {
    const raw = await rawClient(test.uri);
    const names = ['__proto__', 'constructor', 'prototype', 'toString', '0'];
    for (const [_id, name] of names.entries()) {
      const own = (value: unknown): Record<string, unknown> => Object.fromEntries([[name, value]]);
      for (const command of [
        { insert: 'names', documents: [{ _id, ...own(1) }] },
        { update: 'names', updates: [{ q: { _id }, u: { $set: { [`m.${name}.polluted`]: true } } }] },
        { update: 'names', updates: [{ q: { _id }, u: { $rename: { [name]: `n.${name}` } } }] },
        {
          aggregate: 'names',
          pipeline: [{ $group: { _id: `$n.${name}`, ...own({ $sum: 1 }) } }],
          cursor: {},
        },
      ])
        expect(await raw.command({ ...command, $db: 'test' })).toMatchObject({ ok: 1 });
      const reply = await raw.command({
        find: 'names',
        filter: { [`m.${name}.polluted`]: true, [`n.${name}`]: 1 },
        projection: { _id: 1 },
        $db: 'test',
      });
      expect(reply['cursor']).toMatchObject({ firstBatch: [{ _id }] });
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    raw.socket.destroy();
  });

  it('waits for the rest of a frame that comes byte by byte', async () => {
    const slow = await rawClient(test.uri);
    const bytes = frame(ping);
    for (const byte of bytes.subarray(0, -1)) slow.socket.write(Buffer.from([byte]));
    expect(await slow.send(bytes.subarray(-1))).toMatchObject({ ok: 1 });
    slow.socket.destroy();
  });

  it('survives arbitrary bytes after a sound header', async () => {
    for (let seed = 1; seed < 200; seed++) {
      const noise = Buffer.from(
        Array.from({ length: 64 }, (_, at) => (seed * 2_654_435_761 + at * 40_503 * seed) >>> 13),
      );
      const raw = await rawClient(test.uri);
      raw.socket.write(frame(noise));
      raw.socket.destroy();
    }
    expect(await test.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it.each([
    { find: 5 },
    { find: 'x', filter: 'no' },
    { insert: 'x', documents: 'no' },
    { insert: 'x', documents: [] },
    { insert: 'x', documents: [5] },
    { update: 'x', updates: [{}] },
    { delete: 'x', deletes: [{ q: {} }] },
    { aggregate: 'x', pipeline: [{}], cursor: {} },
    { createIndexes: 'x', indexes: [{}] },
    { find: 'x', filter: {}, lsid: { id: 'no' } },
    { find: 'x', sort: { a: 'no' } },
    { find: 'x', limit: -3 },
    { find: 'a\0b' },
    { find: 'x', projection: 5 },
    { find: 'x', filter: { a: { $in: 5 } } },
    { find: 'x', filter: { a: { $size: 'x' } } },
    { find: 'x', filter: { $or: {} } },
    { find: 'x', collation: 'fr' },
    { find: 'x', hint: 5 },
    { find: 'x', txnNumber: 1 },
    { getMore: 'no', collection: 'x' },
    { killCursors: 'x', cursors: ['no'] },
    { update: 'x', updates: [{ q: 5, u: {} }] },
    { update: 'x', updates: [{ q: {}, u: 5 }] },
    { update: 'x', updates: [{ q: {}, u: { $set: 5 } }] },
    { update: 'x', updates: [{ q: {}, u: { $set: { a: 1 } }, arrayFilters: 5 }] },
    { findAndModify: 'x', query: 5, remove: true },
    { aggregate: 'x', pipeline: 5, cursor: {} },
    { aggregate: 'x', pipeline: [{ $match: 5 }], cursor: {} },
    { aggregate: 'x', pipeline: [], cursor: 5 },
    { createIndexes: 'x', indexes: [{ key: { a: 'x' }, name: 'n' }] },
    { create: 5 },
    { distinct: 'x', key: 5 },
    { count: 'x', query: 5 },
    { commitTransaction: 1 },
    {},
  ])('refuses %j with a reason', async (command) => {
    const raw = await rawClient(test.uri);
    const reply = await raw.command({ ...command, $db: 'test' });
    expect(reply['ok'] === 0 || Array.isArray(reply['writeErrors'])).toBe(true);
    expect(reply['code']).not.toBe(1);
    raw.socket.destroy();
  });
});
