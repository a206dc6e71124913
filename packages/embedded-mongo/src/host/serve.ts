/**
 * Answers for one open database in the thread it is called from: disk, services, socket, and the way to shut them.
 */
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import { SET_NAME } from '../commands/server.ts';
import { Connection } from '../server/connection.ts';
import type { Services } from '../server/context.ts';
import { Cursors } from '../server/cursors.ts';
import { FailPoints } from '../server/fail-points.ts';
import { Sessions } from '../server/sessions.ts';
import { Snapshots } from '../server/snapshots.ts';
import { sweepExpired } from '../server/ttl.ts';
import { Catalog } from '../store/catalog.ts';
import { Disk } from '../store/disk.ts';
import { Engine } from '../store/engine.ts';
import { forgetSocket, listen, socketPath } from './socket.ts';

export interface ServeOptions {
  /** `full`: acknowledged means on disk, power loss included. `none`: survives a killed process only. */
  sync?: 'full' | 'none';
  /** Fail points, for tests of what happens when something goes wrong. */
  testCommands?: boolean;
  /** How often expired documents, sessions, transactions and cursors are looked for. */
  sweepEveryMs?: number;
  now?: () => Date;
}

export interface Served {
  uri: string;
  /** Commits made durable since the start; nothing is acknowledged between a write and the next of them. */
  syncs: () => number;
  stop: () => Promise<void>;
}

function accept(services: Services, sockets: Set<Socket>): Server {
  let connections = 0;
  return createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    new Connection(socket, services, ++connections);
  });
}

function sweeping(services: Services, everyMs: number): () => Promise<void> {
  let current: Promise<void> = Promise.resolve();
  let idle = true;
  const sweep = async (): Promise<void> => {
    services.cursors.sweep();
    services.snapshots.sweep();
    await services.sessions.sweep();
    await sweepExpired(services, services.now());
  };
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    // A failed sweep (a full disk, say) is tried again at the next tick.
    current = sweep()
      .catch(() => undefined)
      .finally(() => (idle = true));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await current;
  };
}

/** The directory must have been claimed. */
export async function serve(dataDir: string, options: ServeOptions): Promise<Served> {
  const disk = new Disk(join(dataDir, 'data.mdb'), options.sync ?? 'full');
  const path = socketPath(dataDir);
  try {
    const now = options.now ?? ((): Date => new Date());
    const engine = new Engine(disk);
    const services: Services = {
      engine,
      catalog: new Catalog(engine.read()),
      sessions: new Sessions(engine, now),
      cursors: new Cursors(now),
      snapshots: new Snapshots(engine, now),
      failPoints: options.testCommands ? new FailPoints() : undefined,
      now,
      address: path,
    };
    const sockets = new Set<Socket>();
    const server = accept(services, sockets);
    await listen(server, path);
    const stopSweeping = sweeping(services, options.sweepEveryMs ?? 10_000);
    const stop = async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      await stopSweeping();
      services.cursors.killAll();
      services.snapshots.forgetAll();
      services.sessions.abortAll();
      await engine.write(() => undefined);
      await disk.close();
      forgetSocket(dataDir, path);
    };
    const uri = `mongodb://${encodeURIComponent(path)}/?replicaSet=${SET_NAME}&directConnection=true`;
    return { uri, syncs: () => disk.syncs, stop };
  } catch (error) {
    forgetSocket(dataDir, path);
    await disk.close();
    throw error;
  }
}
