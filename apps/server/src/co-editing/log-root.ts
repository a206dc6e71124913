/** What a seal says of a document's log: its RFC 6962 root, over one leaf a row. Any row that changes changes it. */
import { digestText, merkleRoot } from '@butinerie/attribution';
import type { LogRow } from '@butinerie/collaboration/server';
import { createHash } from 'node:crypto';

const utf8 = new TextEncoder();

/** `seq person at via sha256(bytes)`, one space between, `-` for no via. */
export function logLeaf({ seq, person, at, via, bytes }: LogRow): Uint8Array {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return utf8.encode([seq, person, at.toISOString(), via ?? '-', digest].join(' '));
}

/** Hex. */
export function logRootOf(rows: readonly LogRow[]): string {
  return digestText(merkleRoot(rows.map(logLeaf)));
}
