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
  for (const step of steps) {
    try {
      await step.stop();
    } catch (error) {
      log.error({ err: error, step: step.name }, 'could not stop cleanly');
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

/** Ctrl-C in a terminal reaches the server once from the terminal and once more from npm: that is one wish. */
const SAME_WISH = 1_000;

/** Stops on the first signal, with exit code 0; a second one, later, does not wait. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let since: number | undefined;
  const heard = (): void => {
    if (since === undefined) {
      since = performance.now();
      void stop().then(() => process.exit(0));
    } else if (performance.now() - since > SAME_WISH) process.exit(130);
  };
  process.on('SIGTERM', heard);
  process.on('SIGINT', heard);
}
