/** What is done to an instance with no server running, as the commands do it. */
import { originOf } from '@butinerie/attribution';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openInstance } from '../../src/accounts/index.ts';
import { readKeyFile } from '../../src/attribution/key-file.ts';
import { verifyInstance } from '../../src/attribution/verify/verify-instance.ts';
import { readConfig, type Config } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase, type Database } from '../../src/platform/mongo.ts';
import { dropTestDatabase, testDatabaseUri } from './test-database.ts';

export function configOf(folder: string): Config {
  const dataDir = join(folder, 'data');
  const config = readConfig({
    DATA_DIR: dataDir,
    MONGODB_URI: testDatabaseUri(dataDir),
    ATTRIBUTION_KEY_FILE: join(folder, 'keys', 'attribution.pem'),
  });
  if (!config.ok) throw new Error(config.sentence);
  return config.value;
}

export async function apart<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const { dataDir, mongodbUri: uri } = configOf(folder);
  const database = await openDatabase({ uri, dataDir, log: createLog('silent'), sync: 'none' });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

export async function forgetData(folder: string): Promise<void> {
  await dropTestDatabase(join(folder, 'data'));
  rmSync(join(folder, 'data'), { recursive: true, force: true });
}

/** The collections in which this word occurs, bytes read as text, and what an audit finds. */
export function lookedThrough(folder: string, word: string) {
  return apart(folder, async (database) => {
    const { db } = database.connection;
    if (db === undefined) throw new Error('not connected');
    const holding: string[] = [];
    for (const { name } of await db.listCollections().toArray())
      for await (const row of db.collection(name).find()) if (wordsIn(row).includes(word)) holding.push(name);
    const origin = originOf((await openInstance(database, 'Butinerie')).id);
    const key = readKeyFile(configOf(folder).attributionKeyFile, origin);
    const keys = key === null ? [] : [{ key: key.key }];
    const report = await database.transaction((session) =>
      verifyInstance({ from: { db, session }, origin, keys, brought: [] }),
    );
    return { holding, findings: report.findings };
  });
}

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (typeof value !== 'object' || value === null) return '';
  const { buffer } = value as { buffer?: unknown };
  if (buffer instanceof Uint8Array) return Buffer.from(buffer).toString('latin1');
  return Object.values(value).map(wordsIn).join(' ');
}
