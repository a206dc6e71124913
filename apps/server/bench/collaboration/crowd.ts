/** Everybody who only listens, in a process of their own: their reading weighs neither on the server nor on the probe. */
import { openLine, type Line } from './line.ts';
import { answer } from './servers/usage.ts';
import type { Seat } from './speech.ts';

export type Order =
  | { readonly do: 'open'; readonly seats: readonly Seat[]; readonly vector: string; readonly atOnce: number }
  | { readonly do: 'close' }
  | { readonly do: 'stall' }
  | { readonly do: 'count' };

let lines: Line[] = [];
const done = (value: unknown = null): void => void process.send?.({ kind: 'done', value });

async function open(seats: readonly Seat[], vector: Uint8Array, atOnce: number): Promise<void> {
  const waiting = [...seats];
  const arrive = async (): Promise<void> => {
    for (let seat = waiting.shift(); seat !== undefined; seat = waiting.shift())
      lines.push(await openLine(seat, vector));
  };
  await Promise.all(Array.from({ length: atOnce }, arrive));
  done();
}

process.on('message', (order: Order | string) => {
  if (typeof order === 'string') return;
  if (order.do === 'open') void open(order.seats, Buffer.from(order.vector, 'base64'), order.atOnce);
  else if (order.do === 'count') {
    const frames = lines.reduce((sum, line) => sum + line.frames(), 0);
    done({ frames, bytes: lines.reduce((sum, line) => sum + line.bytes(), 0) });
  } else {
    for (const line of lines) {
      if (order.do === 'close') line.close();
      else line.stall();
    }
    if (order.do === 'close') lines = [];
    done();
  }
});
answer({ url: '' });
