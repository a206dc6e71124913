/**
 * Who wrote each character of the final text, and who deleted what, from the log alone. The writer is the person whose
 * row brought the id; the deleter is the first whose row, in the order of the log, made it disappear. Deletes that Yjs
 * makes by itself while it integrates new text are nobody's.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import type { Piece } from '../document/written-pieces.ts';
import { bodyPieces, titlePieces } from '../document/written-pieces.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import type { LogRow } from './ports.ts';
import { inSlices } from './replay-log.ts';

export interface AuthoredSpan {
  readonly text: string;
  /** Null for line ends and bullets, which the reader adds. */
  readonly person: string | null;
}

export interface Deletion {
  readonly seq: number;
  readonly person: string;
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface ReplayedAuthors {
  readonly title: readonly AuthoredSpan[];
  readonly text: readonly AuthoredSpan[];
  readonly deletions: readonly Deletion[];
}

const UNBOUNDED = { bytes: Infinity, structs: Infinity, ranges: Infinity };

type Row = Pick<LogRow, 'seq' | 'person' | 'bytes'>;

export const replayAuthors = (rows: readonly Row[]): ReplayedAuthors => {
  const { take, told } = createReplay();
  rows.forEach(take);
  return told();
};

/** The same, a little at a time. */
export const replayAuthorsInSlices = async (rows: readonly Row[]): Promise<ReplayedAuthors> => {
  const { take, told } = createReplay();
  await inSlices(rows, take);
  return told();
};

const createReplay = () => {
  const doc = newDocument();
  const writers = new Map<number, string>();
  const deletions: Deletion[] = [];
  let current: Row | undefined;
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    // Yjs tidies redundant marks in transactions of its own; those are nobody's.
    if (!transaction.local && current !== undefined) deletions.push(...deletedBy(transaction, current));
  });
  const authored = (pieces: readonly Piece[]): readonly AuthoredSpan[] => joinSpans(pieces, writers);
  return {
    take(this: void, row: Row): void {
      current = row;
      const decoded = decodeUpdate(row.bytes, UNBOUNDED);
      if (!decoded.ok) throw new Error(`log row ${row.seq} cannot be read: ${decoded.failure.detail}`);
      for (const { client } of decoded.value.sections)
        if (!writers.has(client)) writers.set(client, row.person);
      Y.applyUpdate(doc, row.bytes);
    },
    told(this: void): ReplayedAuthors {
      return { title: authored(titlePieces(doc)), text: authored(bodyPieces(doc)), deletions };
    },
  };
};

const deletedBy = (
  transaction: Y.Transaction,
  { seq, person }: Pick<LogRow, 'seq' | 'person'>,
): readonly Deletion[] =>
  [...transaction.deleteSet.clients].flatMap(([client, ranges]) => {
    // Ids born in this very transaction were never seen by anybody.
    const born = transaction.beforeState.get(client) ?? 0;
    return ranges
      .filter(({ clock }) => clock < born)
      .map(({ clock, len }) => ({ seq, person, client, clock, length: Math.min(len, born - clock) }));
  });

const joinSpans = (
  pieces: readonly Piece[],
  writers: ReadonlyMap<number, string>,
): readonly AuthoredSpan[] => {
  const spans: AuthoredSpan[] = [];
  for (const { text, client } of pieces) {
    const person = client === null ? null : (writers.get(client) ?? null);
    const last = spans.at(-1);
    if (last?.person === person) spans[spans.length - 1] = { text: last.text + text, person };
    else spans.push({ text, person });
  }
  return spans;
};
