/**
 * Stopping without losing anything: no new work, then the work under way, then what it stands on. The order of the steps
 * is the composition root's; here they are run one after the other, and one that fails does not keep the next from it.
 */
import type { Server as HttpServer } from 'node:http';
import type { Server as SocketServer } from 'socket.io';
import type { Log } from './log.ts';

export interface Step {
  readonly name: string;
  stop(): Promise<void> | void;
}

export async function stopInOrder(steps: readonly Step[], log: Log): Promise<void> {
  for (const { name, stop } of steps) {
    try {
      await stop();
    } catch (error) {
      log.error({ err: error, step: name }, 'could not stop cleanly');
    }
  }
}

/** How long requests under way may take to be answered. */
const LAST_ANSWERS = 2_000;

/**
 * Closes the port and tells the sockets. What keeps a connection open for its own sake (an idle browser, an upgraded
 * socket) is cut, since waiting for it would take until the other side gives up.
 */
export async function closeWeb(http: HttpServer, io: SocketServer): Promise<void> {
  const cut = setTimeout(() => http.closeAllConnections(), LAST_ANSWERS);
  // Closes the HTTP server that it is attached to as well, and waits for it.
  await io.close();
  clearTimeout(cut);
}

/** Stops on the first signal, with exit code 0; a second one does not wait. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const heard = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', heard);
  process.on('SIGINT', heard);
}
