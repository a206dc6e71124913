/** The peers, each with and without the guard, on a port of their own: `{ port, close }`. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** People and their ids, as a server would have leased them. */
const OWNERS = new Map([
  [100, 'author'],
  [50, 'colleague'],
]);
const ownerOf = (id) => OWNERS.get(id);

// One is a module and the other is not: each would bring a Yjs of its own, so only the one asked for is imported.
const hocuspocus = async (guarded) => {
  const { Server } = await import('@hocuspocus/server');
  const { guardedHocuspocus } = await import('./guarded-hocuspocus.mjs');
  const server = new Server({
    quiet: true,
    port: 0,
    address: '127.0.0.1',
    stopOnSignals: false,
    yDocOptions: { gc: false, gcFilter: () => true },
    onAuthenticate: async ({ token }) => ({ person: token }),
    extensions: guarded ? [guardedHocuspocus({ ownerOf: (_document, id) => ownerOf(id) })] : [],
  });
  await server.listen();
  return { port: server.address.port, close: () => server.destroy() };
};

const yWebsocket = async (guarded) => {
  const { setupWSConnection } = await import('y-websocket/bin/utils');
  const { setupGuardedConnection } = await import('./guarded-y-websocket.mjs');
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (conn, request) => {
    const [, docName, person] = new URL(request.url ?? '', 'http://localhost').pathname.split('/');
    if (guarded) setupGuardedConnection(conn, request, { docName, person, ownerOf });
    else setupWSConnection(conn, request, { docName, gc: false });
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    port: http.address().port,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
};

export const PEERS = { hocuspocus, 'y-websocket': yWebsocket };
