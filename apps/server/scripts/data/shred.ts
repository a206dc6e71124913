/** `npm run data -- shred`: destroys the texts whose day has come, with no server running. */
import { openInstance } from '../../src/accounts/index.ts';
import { createAttribution } from '../../src/attribution/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config.ts';
import { prepareDataDir } from '../../src/platform/data-dir.ts';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase } from '../../src/platform/mongo.ts';
import { shredDue } from '../../src/shreddings/shred-due.ts';

export async function shred(config: Config): Promise<readonly string[]> {
  prepareDataDir(config.dataDir);
  const log = createLog('error');
  const database = await openDatabase({ uri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const instance = await openInstance(database, config.instanceName);
    const attribution = createAttribution({
      database,
      clock: systemClock,
      log,
      keyFile: config.attributionKeyFile,
      instanceId: instance.id,
      publicUrl: config.publicUrl,
      // Its authors were told when it was confirmed; their receipts wait on their pages.
      named: async () => {},
    });
    const done = await shredDue({
      database,
      clock: systemClock,
      record: (tx, acts) => attribution.record(tx, acts),
    });
    return done.map(({ idea, reference }) => `${idea}  ${reference}`);
  } finally {
    await database.stop();
  }
}
