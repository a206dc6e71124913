/**
 * Answers for carrying out one test: its data, its operations, the commands that were seen, and the outcome.
 */
import { ClientSession, CommandFailedEvent, CommandStartedEvent } from 'mongodb';
import type { MongoClient } from 'mongodb';
import { World } from './entities.ts';
import type { Seen } from './entities.ts';
import { matchError } from './expect-error.ts';
import { isRecord, list, record, records, text } from './json.ts';
import type { Json } from './json.ts';
import { match, Mismatch, show } from './match.ts';
import { operation } from './operations.ts';
import { runnerOperation } from './runner-operations.ts';

export interface Host {
  uri: string;
  /** For the runner's own commands, which no test sees. */
  own: MongoClient;
}

const FAIL_POINTS = ['failCommand', 'onPrimaryTransactionalWrite'];

async function prepare(own: MongoClient, data: unknown): Promise<void> {
  for (const one of records(data)) {
    const database = own.db(text(one['databaseName']));
    const name = text(one['collectionName']);
    await database.collection(name).drop({ writeConcern: { w: 'majority' } });
    await database.createCollection(name, record(one['createOptions']));
    const documents = records(one['documents']);
    if (documents.length > 0) await database.collection(name).insertMany(documents);
  }
}

async function checkOutcome(own: MongoClient, outcome: unknown): Promise<void> {
  for (const one of records(outcome)) {
    const collection = own.db(text(one['databaseName'])).collection(text(one['collectionName']));
    const found = await collection.find({}, { sort: { _id: 1 } }).toArray();
    match(one['documents'], found, { entities: new Map(), path: 'outcome', root: false });
  }
}

function described(event: Seen): Json {
  if (event instanceof CommandStartedEvent)
    return {
      commandStartedEvent: {
        command: event.command,
        commandName: event.commandName,
        databaseName: event.databaseName,
      },
    };
  const { commandName } = event;
  return event instanceof CommandFailedEvent
    ? { commandFailedEvent: { commandName } }
    : { commandSucceededEvent: { commandName, reply: event.reply } };
}

function checkEvent(expected: Json, event: Seen, how: { world: World; path: string }): void {
  const actual = described(event);
  const [kind = ''] = Object.keys(expected);
  if (!(kind in actual)) throw new Mismatch(`${how.path}: ${show(actual)} instead of ${kind}`);
  const wanted = record(expected[kind]);
  for (const [name, value] of Object.entries(wanted))
    match(value, record(actual[kind])[name], {
      entities: how.world.entities,
      path: `${how.path}.${name}`,
      root: true,
    });
}

function checkEvents(world: World, expected: unknown): void {
  for (const one of records(expected)) {
    const { seen } = world.watch(one['client']);
    const wanted = records(one['events']);
    const names = seen.map((event) => `${event.constructor.name} ${event.commandName}`).join(', ');
    if (seen.length < wanted.length || (seen.length > wanted.length && one['ignoreExtraEvents'] !== true))
      throw new Mismatch(`${wanted.length} events were expected, seen: ${names}`);
    for (const [at, event] of wanted.entries()) {
      const found = seen[at];
      if (found) checkEvent(event, found, { world, path: `event ${at}` });
    }
  }
}

class Running {
  private readonly world: World;
  private readonly host: Host;

  constructor(world: World, host: Host) {
    this.world = world;
    this.host = host;
  }

  private argumentsOf(step: Json): Json {
    const given = record(step['arguments']);
    const { session } = given;
    if (typeof session !== 'string') return given;
    const found = this.world.entities.get(session);
    if (!(found instanceof ClientSession)) throw new Error(`no session ${session}`);
    return { ...given, session: found };
  }

  private async perform(step: Json): Promise<unknown> {
    const name = text(step['name']);
    const given = this.argumentsOf(step);
    if (step['object'] === 'testRunner')
      return await runnerOperation(name, given, {
        world: this.world,
        db: (database) => this.host.own.db(database),
      });
    const target = this.world.entities.get(text(step['object']));
    if (name === 'withTransaction' && target instanceof ClientSession) {
      const { callback, ...options } = given;
      return await target.withTransaction(async () => {
        for (const inner of records(callback)) await this.step(inner, true);
      }, transactionOptions(options));
    }
    const running = operation(target, name, given);
    if (!running) throw new Error(`unknown operation ${name}`);
    return await running;
  }

  async step(step: Json, rethrow = false): Promise<void> {
    const { expectError, ignoreResultAndError: ignored } = step;
    let result: unknown;
    try {
      result = await this.perform(step);
    } catch (error) {
      if (ignored === true && !rethrow) return;
      if (expectError === undefined) throw error;
      matchError(error, expectError, this.world.entities);
      if (rethrow) throw error;
      return;
    }
    if (ignored === true) return;
    if (expectError !== undefined)
      throw new Mismatch(`${text(step['name'])} went through, but should have failed: ${show(result)}`);
    const { expectResult, saveResultAsEntity: kept } = step;
    const place = { entities: this.world.entities, path: text(step['name']), root: true };
    if ('expectResult' in step) match(expectResult, result, place);
    if (kept !== undefined) this.world.entities.set(text(kept), result);
  }
}

function transactionOptions(given: Json): Json {
  return isRecord(given) ? given : {};
}

async function disarm(own: MongoClient): Promise<void> {
  for (const name of FAIL_POINTS) await own.db('admin').command({ configureFailPoint: name, mode: 'off' });
}

export async function runTest(host: Host, file: Json, test: Json): Promise<void> {
  const world = new World(host.uri);
  try {
    await prepare(host.own, file['initialData']);
    await world.create(file['createEntities']);
    const running = new Running(world, host);
    for (const step of list(test['operations'])) await running.step(record(step));
    checkEvents(world, test['expectEvents']);
    await disarm(host.own);
    await checkOutcome(host.own, test['outcome']);
  } finally {
    await disarm(host.own);
    // A transaction that a test leaves open would hold the next one's collections.
    await host.own.db('admin').command({ killAllSessions: [] });
    await world.close();
  }
}
