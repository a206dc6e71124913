/**
 * The client as Vite serves it while somebody works on it: same port, same cookies, same sockets as in production.
 * Never loaded otherwise.
 */
import type { RequestHandler } from 'express';
import type { Server } from 'node:http';

export interface DevelopmentPages {
  readonly pages: RequestHandler;
  /** Gives hot reload its WebSocket on the server's own port. */
  stop(): Promise<void>;
}

/** `http` is the server whose upgrades hot reload listens to; stop the pages before it, or it waits for them. */
export async function developmentPages(clientRoot: string, http: Server): Promise<DevelopmentPages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: clientRoot,
    // The default loader writes a file beside the configuration, which the watcher of the server takes for a change.
    configLoader: 'runner',
    server: { middlewareMode: true, hmr: { server: http } },
  });
  return { pages: vite.middlewares, stop: () => vite.close() };
}
