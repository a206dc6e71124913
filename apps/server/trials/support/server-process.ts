/**
 * A server in a process of its own, whose clock the trial moves over the process's private channel: what is done in it
 * still goes through HTTP, sockets and the mail page only. `kill` is kill -9: nothing is flushed, nothing is said.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostEvent } from './server-host.ts';

export interface ServerProcess {
  readonly base: string;
  /** The link of the first administrator; empty once somebody signed in. */
  readonly link: string;
  moveClock(to: Date): Promise<void>;
  kill(): Promise<void>;
}

export interface Place {
  readonly folder: string;
  readonly port: number;
  /** Where in the folder it keeps what is its own. */
  readonly data: string;
  /** A database that other servers are on as well; its own where there is none. */
  readonly mongodbUri?: string | undefined;
  /** The server, bundled once: from sources each start would read them all anew, several times as long. */
  readonly host: string;
  remove(): void;
}

export async function newPlace(mongodbUri?: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'butinerie-trial-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, port: await freePort(), host: await bundleHost(folder), data: 'data', mongodbUri, remove };
}

/** For one more server of the same instance: it shares the database and the key. */
export async function besides(place: Place): Promise<Place> {
  const port = await freePort();
  return { ...place, port, data: `data-${port}` };
}

async function bundleHost(folder: string): Promise<string> {
  const scripts = new URL('../../scripts/bundle.mjs', import.meta.url).href;
  const { bundle } = (await import(scripts)) as {
    bundle: (entryPoints: Record<string, string>, outdir: string) => Promise<void>;
  };
  const outdir = join(folder, 'server');
  await bundle({ host: 'trials/support/server-host.ts' }, outdir);
  // Outside the project: what a bundle is, and where it finds the packages that stay outside.
  writeFileSync(join(outdir, 'package.json'), JSON.stringify({ type: 'module' }));
  symlinkSync(
    fileURLToPath(new URL('../../../../node_modules', import.meta.url)),
    join(outdir, 'node_modules'),
  );
  return join(outdir, 'host.js');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

export async function startServer(place: Place, now: Date): Promise<ServerProcess> {
  const child = fork(place.host, [], {
    execArgv: ['--enable-source-maps'],
    env: {
      ...process.env,
      PORT: String(place.port),
      DATA_DIR: join(place.folder, place.data),
      ...(place.mongodbUri === undefined ? {} : { MONGODB_URI: place.mongodbUri }),
      ATTRIBUTION_KEY_FILE: join(place.folder, 'keys', 'attribution.pem'),
      TRIAL_NOW: now.toISOString(),
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    },
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const ready = await heard(child, 'ready');
  return {
    base: ready.base,
    link: ready.link,
    async moveClock(to) {
      child.send({ now: to.toISOString() });
      await heard(child, 'moved');
    },
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function heard<K extends HostEvent['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<HostEvent, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const listen = (event: HostEvent): void => {
      if (event.kind !== kind) return;
      child.off('message', listen).off('exit', gone);
      resolve(event as Extract<HostEvent, { kind: K }>);
    };
    const gone = (code: number | null): void => reject(new Error(`the server ended with ${code}`));
    child.on('message', listen).on('exit', gone);
  });
}
