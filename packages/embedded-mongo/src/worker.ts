/**
 * The database's own thread: opens what the door names, says where it listens, and stops when told.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ThreadData } from './host/thread.ts';
import { serve } from './host/serve.ts';
import { NewerFormat } from './store/disk.ts';

const port = parentPort;
if (!port) throw new Error('this is the thread of an embedded database, started by its door');
const { dataDir, options } = workerData as ThreadData;
const say = (message: FromThread): void => port.postMessage(message);

try {
  const { uri, stop } = await serve(dataDir, options);
  port.once('message', () => {
    void stop().then(() => port.close());
  });
  say({ kind: 'ready', uri });
} catch (error) {
  // Only what a person can act on crosses by name; anything else ends the thread as the bug that it is.
  if (!(error instanceof NewerFormat)) throw error;
  say({ kind: 'newer-format', message: error.message });
  port.close();
}
