/** The other servers of this instance: through Redis, through the database they share, or nobody. */
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Database } from '../mongo.ts';
import { databaseLine, declareWords } from './database-line.ts';
import { declareDuties, ownDuties, sharedDuties, type Duties } from './duties.ts';
import { redisLine } from './redis-line.ts';
import { alone, openWakeUps, type Line, type WakeUps } from './wake-ups.ts';

export interface Servers {
  readonly wakeUps: WakeUps;
  readonly duties: Duties;
}

interface Setup {
  readonly config: Pick<Config, 'redisUrl'>;
  readonly database: Database;
  /** What the servers' Redis is shared with others by. */
  readonly instance: string;
  readonly log: Log;
}

export async function meetServers({ config, database, instance, log }: Setup): Promise<Servers> {
  const { connection } = database;
  // Declared in any case: the database's role for the application names every collection.
  declareWords(connection);
  declareDuties(connection);
  // One process has the embedded database.
  if (database.embedded) return { wakeUps: alone(), duties: ownDuties };
  const line: Line =
    config.redisUrl === undefined
      ? databaseLine(connection, log)
      : await redisLine({ url: config.redisUrl, instance, log });
  const wakeUps = await openWakeUps(line, log);
  return { wakeUps, duties: sharedDuties(connection, wakeUps.self) };
}
