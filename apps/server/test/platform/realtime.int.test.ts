import { wire } from '@butinerie/contracts/wire';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { openWakeUps } from '../../src/platform/servers/wake-ups.ts';
import { createHub } from '../support/memory-line.ts';
import { cookieOf, heard, startExample, type Example } from './example.ts';

let example: Example;
const open: Socket[] = [];
beforeAll(async () => {
  example = await startExample();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => example.stop());

type Transport = 'websocket' | 'polling';
interface Problem {
  readonly code: string;
  readonly instance?: string;
}
interface Acknowledged {
  readonly ok: boolean;
  readonly value?: { length: number; sound: Uint8Array };
  readonly problem?: Problem;
}

function socketTo(
  transport: Transport,
  headers: Record<string, string>,
  more: Partial<ManagerOptions & SocketOptions> = {},
): Socket {
  const socket = io(example.url, {
    transports: [transport],
    parser: wire,
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
    ...more,
  });
  open.push(socket);
  return socket;
}
async function connected(
  transport: Transport,
  name = 'ada',
  more: Partial<ManagerOptions> = {},
): Promise<Socket> {
  const socket = socketTo(transport, { cookie: cookieOf(name) }, more);
  await once(socket, 'connect');
  return socket;
}
function refused(
  transport: Transport,
  headers: Record<string, string>,
  more: Partial<ManagerOptions & SocketOptions> = {},
): Promise<Error & { data?: Problem }> {
  const socket = socketTo(transport, headers, more);
  return new Promise((resolve, reject) => {
    socket.on('connect_error', resolve).on('connect', () => reject(new Error('it was let in')));
  });
}
const once = (socket: Socket, name: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    socket.once(name, resolve);
    if (name === 'connect') socket.once('connect_error', reject);
  });
const shout = async (socket: Socket, payload: unknown): Promise<Acknowledged> =>
  (await socket.timeout(10_000).emitWithAck('room:shout', payload)) as Acknowledged;
const sound = (length: number): Uint8Array => new Uint8Array(length).fill(7);

