/**
 * Answers for what a test asks of its runner instead of the driver: fail points, and assertions about sessions, events,
 * collections and indexes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientSession, CommandStartedEvent } from 'mongodb';
import type { Db } from 'mongodb';
import type { World } from './entities.ts';
import { isRecord, record, text } from './json.ts';
import type { Json } from './json.ts';
import { Mismatch, show } from './match.ts';

function insist(holds: boolean, why: string): void {
  if (!holds) throw new Mismatch(why);
}

async function collections(database: Db): Promise<string[]> {
  return (await database.listCollections({}, { nameOnly: true }).toArray()).map((one) => one.name);
}

async function indexes(database: Db, name: string): Promise<unknown[]> {
  if (!(await collections(database)).includes(name)) return [];
  return (await database.collection(name).listIndexes().toArray()).map((one): unknown => one['name']);
}

function lastSessions(world: World, given: Json): [string, string] {
  const started = world.watch(given['client']).seen.filter((one) => one instanceof CommandStartedEvent);
  const [before, last] = started.slice(-2).map((one) => show(one.command['lsid']));
  insist(before !== undefined && last !== undefined, 'two commands were expected');
  return [before ?? '', last ?? ''];
}

const STATES: Record<string, string> = {
  none: 'NO_TRANSACTION',
  starting: 'STARTING_TRANSACTION',
  in_progress: 'TRANSACTION_IN_PROGRESS',
  committed: 'TRANSACTION_COMMITTED',
  aborted: 'TRANSACTION_ABORTED',
};

type Run = (world: World, given: Json, own: { db: (name: string) => Db }) => Promise<void> | void;

const SESSION: Record<string, (session: ClientSession, given: Json) => void> = {
  assertSessionDirty: (session) => insist(isDirty(session), 'the session should be dirty'),
  assertSessionNotDirty: (session) => insist(!isDirty(session), 'the session should not be dirty'),
  assertSessionPinned: (session) => insist(session.isPinned, 'the session should be pinned'),
  assertSessionUnpinned: (session) => insist(!session.isPinned, 'the session should not be pinned'),
  assertSessionTransactionState: (session, given) => {
    const state = record(record(session)['transaction'])['state'];
    insist(state === STATES[text(given['state'])], `the transaction is ${show(state)}`);
  },
};

function isDirty(session: ClientSession): boolean {
  const { serverSession } = session;
  return isRecord(serverSession) && serverSession['isDirty'] === true;
}

const RUN: Record<string, Run> = {
  createEntities: (world, given) => world.create(given['entities']),
  failPoint: async (world, given) => {
    await world.client(given['client']).db('admin').command(record(given['failPoint']));
  },
  wait: async (_world, given) => {
    await sleep(Number(given['ms']));
  },
  assertCollectionExists: async (_world, given, { db }) => {
    const name = text(given['collectionName']);
    insist((await collections(db(text(given['databaseName'])))).includes(name), `${name} should exist`);
  },
  assertCollectionNotExists: async (_world, given, { db }) => {
    const name = text(given['collectionName']);
    insist(!(await collections(db(text(given['databaseName'])))).includes(name), `${name} should not exist`);
  },
  assertIndexExists: async (_world, given, { db }) => {
    const found = await indexes(db(text(given['databaseName'])), text(given['collectionName']));
    insist(found.includes(given['indexName']), `the index ${show(given['indexName'])} should exist`);
  },
  assertIndexNotExists: async (_world, given, { db }) => {
    const found = await indexes(db(text(given['databaseName'])), text(given['collectionName']));
    insist(!found.includes(given['indexName']), `the index ${show(given['indexName'])} should not exist`);
  },
  assertSameLsidOnLastTwoCommands: (world, given) => {
    const [before, last] = lastSessions(world, given);
    insist(before === last, 'the last two commands should be of one session');
  },
  assertDifferentLsidOnLastTwoCommands: (world, given) => {
    const [before, last] = lastSessions(world, given);
    insist(before !== last, 'the last two commands should be of two sessions');
  },
};

export async function runnerOperation(
  name: string,
  given: Json,
  how: { world: World; db: (name: string) => Db },
): Promise<void> {
  const { session } = given;
  const onSession = SESSION[name];
  if (onSession && session instanceof ClientSession) onSession(session, given);
  else {
    const run = RUN[name];
    if (!run) throw new Error(`unknown operation ${name}`);
    await run(how.world, given, how);
  }
}
