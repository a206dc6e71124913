/**
 * Answers for the clients, databases, collections and sessions a test names, and for the commands a client was seen to
 * send.
 */
import { ClientSession, Db, MongoClient, ReadConcern, ReadPreference, WriteConcern } from 'mongodb';
import type {
  Collection,
  CommandFailedEvent,
  CommandStartedEvent,
  CommandSucceededEvent,
  MongoClientOptions,
} from 'mongodb';
import { list, record, records, text } from './json.ts';
import type { Json } from './json.ts';
import type { Entities } from './match.ts';

export type Seen = CommandStartedEvent | CommandSucceededEvent | CommandFailedEvent;

export interface Watched {
  client: MongoClient;
  seen: Seen[];
}

const EVENTS = {
  commandStartedEvent: 'commandStarted',
  commandSucceededEvent: 'commandSucceeded',
  commandFailedEvent: 'commandFailed',
} as const;

export class World {
  readonly entities: Entities = new Map();
  private readonly watched = new Map<string, Watched>();
  private readonly uri: string;

  constructor(uri: string) {
    this.uri = uri;
  }

  async create(descriptions: unknown): Promise<void> {
    for (const description of records(descriptions)) {
      const [[kind, given] = ['', {}]] = Object.entries(description);
      const spec = record(given);
      const id = text(spec['id']);
      if (kind === 'client') await this.addClient(id, spec);
      else if (kind === 'database') this.entities.set(id, this.database(spec));
      else if (kind === 'collection') this.entities.set(id, this.newCollection(spec));
      else if (kind === 'session') this.entities.set(id, this.newSession(spec));
      else throw new Error(`unknown kind of entity ${kind}`);
    }
  }

  private async addClient(id: string, spec: Json): Promise<void> {
    const options: MongoClientOptions = {
      monitorCommands: true,
      heartbeatFrequencyMS: 5000,
      ...urlOptions(record(spec['uriOptions'])),
    };
    const client = new MongoClient(this.uri, options);
    const watched: Watched = { client, seen: [] };
    const ignored = new Set([...list(spec['ignoreCommandMonitoringEvents']).map(text), 'configureFailPoint']);
    for (const [name, event] of Object.entries(EVENTS))
      if (list(spec['observeEvents']).includes(name))
        client.on(event, (one: Seen) => {
          if (!ignored.has(one.commandName)) watched.seen.push(one);
        });
    await client.connect();
    this.watched.set(id, watched);
    this.entities.set(id, client);
  }

  private database(spec: Json): Db {
    return this.client(spec['client']).db(text(spec['databaseName']), concerns(spec['databaseOptions']));
  }

  private newCollection(spec: Json): Collection {
    const database = this.entities.get(text(spec['database']));
    if (!(database instanceof Db)) throw new Error('a collection without its database');
    return database.collection(text(spec['collectionName']), concerns(spec['collectionOptions']));
  }

  private newSession(spec: Json): ClientSession {
    const options = record(spec['sessionOptions']);
    const { defaultTransactionOptions: inherited, ...rest } = options;
    const { snapshotTime, ...plain } = rest;
    return this.client(spec['client']).startSession({
      ...plain,
      ...(snapshotTime === undefined ? {} : { snapshotTime: this.entities.get(text(snapshotTime)) }),
      ...(inherited === undefined ? {} : { defaultTransactionOptions: concerns(inherited) }),
    });
  }

  client(id: unknown): MongoClient {
    return this.watch(id).client;
  }

  watch(id: unknown): Watched {
    const found = this.watched.get(text(id));
    if (!found) throw new Error(`no client ${text(id)}`);
    return found;
  }

  async close(): Promise<void> {
    for (const entity of this.entities.values())
      if (entity instanceof ClientSession) await entity.endSession();
    for (const { client } of this.watched.values()) await client.close();
  }
}

function urlOptions(given: Json): MongoClientOptions {
  const { readConcernLevel, w, appname, ...rest } = given;
  return {
    ...rest,
    ...(appname === undefined ? {} : { appName: text(appname) }),
    ...(readConcernLevel === undefined ? {} : { readConcern: new ReadConcern(levelOf(readConcernLevel)) }),
    ...(w === undefined ? {} : { writeConcern: new WriteConcern(w === 'majority' ? 'majority' : Number(w)) }),
  };
}

function levelOf(value: unknown): ConstructorParameters<typeof ReadConcern>[0] {
  const level = text(value);
  return level as ConstructorParameters<typeof ReadConcern>[0];
}

/** Options as JSON writes them, with the driver's own objects where it wants those. */
export function concerns(given: unknown): Json {
  const { readConcern, writeConcern, readPreference, ...rest } = record(given);
  return {
    ...rest,
    ...(readConcern === undefined
      ? {}
      : { readConcern: new ReadConcern(levelOf(record(readConcern)['level'])) }),
    ...(writeConcern === undefined
      ? {}
      : { writeConcern: WriteConcern.fromOptions({ writeConcern: record(writeConcern) }) }),
    ...(readPreference === undefined
      ? {}
      : { readPreference: ReadPreference.fromOptions({ readPreference: record(readPreference) }) }),
  };
}
