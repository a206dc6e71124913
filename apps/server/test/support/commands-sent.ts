/** What connections to the database that are opened from now on send to it. */
import mongoose, { type Connection } from 'mongoose';

interface Sent {
  readonly collection: string;
  /** The actions a role needs for it, as MongoDB names them. */
  readonly actions: readonly string[];
}
type Said = Readonly<Record<string, unknown>>;

/** Commands that any account may send: of its own sessions, cursors and transactions. */
const FREE = new Set([
  'abortTransaction',
  'buildInfo',
  'commitTransaction',
  'endSessions',
  'getMore',
  'hello',
  'ismaster',
  'killCursors',
  'ping',
]);
const READS = new Set(['aggregate', 'count', 'distinct', 'find']);

function actionsOf(name: string, said: Said): readonly string[] {
  if (READS.has(name)) return ['find'];
  if (name === 'insert') return ['insert'];
  if (name === 'delete') return ['remove'];
  if (name === 'update') {
    const upserts = (said['updates'] as readonly { upsert?: boolean }[]).some(
      ({ upsert }) => upsert === true,
    );
    return upserts ? ['update', 'insert'] : ['update'];
  }
  if (name === 'findAndModify') {
    if (said['remove'] === true) return ['find', 'remove'];
    return said['upsert'] === true ? ['find', 'update', 'insert'] : ['find', 'update'];
  }
  if (name === 'createIndexes') return ['createIndex'];
  if (name === 'create') return ['createCollection'];
  return [name];
}

/** Calls `sent` for each command that needs a right; answers how to stop listening to new connections. */
export function listenToCommands(sent: (command: Sent) => void): () => void {
  const { events } = mongoose as unknown as { events: NodeJS.EventEmitter };
  const listen = (connection: Connection): void => {
    const open = connection.openUri.bind(connection);
    connection.openUri = (uri: string, options = {}) => open(uri, { ...options, monitorCommands: true });
    connection.once('open', () => {
      connection.getClient().on('commandStarted', ({ commandName, command }) => {
        if (FREE.has(commandName)) return;
        const named: unknown = (command as Said)[commandName];
        sent({
          collection: typeof named === 'string' ? named : '',
          actions: actionsOf(commandName, command as Said),
        });
      });
    });
  };
  events.on('createConnection', listen);
  return () => events.off('createConnection', listen);
}