describe.each<Transport>(['websocket', 'polling'])('over %s', (transport) => {
  test('a message is answered with a value, bytes both ways', async () => {
    const socket = await connected(transport);
    const { ok, value } = await shout(socket, { room: 'hall', sound: Uint8Array.of(1, 2, 255) });
    expect({ ok, length: value?.length, sound: [...new Uint8Array(value?.sound ?? [])] }).toEqual({
      ok: true,
      length: 3,
      sound: [1, 2, 255],
    });
  });

  test('the room hears the news, and nobody who is not in it', async () => {
    const [ada, root, other] = await Promise.all([
      connected(transport),
      connected(transport, 'root'),
      connected(transport, 'root'),
    ]);
    await shout(root, { room: 'garden', sound: sound(1) });
    await shout(other, { room: 'cellar', sound: sound(1) });
    const heard: [string, unknown][] = [];
    for (const [name, socket] of Object.entries({ ada, root, other }))
      socket.on('room:heard', (payload: unknown) => heard.push([name, payload]));
    const told = once(root, 'room:heard');
    await shout(ada, { room: 'garden', sound: sound(5) });
    await told;
    // Answered after the news was sent to whoever was going to hear it.
    await Promise.all([ada, other].map((socket) => shout(socket, { room: 'attic', sound: sound(1) })));
    expect(heard.filter(([, payload]) => (payload as { length: number }).length === 5)).toEqual([
      ['root', { from: 'ada', length: 5 }],
    ]);
  });

  test('refusals and bugs come as problems, and the connection lives on', async () => {
    const socket = await connected(transport);
    const codes = [];
    for (const payload of [
      { room: 'full', sound: sound(1) },
      { room: 'broken', sound: sound(1) },
      { room: 'hall', sound: 'not bytes' },
      { room: 'hall', sound: sound(1), loud: true },
      'garbage',
      null,
    ])
      codes.push((await shout(socket, payload)).problem?.code);
    expect(codes).toEqual([
      'id-taken',
      'unexpected',
      'invalid-input',
      'unknown-field',
      'invalid-input',
      'invalid-input',
    ]);
    expect((await shout(socket, { room: 'hall', sound: sound(1) })).ok).toBe(true);
  });

  test('[CE51] a page that was shown to somebody else is not let in as whoever signed in since', async () => {
    const page = (person: string): Promise<Error & { data?: Problem }> =>
      refused(transport, { cookie: cookieOf('ada') }, { auth: { person } });
    expect((await page('p_root')).data?.code).toBe('not-signed-in');
    await expect(page('p_ada')).rejects.toThrow('it was let in');
  });

  test('a message too large is refused with its size, and the connection lives on', async () => {
    const socket = await connected(transport);
    const { problem } = await shout(socket, { room: 'hall', sound: sound(300 * 1024) });
    expect(problem).toMatchObject({ code: 'too-large', limit: 257 * 1024, status: 413 });
    expect((await shout(socket, { room: 'hall', sound: sound(256 * 1024) })).ok).toBe(true);
  });

  test('what is larger than any frame may be ends its connection, not the server', async () => {
    const socket = await connected(transport);
    const ended = once(socket, 'disconnect');
    socket.emit('room:shout', { room: 'hall', sound: sound(3 * 1024 * 1024) }, () => {});
    await ended;
    const again = await connected(transport);
    expect((await shout(again, { room: 'hall', sound: sound(1) })).ok).toBe(true);
  });

  test('nobody connects without a living session', async () => {
    const { data } = await refused(transport, { cookie: cookieOf('stranger') });
    expect(data).toMatchObject({ code: 'not-signed-in', status: 401 });
  });

  test('a look-up of the session that breaks lets nobody in', async () => {
    const { data } = await refused(transport, { cookie: cookieOf('broken') });
    expect(data).toMatchObject({ code: 'unexpected' });
  });

  test('a page of another site is not let in, whoever is signed in there', async () => {
    const headers = { cookie: cookieOf('ada'), origin: 'http://evil.test' };
    const error = await refused(transport, headers);
    expect(error.message).toMatch(transport === 'polling' ? /xhr poll error/ : /websocket error/);
  });

  test('an unknown message is answered; one that asks for no answer changes nothing', async () => {
    const socket = await connected(transport);
    const { problem } = (await socket.timeout(5_000).emitWithAck('no:such', {})) as Acknowledged;
    expect(problem?.code).toBe('not-found');
    socket.emit('room:shout', { room: 'silent', sound: sound(1) });
    await shout(socket, { room: 'hall', sound: sound(1) });
    expect(example.realtime.io.sockets.adapter.rooms.has('silent')).toBe(false);
  });

  test('[CE48] one that may go unanswered is heard from who asks for no answer, and answered where one is asked', async () => {
    const socket = await connected(transport);
    const seen: unknown[] = [];
    socket.on('room:heard', ({ from }: { from: string }) => seen.push(from));
    socket.emit('room:nod', { from: 'x'.repeat(21) });
    socket.emit('room:nod');
    socket.emit('room:nod', { from: 'ada' });
    expect(await socket.timeout(5_000).emitWithAck('room:nod', { from: 'eve' })).toMatchObject({ ok: true });
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual(['ada', 'eve']);
  });

  test.each(['\ud800', 'x'.repeat(10_000), `${'x'.repeat(99)}😀`, '%', ''])(
    'whatever a message is called, it is answered and the server goes on',
    async (name) => {
      const socket = await connected(transport);
      const { problem } = (await socket.timeout(5_000).emitWithAck(name, {})) as Acknowledged;
      expect(problem?.code).toBe('not-found');
      expect(problem?.instance).toMatch(/^\/messages\/[\w%.!~*'()-]{0,1000}$/);
      expect((await shout(socket, { room: 'hall', sound: sound(1) })).ok).toBe(true);
    },
  );

  test('a loop gone wild is slowed down', async () => {
    const socket = await connected(transport);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => shout(socket, { room: 'hall', sound: sound(1) })),
    );
    expect(answers.filter(({ problem }) => problem?.code === 'too-many-requests')).toHaveLength(10);
  });

  test('signing out closes every connection of that session, and of no other', async () => {
    example.sessions.add('eve');
    const [first, second, other] = await Promise.all([
      connected(transport, 'eve'),
      connected(transport, 'eve'),
      connected(transport, 'ada'),
    ]);
    const ended = Promise.all([once(first, 'disconnect'), once(second, 'disconnect')]);
    example.realtime.dropSession('s_eve');
    expect(await ended).toEqual(['io server disconnect', 'io server disconnect']);
    expect(other.connected).toBe(true);
  });

  test('somebody whose roles changed comes back by herself', async () => {
    const socket = await connected(transport, 'root', { reconnection: true, reconnectionDelay: 10 });
    const before = socket.id;
    const back = new Promise((resolve) => socket.io.once('reconnect', resolve));
    example.realtime.reconnectPerson('p_root');
    await back;
    if (!socket.connected) await once(socket, 'connect');
    expect(socket.id).not.toBe(before);
  });
});

test('a session that ended by itself does not outlive the next look at it', async () => {
  const watchful = await startExample({ lookAgainMs: 20 });
  try {
    const socket = io(watchful.url, { extraHeaders: { cookie: cookieOf('ada') }, forceNew: true });
    open.push(socket);
    await once(socket, 'connect');
    const ended = once(socket, 'disconnect');
    watchful.sessions.delete('ada');
    expect(await ended).toBe('io server disconnect');
  } finally {
    await watchful.stop();
  }
});

test('[SS1] pages of another server hear what news say, and nothing else that their teller held', async () => {
  const hub = createHub();
  const here = await openWakeUps(hub.line(), createLog('silent'));
  const there = await openWakeUps(hub.line(), createLog('silent'));
  await expect.poll(() => here.others().size).toBe(1);
  const servers = [await startExample({ wakeUps: here }), await startExample({ wakeUps: there })] as const;
  try {
    const socket = io(servers[1].url, { parser: wire, extraHeaders: { cookie: cookieOf('ada') } });
    open.push(socket);
    await once(socket, 'connect');
    const told = once(socket, heard.name);
    const held = { from: 'ada', length: 3, mail: 'ada@agents.example.org' };
    servers[0].realtime.announce(heard, held, 'everybody');
    expect(await told).toEqual({ from: 'ada', length: 3 });
  } finally {
    for (const server of servers) await server.stop();
    await Promise.all([here.stop(), there.stop()]);
  }
});

test('starting on long-polling, a connection moves on to a WebSocket', async () => {
  const socket = await connected('polling', 'ada', { transports: ['polling', 'websocket'] });
  if (socket.io.engine.transport.name !== 'websocket')
    await new Promise((resolve) => socket.io.engine.once('upgrade', resolve));
  expect((await shout(socket, { room: 'hall', sound: sound(1) })).ok).toBe(true);
});
