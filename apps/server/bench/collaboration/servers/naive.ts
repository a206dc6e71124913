/** A relay as one writes it in an afternoon: Socket.IO's defaults, a Yjs document for each room, nothing verified. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server as SocketServer } from 'socket.io';
import type * as Yjs from 'yjs';
import { peer } from './peers.ts';
import { answer } from './usage.ts';

const { Server } = peer<{ Server: typeof SocketServer }>('socket.io');
const Y = peer<typeof Yjs>('yjs');

const rooms = new Map<string, Yjs.Doc>();
function roomOf(name: string): Yjs.Doc {
  const known = rooms.get(name);
  if (known !== undefined) return known;
  const doc = new Y.Doc();
  if (name.startsWith('/')) Y.applyUpdate(doc, readFileSync(name.split('#')[0] ?? ''));
  rooms.set(name, doc);
  return doc;
}

const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => {
  let name = '';
  socket.on('join', (room: string, vector: Uint8Array, done: (update: Uint8Array) => void) => {
    name = room;
    void socket.join(room);
    done(Y.encodeStateAsUpdate(roomOf(room), vector.length === 0 ? undefined : new Uint8Array(vector)));
  });
  socket.on('u', (update: Uint8Array) => {
    Y.applyUpdate(roomOf(name), new Uint8Array(update));
    socket.to(name).emit('u', update);
  });
  socket.on('a', (caret: Uint8Array) => socket.to(name).emit('a', caret));
  socket.on('disconnect', () => {
    if (!io.sockets.adapter.rooms.has(name)) rooms.delete(name);
  });
});
http.listen(0, '127.0.0.1', () => answer({ url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}` }));
