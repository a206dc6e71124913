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

const BROKEN: [string, Buffer][] = [
  ['a negative length', changed(frame(ping), (bytes) => bytes.writeInt32LE(-1, 0))],
  ['a length below the header', changed(frame(ping), (bytes) => bytes.writeInt32LE(15, 0))],
  ['a length above the limit', changed(frame(ping), (bytes) => bytes.writeInt32LE(48_000_001, 0))],
  ['an unknown opcode', changed(frame(ping), (bytes) => bytes.writeInt32LE(9999, 12))],
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
    {},
  ])('refuses %j with a reason', async (command) => {
    const raw = await rawClient(test.uri);
    const reply = await raw.command({ ...command, $db: 'test' });
    expect(reply['ok'] === 0 || Array.isArray(reply['writeErrors'])).toBe(true);
    expect(reply['code']).not.toBe(1);
    raw.socket.destroy();
  });
});
