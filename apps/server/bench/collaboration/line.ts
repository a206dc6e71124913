/** One client's line to a server under test. */
import { peer } from './servers/peers.ts';
import { SPEECHES, type Joined, type Seat } from './speech.ts';

interface Socket {
  send(data: string | Uint8Array): void;
  on(name: 'open' | 'close', hear: () => void): void;
  on(name: 'error', hear: (error: Error) => void): void;
  on(name: 'message', hear: (data: Buffer, binary: boolean) => void): void;
  pause(): void;
  terminate(): void;
}
const { WebSocket } = peer<{ WebSocket: new (url: string, options: object) => Socket }>('ws');

export interface Line {
  readonly joined: Joined;
  readonly frames: () => number;
  readonly bytes: () => number;
  update(bytes: Uint8Array): void;
  caret(bytes: Uint8Array): void;
  /** Stops reading. */
  stall(): void;
  close(): void;
}
export interface Heard {
  /** Without it what comes is counted and dropped, as a crowd does. */
  readonly updates?: (updates: readonly Uint8Array[]) => void;
  readonly acknowledged?: () => void;
}

const PATIENCE = 60_000;

export function openLine(seat: Seat, vector: Uint8Array, heard: Heard = {}): Promise<Line> {
  const speech = SPEECHES[seat.kind]();
  const options = { headers: { cookie: seat.cookie }, perMessageDeflate: false };
  const socket = new WebSocket(`${seat.url.replace(/^http/, 'ws')}${speech.path}`, options);
  let frames = 0;
  let bytes = 0;
  let isIn = false;
  const say = (...words: readonly (string | Uint8Array)[]): void => {
    for (const word of words) socket.send(word);
  };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${seat.kind}: no answer to a join`)), PATIENCE);
    socket.on('error', reject);
    socket.on('open', () => say(...speech.open(seat, vector)));
    socket.on('message', (data, binary) => {
      frames += 1;
      bytes += data.length;
      const dropped = isIn && heard.updates === undefined && heard.acknowledged === undefined;
      // A crowd still answers when it is asked whether it is there.
      if (dropped && (binary || data.length > 1)) return;
      speech.hear(data, binary, seat, {
        say,
        updates: (updates) => heard.updates?.(updates),
        acknowledged: () => heard.acknowledged?.(),
        joined(joined) {
          if (isIn) return;
          isIn = true;
          clearTimeout(late);
          resolve({
            joined,
            frames: () => frames,
            bytes: () => bytes,
            update: (update) => say(...speech.update(seat, update)),
            caret: (caret) => say(...speech.caret(seat, caret)),
            stall: () => socket.pause(),
            close: () => socket.terminate(),
          });
        },
      });
    });
  });
}
