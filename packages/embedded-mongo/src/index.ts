/**
 * The door: a MongoDB one-node replica set inside this process, on one directory, for trying out and for tests.
 * It listens on a private unix socket and is spoken to by the stock driver; production is a real replica set.
 */
import { claimDataDir } from './host/data-dir.ts';
import type { ServeOptions } from './host/serve.ts';
import { endProcess, startThread, threadFile } from './host/thread.ts';

export { DataDirInUse } from './host/data-dir.ts';
export { NewerFormat } from './store/disk.ts';

export interface EmbeddedMongoOptions extends Omit<ServeOptions, 'now'> {
  dataDir: string;
  /** What to do when the database's thread dies: it cannot be worked without, so by default the process ends, aloud. */
  onCrash?: (why: Error) => void;
}

export interface EmbeddedMongo {
  uri: string;
  stop: () => Promise<void>;
}

export async function startEmbeddedMongo(given: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const { dataDir: path, onCrash = endProcess, ...options } = given;
  const { dataDir, release } = claimDataDir(path);
  try {
    const { uri, stop } = await startThread(await threadFile(), { dataDir, options }, (why) => {
      release();
      onCrash(why);
    });
    let stopping: Promise<void> | undefined;
    return { uri, stop: () => (stopping ??= stop().finally(release)) };
  } catch (error) {
    release();
    throw error;
  }
}
