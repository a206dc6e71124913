/**
 * `npm run data -- shred`: destroys the texts whose day has come, with no server running; first of all, and then nothing
 * else, those that a backup of before brought back.
 */
import { openInstance } from '../../src/accounts/index.ts';
import { createAttribution } from '../../src/attribution/index.ts';
import { systemClock, type Clock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config.ts';
import { prepareDataDir } from '../../src/platform/data-dir.ts';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase } from '../../src/platform/mongo.ts';
import { destroyedTexts } from '../../src/shreddings/destroyed-texts.ts';
import { shredAgain, shredDue, type ShredDeps } from '../../src/shreddings/shred-due.ts';

export interface Shredded {
  /** Were destroyed before, and had come back. */
  readonly again: readonly string[];
  readonly due: readonly string[];
}

export async function shred(
  config: Config,
  /** `again`: what came back and nothing else. */
  { what, clock = systemClock }: { what: 'due' | 'again'; clock?: Clock },
): Promise<Shredded> {
  prepareDataDir(config.dataDir);
  const log = createLog('error');
  const database = await openDatabase({ uri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const instance = await openInstance(database, config.instanceName);
    const account = destroyedTexts(config.attributionKeyFile, instance.id);
    // Without a key nothing was ever destroyed here, and none is made for that.
    if (what === 'again' && (account.read() ?? []).length === 0) return { again: [], due: [] };
    const attribution = createAttribution({
      database,
      clock,
      log,
      keyFile: config.attributionKeyFile,
      instanceId: instance.id,
      publicUrl: config.publicUrl,
      // Its authors were told when it was confirmed; their receipts wait on their pages.
      named: async () => {},
    });
    const deps: ShredDeps = {
      database,
      clock,
      account,
      record: (tx, acts) => attribution.record(tx, acts),
      proofOf: (idea, second) => attribution.proofOf(idea, 'content.shredded', second),
    };
    const again = await shredAgain(deps);
    // A backup of before may wait for the day of what was cancelled since: somebody looks first.
    const due = what === 'again' || again.length > 0 ? [] : await shredDue(deps);
    const lineOf = ({ idea, reference }: { idea: string; reference: string }) => `${idea}  ${reference}`;
    return { again: again.map(lineOf), due: due.map(lineOf) };
  } finally {
    await database.stop();
  }
}
