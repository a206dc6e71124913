/**
 * `npm run data -- dump FOLDER` and `npm run data -- restore FOLDER`: the instance of DATA_DIR or MONGODB_URI as plain
 * text and back, for moving from the embedded database to a MongoDB replica set, or the other way. With no server running.
 * `npm run data -- shred`: destroys the texts whose day has come, by an account that may change rows of document logs.
 * `npm run data -- role`: the role the application needs in MongoDB, for mongosh.
 */
import { CannotStart } from '../src/platform/cannot-start.ts';
import { readConfig } from '../src/platform/config.ts';
import { prepareDataDir } from '../src/platform/data-dir.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import { dump, type Contents } from './data/dump.ts';
import { databaseRole } from './data/role.ts';
import { restore } from './data/restore.ts';
import { shred } from './data/shred.ts';

const WAYS: Readonly<Record<string, { run: typeof dump; done: string }>> = {
  dump: { run: dump, done: 'Dumped' },
  restore: { run: restore, done: 'Restored' },
};

async function main(): Promise<void> {
  const [name = '', folder, ...more] = process.argv.slice(2);
  if (name === 'role' && folder === undefined) return console.log(await databaseRole());
  if (name === 'shred' && folder === undefined) return shredNow();
  const way = Object.hasOwn(WAYS, name) ? WAYS[name] : undefined;
  if (way === undefined || folder === undefined || more.length > 0)
    throw new CannotStart(
      'Say which way and which folder: npm run data -- dump FOLDER, restore FOLDER, shred, or role.',
    );
  const config = readConfig(process.env);
  if (!config.ok) throw new CannotStart(config.sentence);
  const { mongodbUri: uri, dataDir } = config.value;
  prepareDataDir(dataDir);
  const database = await openDatabase({ uri, dataDir, log: createLog('error') });
  try {
    print(await way.run(database, folder), way.done);
  } finally {
    await database.stop();
  }
}

async function shredNow(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) throw new CannotStart(config.sentence);
  const done = await shred(config.value);
  for (const line of done) console.log(line);
  console.log(`${done.length} texts destroyed.`);
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
