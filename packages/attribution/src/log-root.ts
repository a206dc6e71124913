/**
 * What a seal says of a document's update log: its RFC 6962 root over one leaf a row, so that any row that changes,
 * goes or comes changes it. The rows are those of packages/collaboration, taken here as plain values.
 */
import { toUtf8 } from './bytes.ts';
import { digestOf, digestText } from './commitment.ts';
import { merkleRoot } from './merkle-tree.ts';

export interface LoggedRow {
  readonly seq: number;
  readonly person: string;
  readonly at: Date;
  readonly via?: string;
  readonly bytes: Uint8Array;
  /** Of the bytes, where they were destroyed. */
  readonly digest?: string;
}

/** `seq person at via digest(bytes)`, one space between, `-` for no via. */
function logLeaf({ seq, person, at, via, bytes, digest }: LoggedRow): Uint8Array {
  return toUtf8([seq, person, at.toISOString(), via ?? '-', digest ?? digestOf(bytes)].join(' '));
}

/** `sha256-` and base64, as every digest in the ledger. */
export function logRootOf(rows: readonly LoggedRow[]): string {
  return digestText(merkleRoot(rows.map(logLeaf)));
}
