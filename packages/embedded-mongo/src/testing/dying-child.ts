/** A process whose database dies: it would run on for ever. */
import { endProcess, startThread } from '../host/thread.ts';

const file = new URL('./dying-thread.mjs', import.meta.url);
await startThread(file, { dataDir: '', options: {} }, endProcess);
setInterval(() => undefined, 1000);
