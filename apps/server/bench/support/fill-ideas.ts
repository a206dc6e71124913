/** Fills a stopped instance with ideas, in a process of its own: what it is to do comes on the standard input. */
import type { ChallengeId, PersonId } from '@butinerie/contracts';
import { readFileSync } from 'node:fs';
import { openInstance } from '../../src/accounts/index.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase } from '../../src/platform/mongo.ts';
import { fillWithIdeas } from './many-ideas.ts';

export interface Filling {
  readonly uri: string | null;
  readonly dataDir: string;
  readonly keyFile: string;
  readonly instanceName: string;
  readonly at: string;
  readonly challenge: ChallengeId;
  readonly authors: readonly PersonId[];
  readonly count: number;
}

// Written by the bench itself.
const { uri, dataDir, instanceName, at, ...what } = JSON.parse(readFileSync(0, 'utf8')) as Filling;
const database = await openDatabase({
  ...(uri === null ? {} : { uri }),
  dataDir,
  log: createLog('error'),
});
const instance = await openInstance(database, instanceName);
const clock = settableClock(new Date(at));
await fillWithIdeas({ ...what, database, clock, instanceId: instance.id });
await database.stop();
