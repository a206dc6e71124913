/**
 * What the database's role for the application may do, collection by collection: those to which rows are only added can
 * be read and added to, and nothing else. MongoDB's roles only grant, so every collection is named.
 */
import type { Connection } from 'mongoose';
import { isAppendOnly } from './append-only.ts';

export interface Privilege {
  readonly resource: { readonly db: string; readonly collection: string };
  readonly actions: readonly string[];
}

const READ_AND_ADD = ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes'];
const ALL = [...READ_AND_ADD, 'update', 'remove'];

/** Of every collection that was declared on the connection, in the order of their names. */
export function privilegesOf(connection: Connection): Privilege[] {
  const db = connection.name;
  const declared = Object.values(connection.models)
    .map(({ collection, schema }) => ({ name: collection.name, only: isAppendOnly(schema) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return [
    // The start looks whether a restore was interrupted.
    { resource: { db, collection: '' }, actions: ['listCollections'] },
    ...declared.map(({ name, only }) => ({
      resource: { db, collection: name },
      actions: only ? READ_AND_ADD : ALL,
    })),
  ];
}

/**
 * For mongosh, run by whoever administers the database; again after an upgrade, when there are new collections. The
 * account is made the first time, with the password in BUTINERIE_PASSWORD or, without one, asked for.
 */
export function roleScript(connection: Connection): string {
  const privileges = privilegesOf(connection)
    .map((privilege) => `  ${JSON.stringify(privilege)},`)
    .join('\n');
  return [
    `// The role of the application: rows of the ledger and of document logs can be added and read, never changed.`,
    `db = db.getSiblingDB(${JSON.stringify(connection.name)})`,
    `const privileges = [`,
    privileges,
    `]`,
    `if (db.getRole('butinerieApplication') === null)`,
    `  db.createRole({ role: 'butinerieApplication', roles: [], privileges })`,
    `else db.updateRole('butinerieApplication', { roles: [], privileges })`,
    `if (db.getUser('butinerie') === null) {`,
    `  const pwd = process.env.BUTINERIE_PASSWORD ?? passwordPrompt()`,
    `  db.createUser({ user: 'butinerie', pwd, roles: ['butinerieApplication'] })`,
    `}`,
  ].join('\n');
}
