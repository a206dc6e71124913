import { mintId } from '@butinerie/contracts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog } from '../platform/log.ts';
import type { Connection } from '../platform/realtime.ts';
import { createPace } from './pace.ts';
import { Relay, type Hall } from './relay.ts';

const idea = mintId('idea');
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A listener who reads only when told to, and whose line holds a few frames. */
function listener(id: string, { room = 1_000 } = {}) {
  const heard: string[] = [];
  const waiting: string[] = [];
  let reading = true;
  const connection = {
    id,
    show(frame: { packet: string }) {
      if (waiting.length >= room) return false;
      (reading ? heard : waiting).push(frame.packet);
      return true;
    },
    hasCaughtUp: () => waiting.length === 0,
  };
  return {
    id,
    heard,
    waiting,
    connection: connection as unknown as Connection,
    stall: () => (reading = false),
    read: () => {
      reading = true;
      heard.push(...waiting.splice(0));
    },
  };
}

function scene(...listeners: readonly ReturnType<typeof listener>[]) {
  const log: string[] = [];
  const frames: string[] = [];
  const hall: Hall = {
    idea,
    listeners,
    listener: (id) => listeners.find((one) => one.id === id)?.connection,
    since: async (seq) => ({ update: Buffer.from(log.slice(seq).join('')), seq: log.length }),
    caughtUp: ({ id }) => void listeners.find((one) => one.id === id)?.heard.push('all who are there'),
  };
  const relay = new Relay(hall, {
    pace: createPace(),
    log: createLog('silent'),
    frame({ seq, rows, updates }) {
      const words = updates.map((bytes) => Buffer.from(bytes).toString()).join('+');
      const packet = `${seq - rows + 1}-${seq}:${words}`;
      frames.push(packet);
      return { packet, message: Buffer.from(packet) };
    },
  });
  const row = (word: string, from?: string): void => {
    log.push(word);
    relay.row({ bytes: Buffer.from(word), seq: log.length, ...(from === undefined ? {} : { from }) });
  };
  return { relay, frames, row };
}

describe('showing rows', () => {
  test('what became durable together goes out in one frame, made once for everybody', async () => {
    const [a, b] = [listener('a'), listener('b')];
    const { row, frames } = scene(a, b);
    row('x');
    row('y');
    await vi.advanceTimersByTimeAsync(1);
    expect([a.heard, b.heard, frames.length]).toEqual([['1-2:x+y'], ['1-2:x+y'], 1]);
  });

  test('a connection does not hear what it alone said, and hears it among what others said', async () => {
    const [a, b] = [listener('a'), listener('b')];
    const { row } = scene(a, b);
    row('x', 'a');
    await vi.advanceTimersByTimeAsync(1);
    expect([a.heard, b.heard]).toEqual([[], ['1-1:x']]);
    row('y', 'a');
    row('z', 'b');
    await vi.advanceTimersByTimeAsync(1);
    expect(a.heard).toEqual(['2-3:y+z']);
  });

  test('what is much for many is gathered for a moment', async () => {
    const all = Array.from({ length: 300 }, (_, n) => listener(`c${n}`));
    const { row, frames } = scene(...all);
    for (let n = 0; n < 200; n++) {
      row('x');
      await vi.advanceTimersByTimeAsync(5);
    }
    // One second of 200 rows: a quarter of it frame by frame, then about thirty frames a second.
    expect(frames.length).toBeLessThan(90);
    expect(all[0]?.heard).toEqual(frames);
    const rows = frames.map((frame) => frame.split('+').length).reduce((sum, count) => sum + count, 0);
    await vi.advanceTimersByTimeAsync(50);
    expect(rows).toBeGreaterThan(190);
  });
});

describe('a listener who does not read', () => {
  test('gets no more than fits, and one difference of all the rest when she reads again', async () => {
    const [a, slow] = [listener('a'), listener('slow', { room: 2 })];
    const { row } = scene(a, slow);
    slow.stall();
    for (const word of 'abcdefgh') {
      row(word);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(slow.waiting).toEqual(['1-1:a', '2-2:b']);
    slow.read();
    await vi.advanceTimersByTimeAsync(200);
    expect(slow.heard).toEqual(['1-1:a', '2-2:b', '3-8:cdefgh', 'all who are there']);
    row('i');
    await vi.advanceTimersByTimeAsync(1);
    expect(slow.heard.at(-1)).toBe('9-9:i');
    expect(a.heard).toHaveLength(9);
  });

  test('who missed only carets is shown all of them, and no row twice', async () => {
    const slow = listener('slow', { room: 1 });
    const { relay, row } = scene(slow);
    slow.stall();
    const carets = { packet: 'carets', message: Buffer.alloc(0) };
    relay.show(carets);
    relay.show(carets);
    slow.read();
    await vi.advanceTimersByTimeAsync(200);
    expect(slow.heard).toEqual(['carets', 'all who are there']);
    row('a');
    await vi.advanceTimersByTimeAsync(1);
    expect(slow.heard.at(-1)).toBe('1-1:a');
  });
});
