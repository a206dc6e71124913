/**
 * `npm run data -- dump FOLDER` and `npm run data -- restore FOLDER`: the instance of DATA_DIR or MONGODB_URI as plain
 * text and back, for moving from the embedded database to a MongoDB replica set, or the other way. With no server running.
 * What was destroyed and comes back with a dump of before is destroyed anew, by the account that lies beside the key.
 * `npm run data -- shred`: destroys the texts whose day has come, by an account that may change rows of document logs.
 * `npm run data -- role`: the role the application needs in MongoDB, for mongosh.
 */
import { existsSync } from 'node:fs';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { readConfig, type Config } from '../src/platform/config.ts';
import { prepareDataDir } from '../src/platform/data-dir.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import { pathOf } from '../src/shreddings/destroyed-texts.ts';
import { dump, type Contents } from './data/dump.ts';
import { databaseRole } from './data/role.ts';
import { restore } from './data/restore.ts';
import { shred, type Shredded } from './data/shred.ts';

/** Said where no account lies beside the key, by somebody who knows that none is missing. */
const NOTHING_DESTROYED = '--nothing-destroyed';

const WAYS: Readonly<Record<string, { run: typeof dump; done: string }>> = {
  dump: { run: dump, done: 'Dumped' },
  restore: { run: restore, done: 'Restored' },
};

async function main(): Promise<void> {
  const [name = '', folder, ...more] = process.argv.slice(2);
  if (name === 'role' && folder === undefined) return console.log(await databaseRole());
  if (name === 'shred' && folder === undefined) return shredNow();
  const way = Object.hasOwn(WAYS, name) ? WAYS[name] : undefined;
  const sure = name === 'restore' && more.length === 1 && more[0] === NOTHING_DESTROYED;
  if (way === undefined || folder === undefined || (more.length > 0 && !sure))
    throw new CannotStart(
      'Say which way and which folder: npm run data -- dump FOLDER, restore FOLDER, shred, or role.',
    );
  const config = readConfig(process.env);
  if (!config.ok) throw new CannotStart(config.sentence);
  const { mongodbUri: uri, dataDir } = config.value;
  if (name === 'restore' && !sure) requireAccount(config.value);
  prepareDataDir(dataDir);
  const database = await openDatabase({ uri, dataDir, log: createLog('error') });
  try {
    print(await way.run(database, folder), way.done);
  } finally {
    await database.stop();
  }
  if (name === 'restore') tell(await shred(config.value, { what: 'again' }));
}

/** A dump of before brings back what was destroyed since, and does not say so. */
function requireAccount({ attributionKeyFile }: Config): void {
  const path = pathOf(attributionKeyFile);
  if (existsSync(path)) return;
  throw new CannotStart(
    `Nothing was restored: ${path}, which says what was destroyed, is not there. Bring it from where the key is kept; if no text was ever destroyed here, add ${NOTHING_DESTROYED}.`,
  );
}

async function shredNow(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) throw new CannotStart(config.sentence);
  const shredded = await shred(config.value, { what: 'due' });
  tell(shredded);
  if (shredded.again.length > 0) return console.log(LOOK_FIRST);
  for (const line of shredded.due) console.log(line);
  console.log(`${shredded.due.length} texts destroyed.`);
}

const LOOK_FIRST =
  'Nothing else was destroyed: this database is older than those. Start the server, see what waits under « Textes à détruire », then run this again.';

function tell({ again }: Shredded): void {
  for (const line of again) console.log(line);
  if (again.length > 0) console.log(`${again.length} texts had come back and were destroyed again.`);
}

function print({ collections }: Contents, done: string): void {
  for (const { name, documents, indexes } of collections)
    console.log(`${name.padEnd(24)} ${String(documents).padStart(9)} documents, ${indexes.length} indexes`);
  console.log(`${done} ${collections.length} collections.`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
