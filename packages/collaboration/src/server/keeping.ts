/** What is done beside a document's log, off the way of its writers: a snapshot kept, the text held against its rows. */

import type { DocumentPorts } from './document-terms.ts';
import type { Loaded } from './loaded.ts';
import { agreesInSlices } from './replay-log.ts';

/** So many rows behind a snapshot are read with it rather than merged anew. */
const TAIL_ROWS = 200;
const NOTHING: ReadonlyMap<number, number> = new Map();

/** Keeps a snapshot when many rows came since the last one; answers whether it did. */
export const keepSnapshot = async (
  id: string,
  { snapshots }: Pick<DocumentPorts, 'snapshots'>,
  state: Loaded,
): Promise<boolean> => {
  if (snapshots === undefined || state.durable - state.kept < TAIL_ROWS) return false;
  // The row that seals is always read; and what the merged rows say has to be what the rows say.
  if (state.ended || state.lazy.isInOrder) return false;
  const seq = state.durable;
  state.kept = seq;
  await snapshots.keep(id, { seq, update: state.merged.since(NOTHING) });
  return true;
};

/** The rows, when they say something else in their order than merged; null when they agree or nothing came since. */
export const differingRows = async (
  id: string,
  { log }: Pick<DocumentPorts, 'log'>,
  state: Loaded,
): Promise<readonly Uint8Array[] | null> => {
  const { checked, durable } = state;
  if (checked === durable || state.lazy.isInOrder) return null;
  state.checked = durable;
  const merged = state.merged.since(NOTHING);
  const rows = (await log.read(id)).filter(({ seq }) => seq <= durable);
  const bytes = rows.map((row) => row.bytes);
  return (await agreesInSlices(merged, bytes)) ? null : bytes;
};
