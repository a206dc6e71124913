/**
 * A running instance for browsers: the product's own server on a real port with the built pages, its data in a folder
 * of its own, a clock set by hand and mails kept in memory. It can be stopped and started again on the same data.
 */
import { createApp, readConfig, servePages, settableClock, type App, type Mailer } from '@butinerie/server';
import type { SettableClock } from '@butinerie/server';
import { dropTestDatabase, testDatabaseUri } from '@butinerie/server/test-database';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Mail = Parameters<Mailer['send']>[0];

export interface Instance {
  readonly base: string;
  readonly clock: SettableClock;
  readonly mails: readonly Mail[];
  /** Where the embedded database keeps its data. */
  readonly dataDir: string;
  /** The link that the console prints at the first start. */
  readonly firstLink: string;
  /** Waits for the mail that is due. */
  mailSettled(): Promise<void>;
  /** As when the machine goes away: nothing answers any more. */
  halt(): Promise<void>;
  /** The same data, the same address. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export interface InstanceOptions {
  readonly now?: Date;
  /** Without a mail server, mails are read on a page: what most first trials look like. */
  readonly mailPage?: boolean;
  /** Lays what stands between people and the server; answers the address people use. */
  readonly through?: (port: number) => Promise<string>;
}

/** A working day, so that mails leave. */
export const MONDAY = new Date('2026-10-05T08:00:00Z');

const built = fileURLToPath(new URL('../../../client/dist', import.meta.url));

export async function openInstance(options: InstanceOptions = {}): Promise<Instance> {
  const { now = MONDAY, mailPage = false, through } = options;
  const folder = mkdtempSync(join(tmpdir(), 'butinerie-e2e-'));
  // A copy: the client may be built again while a journey is on its way.
  const pages = join(folder, 'pages');
  cpSync(built, pages, { recursive: true });
  const dataDir = join(folder, 'data');
  const port = await freePort();
  // Not `localhost`: a page of that host is never told by its socket that the network went away.
  const base = through ? await through(port) : `http://127.0.0.1:${port}`;
  const clock = settableClock(now);
  const mails: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void mails.push(mail) };

  async function boot(): Promise<App> {
    const config = readConfig({
      PORT: String(port),
      PUBLIC_URL: base,
      DATA_DIR: dataDir,
      MONGODB_URI: testDatabaseUri(folder),
      ATTRIBUTION_KEY_FILE: join(folder, 'keys', 'attribution.pem'),
      LOG_LEVEL: 'error',
    });
    if (!config.ok) throw new Error(config.sentence);
    return createApp({
      config: config.value,
      clock,
      // No journey cuts the power.
      sync: 'none',
      pages: servePages(pages),
      ...(mailPage ? {} : { mailer }),
    });
  }

  let app: App | null = await boot();
  const firstLink = await app.firstAdministratorLink();
  if (firstLink === null) throw new Error('a fresh instance gave no first link');

  async function halt(): Promise<void> {
    await app?.stop();
    app = null;
  }
  return {
    base,
    clock,
    mails,
    dataDir,
    firstLink,
    async mailSettled() {
      await app?.mailSettled();
    },
    halt,
    async start() {
      app ??= await boot();
    },
    async remove() {
      await halt();
      await dropTestDatabase(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Chosen before the start: the server checks that requests come from its own public address, port included. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
