/** The entry of the thread that replays one log. */
import { provenanceOf } from '@butinerie/collaboration/server';
import { parentPort, workerData } from 'node:worker_threads';

parentPort?.postMessage(provenanceOf(workerData as Parameters<typeof provenanceOf>[0]));
