/** Stands for the database's thread on the day it meets a bug: it listens, and then it dies. */
import { parentPort } from 'node:worker_threads';

parentPort?.postMessage({ kind: 'ready', uri: 'mongodb://nowhere' });
setImmediate(() => {
  throw new Error('a page that cannot be');
});
