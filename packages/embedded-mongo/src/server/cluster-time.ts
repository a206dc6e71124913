/**
 * Answers for the time that drivers gossip; on one node it only has to grow.
 */
import { Binary } from 'bson';
import type { Timestamp } from 'bson';
import { doc, timestamp } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';

let lastSecond = 0;
let lastIncrement = 0;

export function nextTime(now: Date): Timestamp {
  const second = Math.max(Math.floor(now.getTime() / 1000), lastSecond);
  lastIncrement = second === lastSecond ? lastIncrement + 1 : 1;
  lastSecond = second;
  return timestamp(second, lastIncrement);
}

export function clusterTime(now: Date): Doc {
  const time = nextTime(now);
  const signature = doc({ hash: new Binary(Buffer.alloc(20)), keyId: 0n });
  return doc({ $clusterTime: doc({ clusterTime: time, signature }), operationTime: time });
}
