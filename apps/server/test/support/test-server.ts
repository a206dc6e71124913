/**
 * A whole server for a test: port 0, the embedded database in a folder of its own, a clock set by hand and mails kept in
 * memory. Everything goes through its doors, HTTP, sockets and mails, as people's browsers do.
 */
import {
  grantRole,
  invitePeople,
  listDirectorates,
  mintId,
  readSession,
  signInWithLink,
  type Grant,
  type PersonId,
  type Role,
} from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import type { App } from '../../src/app-setup.ts';
import { createCaller, type Caller } from '../../src/caller.ts';
import { settableClock, type SettableClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Mailer, OutgoingMail } from '../../src/platform/mailer.ts';
import { dropTestDatabase, testDatabaseUri } from './test-database.ts';

export interface TestServer {
  readonly app: App;
  readonly base: string;
  readonly folder: string;
  readonly clock: SettableClock;
  readonly mails: OutgoingMail[];
  /** The first administrator, who also moderates. */
  readonly administrator: Caller;
  /** Somebody new, signed in by the link of her invitation. */
  person(as: { name: string; directorate?: string; roles?: readonly Role[] }): Promise<TestPerson>;
  directorate(name: string): Promise<Grant['directorate']>;
  /** Stops and starts on the same data, as after a deployment. */
  restart(): Promise<void>;
  /** Stops, does this with nobody at the data, and starts again. */
  without<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}
export interface TestPerson extends Caller {
  readonly id: PersonId;
  readonly mail: string;
}

/** A working day, so that mails leave. */
export const MONDAY = new Date('2026-10-05T08:00:00Z');

/** `mongodbUri`: a database that other servers are on as well. */
export async function createTestServer({
  now = MONDAY,
  mongodbUri,
  ...others
}: {
  now?: Date;
  mongodbUri?: string;
  redisUrl?: string | undefined;
  through?: Mailer | undefined;
} = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'butinerie-test-'));
  const clock = settableClock(now);
  const mails: OutgoingMail[] = [];
  const boot = (port = 0): Promise<App> => bootApp({ folder, clock, mails, port, mongodbUri, ...others });
  let app = await boot();
  const link = await app.firstAdministratorLink();
  if (link === null) throw new Error('a fresh instance gave no first link');
  const base = (): string => `http://localhost:${app.port}`;
  const administrator = createCaller(base());
  const { me } = await administrator.expect(signInWithLink, { body: { token: tokenOf(link) } });
  if (me === null) throw new Error('the first administrator is not signed in');
  const moderates = { role: 'moderator', challenge: null, directorate: null } as const;
  await administrator.expect(grantRole, { params: { person: me.id }, body: moderates });

  async function directorate(name: string): Promise<Grant['directorate']> {
    const { directorates } = await administrator.expect(listDirectorates);
    return directorates.find((known) => known.name === name)?.id ?? null;
  }

  return {
    get app() {
      return app;
    },
    get base() {
      return base();
    },
    folder,
    clock,
    mails,
    administrator,
    directorate,
    async person({ name, directorate: where = 'Routes', roles = [] }) {
      const id = mintId('person');
      const mail = `${id}@agents.example.org`;
      const row = { id, name, directorate: where, mail };
      await administrator.expect(invitePeople, { body: { rows: [row], send: true } });
      for (const role of roles) {
        const answersFor = role === 'sponsor' ? await directorate(where) : null;
        const grant = { role, challenge: null, directorate: answersFor };
        await administrator.expect(grantRole, { params: { person: id }, body: grant });
      }
      await app.mailSettled();
      const invitation = mails.findLast(({ to }) => to.includes(mail));
      if (invitation === undefined) throw new Error(`${name} got no invitation`);
      const caller = createCaller(base());
      await caller.expect(signInWithLink, { body: { token: tokenOf(invitation.text) } });
      await caller.expect(readSession);
      return { ...caller, id, mail };
    },
    async restart() {
      await app.stop();
      app = await boot(app.port);
    },
    async without(work) {
      const { port } = app;
      await app.stop();
      try {
        return await work();
      } finally {
        app = await boot(port);
      }
    },
    async stop() {
      await app.stop();
      await dropTestDatabase(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The secret of the first sign-in link in a text. */
export function tokenOf(text: string): string {
  const token = /\/entrer[^#\s]*#([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no sign-in link in: ${text}`);
  return token;
}

interface Boot {
  readonly folder: string;
  readonly clock: SettableClock;
  readonly mails: OutgoingMail[];
  readonly port?: number;
  readonly mongodbUri?: string | undefined;
  /** Where it keeps what is its own. */
  readonly data?: string;
  readonly redisUrl?: string | undefined;
  /** What a mail goes through on its way to `mails`. */
  readonly through?: Mailer | undefined;
}

export async function bootApp({
  folder,
  clock,
  mails,
  port = 0,
  data = 'data',
  ...given
}: Boot): Promise<App> {
  const dataDir = join(folder, data);
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    MONGODB_URI: given.mongodbUri ?? testDatabaseUri(dataDir),
    REDIS_URL: given.redisUrl,
    ATTRIBUTION_KEY_FILE: join(folder, 'keys', 'attribution.pem'),
    LOG_LEVEL: 'error',
  });
  if (!config.ok) throw new Error(config.sentence);
  const mailer = {
    async send(mail: OutgoingMail) {
      await given.through?.send(mail);
      mails.push(mail);
    },
  };
  // A killed process loses nothing by it, and the database's own tests count its syncs.
  return createApp({ config: config.value, clock, mailer, sync: 'none' });
}
