/** Accounts and notifications over a real database and real HTTP, with a settable clock and a memory mailer. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintId, type PersonId, type Role } from '@butinerie/contracts';
import express from 'express';
import { createAccounts, openInstance, type Speaker } from '../../src/accounts/index.ts';
import type { CreditAct } from '../../src/attribution/index.ts';
import { createNotifications } from '../../src/notifications/index.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { sessionCookie } from '../../src/platform/cookies.ts';
import { createApi } from '../../src/platform/http.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Mailer, MailFile, OutgoingMail } from '../../src/platform/mailer.ts';
import { openDatabase } from '../../src/platform/mongo.ts';
import { dropTestDatabase, testDatabaseUri } from './test-database.ts';
import { createRealtime } from '../../src/platform/realtime.ts';
import { alone } from '../../src/platform/servers/wake-ups.ts';

export interface MemoryMailer extends Mailer {
  readonly sent: OutgoingMail[];
  /** How many of the next sendings fail. */
  failing: number;
}
function memoryMailer(): MemoryMailer {
  const mailer: MemoryMailer = {
    sent: [],
    failing: 0,
    async send(mail) {
      if (mailer.failing > 0) {
        mailer.failing -= 1;
        throw new Error('the mail server is away');
      }
      mailer.sent.push(mail);
    },
  };
  return mailer;
}

/** A Tuesday at ten in the morning in Paris. */
export const TUESDAY = new Date('2026-10-06T08:00:00.000Z');

export async function openHouse({ mailPage = false }: { mailPage?: boolean } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'house-'));
  const log = createLog('silent');
  const clock = settableClock(TUESDAY);
  const database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log, sync: 'none' });
  const instance = await openInstance(database, 'La Butinerie');
  const publicUrl = new URL('http://localhost:3000');
  const cookie = sessionCookie(publicUrl);
  const wakeUps = alone();
  const acts: CreditAct[] = [];
  const ledger = {
    async record(_tx: unknown, recorded: readonly CreditAct[]) {
      acts.push(...recorded);
      return acts.length;
    },
  };
  const accounts = createAccounts({ database, wakeUps, clock, ledger, publicUrl, cookie, mailPage, log });
  const setup = { publicUrl, identify: accounts.speakerOf, clock, log, wakeUps };
  const realtime = createRealtime<Speaker>(setup);
  const mailer = memoryMailer();
  /** What the ledger would give to be mailed, by person. */
  const receipts = new Map<PersonId, MailFile[]>();
  const notificationsDeps = {
    database,
    wakeUps,
    clock,
    people: accounts.people,
    grantsOf: accounts.grantsOf,
    mailer: mailPage ? null : mailer,
    realtime,
    instanceName: instance.name,
    publicUrl,
    timeZone: 'Europe/Paris',
    log,
    receipts: {
      async take(_tx: unknown, person: PersonId) {
        const files = receipts.get(person) ?? [];
        receipts.delete(person);
        return { files, more: 0 };
      },
    },
  };
  const notifications = createNotifications(notificationsDeps);
  const http = createApi<Speaker>({
    ...setup,
    cookie,
    isAdministrator: ({ grants }) => grants.some(({ role }) => role === 'admin'),
    acceptsTaskToken: () => false,
  });
  accounts.serve({ http, realtime }, { notifications });
  notifications.serve({ http });
  await database.buildIndexes();
  const app = express();
  app.use(http.router);
  const server = app.listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  // Only a server listening on a path has another kind of address.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    address,
    database,
    clock,
    accounts,
    notifications,
    notificationsDeps,
    mailer,
    receipts,
    acts,
    /** A person with these roles and the browser she is signed in with. */
    async person(name: string, roles: readonly Role[] = [], mail: string | null = null) {
      const id = mintId('person');
      const grants = roles.map((role) => ({ role, challenge: null, directorate: null }));
      await database.transaction((tx) =>
        accounts.people.invite(tx, [{ id, name, directorate: 'Routes', mail, grants }]),
      );
      const browser = createBrowser(address);
      await browser.post('/api/sign-in/link', {
        token: tokenOf(await accounts.people.signInLink(id, 'invitation', '/')),
      });
      return { id, browser };
    },
    browser: () => createBrowser(address),
    async close() {
      await accounts.stop();
      await notifications.stop();
      await new Promise((resolve) => server.close(resolve));
      await database.stop();
      await dropTestDatabase(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

export function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}

export interface Answered {
  readonly status: number;
  /** What came back, read by the test that knows what it asked. */
  readonly body: Record<string, unknown>;
}

/** A browser with its cookie. */
export interface Browser {
  get(path: string): Promise<Answered>;
  post(path: string, body: unknown): Promise<Answered>;
  put(path: string, body: unknown): Promise<Answered>;
  delete(path: string, body: unknown): Promise<Answered>;
  /** The person this browser speaks for, or null. */
  who(): Promise<PersonId | null>;
  cookie(): string;
  /** Another browser holding a copy of this one's cookie. */
  steal(): Browser;
}

function createBrowser(address: string, stolen = ''): Browser {
  let cookie = stolen;
  const call = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const response = await fetch(address + path, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown) => call('POST', path, body),
    put: (path: string, body: unknown) => call('PUT', path, body),
    delete: (path: string, body: unknown) => call('DELETE', path, body),
    async who(): Promise<PersonId | null> {
      const { body } = await call('GET', '/api/session');
      return (body['me'] as { id: PersonId } | null)?.id ?? null;
    },
    cookie: () => cookie,
    steal: () => createBrowser(address, cookie),
  };
}

/** The same connection for a second server in this process: a model that is declared already is taken as it is. */
export function anotherLook(connection: House['database']['connection']): House['database']['connection'] {
  return new Proxy(connection, {
    get(target, property) {
      if (property === 'model')
        return (name: string, ...rest: [never?, never?]) =>
          target.modelNames().includes(name) ? target.model(name) : target.model(name, ...rest);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
