/**
 * The least a relay can do: a WebSocket message to everybody else who named the same room. No Yjs, nothing kept. With a
 * database each message is first a row of the product's own log, gathered as the product gathers them: what no server
 * that promises durable words can be spared, whatever else it does.
 */
import { readFileSync } from 'node:fs';
import { durably } from './durably.ts';
import { peer } from './peers.ts';
import { answer } from './usage.ts';

interface Line {
  send(data: Uint8Array): void;
  on(name: 'message', hear: (data: Buffer) => void): void;
  on(name: 'close', hear: () => void): void;
}
interface Ws {
  readonly WebSocketServer: new (
    options: object,
    ready: () => void,
  ) => {
    on(name: 'connection', hear: (line: Line) => void): void;
    address(): { readonly port: number };
  };
}
const { WebSocketServer } = peer<Ws>('ws');

const uri = process.env['LOG_URI'];
const append = uri === undefined ? null : await durably(uri);
const rooms = new Map<string, Set<Line>>();
const files = new Map<string, Buffer>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () =>
  answer({ url: `ws://127.0.0.1:${server.address().port}` }),
);
server.on('connection', (line) => {
  let room: Set<Line> | undefined;
  let doc = '';
  line.on('message', (data) => {
    if (room === undefined) {
      // The first message is the room's name, and whether the text is wanted.
      const [name = '', wants] = data.toString().split('\n');
      doc = name;
      room = rooms.get(name) ?? new Set();
      rooms.set(name, room.add(line));
      const file = name.split('#')[0] ?? '';
      if (wants === 'all' && name.startsWith('/') && !files.has(file)) files.set(file, readFileSync(file));
      line.send((wants === 'all' ? files.get(file) : undefined) ?? Buffer.of(0, 0));
      return;
    }
    const others = room;
    const relay = (): void => {
      for (const other of others) if (other !== line) other.send(data);
    };
    if (append === null) relay();
    else void append(doc, data).then(relay);
  });
  line.on('close', () => room?.delete(line));
});
