/**
 * One line to the server, from sign-in to sign-out: its code is loaded, it is dialled, and dialled again whenever it
 * breaks, falls silent or its code did not come.
 */
import { PROTOCOL, type PersonId } from '@butinerie/contracts';
import type { Socket } from 'socket.io-client';
import { createRedial, type Attempt } from './redial.ts';

/** Hung up or not let in: the session may be over, which is found out meanwhile, or the server was crowded. */
const TURNED_AWAY_WAIT = 5_000;
/** The server says something every twenty-five seconds at least; who slept longer than this has a line no more. */
const SILENCE = 35_000;

export interface LineEvents {
  readonly opened: () => void;
  readonly lost: () => void;
  /** The server hung up or did not let in. */
  readonly turnedAway: () => void;
  readonly news: (name: string, raw: unknown) => void;
}

export interface Line {
  /** Null while there is no connection. */
  readonly socket: Socket | null;
  /** An answer that was due by now did not come. */
  overdue(sentAt: number): void;
  close(): void;
}

async function load(person: PersonId): Promise<Socket> {
  const [{ io }, { wire }] = await Promise.all([
    import('socket.io-client'),
    import('@butinerie/contracts/wire'),
  ]);
  return io({
    parser: wire,
    // The cookie may be another person's by the time this connects.
    auth: { protocol: PROTOCOL, person },
    autoConnect: false,
    reconnection: false,
  });
}

export function openLine(person: PersonId, events: LineEvents): Line {
  let socket: Socket | null = null;
  let preparing: Promise<Socket> | null = null;
  let closed = false;
  let heardAt = 0;
  /** Found to work from here; what stands between page and server may refuse them. */
  let webSockets = false;

  const prepared = async (): Promise<Socket> => {
    const made = await load(person);
    const ended = (refused: boolean): void => {
      if (closed) return;
      events.lost();
      if (refused) events.turnedAway();
      redial.ended(refused ? TURNED_AWAY_WAIT : 0);
    };
    made.on('connect', () => {
      const { engine } = made.io;
      heardAt = Date.now();
      webSockets ||= engine.transport.name === 'websocket';
      engine.once('upgrade', () => (webSockets = true));
      redial.opened();
      events.opened();
    });
    made.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') ended(reason === 'io server disconnect');
    });
    // Inactive: by the server's word.
    made.on('connect_error', () => ended(!made.active));
    made.onAny(events.news);
    for (const sign of ['packet', 'ping'] as const) made.io.on(sign, () => (heardAt = Date.now()));
    return made;
  };

  const dial = async ({ careful }: Attempt): Promise<void> => {
    try {
      preparing ??= prepared();
      socket = await preparing;
    } catch {
      // Its files did not come: the next attempt asks for them again.
      preparing = null;
      redial.ended();
      return;
    }
    if (closed) return;
    // Polling first, then the upgrade, where nothing is known: a proxy that refuses WebSockets costs nothing then.
    socket.io.opts.transports = webSockets && !careful ? ['websocket', 'polling'] : ['polling', 'websocket'];
    socket.connect();
  };
  const redial = createRedial(
    (attempt) => void dial(attempt),
    () => socket?.disconnect(),
  );

  const hangUp = (): void => {
    socket?.disconnect();
    events.lost();
    redial.ended();
  };
  const woken = (): void => {
    if (document.visibilityState === 'hidden') return;
    if (socket?.connected === true && Date.now() - heardAt > SILENCE) hangUp();
    redial.nudge();
  };
  addEventListener('online', woken);
  addEventListener('pageshow', woken);
  document.addEventListener('visibilitychange', woken);

  return {
    get socket() {
      return socket?.connected === true ? socket : null;
    },
    overdue(sentAt) {
      // Not a word since: a line that the network forgot says nothing of it.
      if (socket?.connected === true && heardAt < sentAt) hangUp();
    },
    close() {
      closed = true;
      redial.stop();
      removeEventListener('online', woken);
      removeEventListener('pageshow', woken);
      document.removeEventListener('visibilitychange', woken);
      socket?.disconnect();
    },
  };
}
