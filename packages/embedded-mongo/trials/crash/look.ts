/** What is in the database, held against what was acknowledged: everything ever, not only this round's. */
import type { Collection, Document } from 'mongodb';
import type { Outcome, Rows, Single } from './writers.ts';

export interface Faults {
  lost: number;
  torn: number;
  indexMismatches: number;
  doubleApplied: number;
}

const idsOf = (rows: { _id: string }[]): Set<string> => new Set(rows.map(({ _id }) => _id));
const missing = (from: Set<string>, wanted: Iterable<string>): number =>
  [...wanted].filter((id) => !from.has(id)).length;

/** Entries without a document and documents without an entry, by what the index gives and by how many entries it has. */
async function mismatches(
  single: Collection<Single>,
  all: Map<string, Single>,
  index: Document,
): Promise<number> {
  const by = single.find({}, { hint: index });
  const found = await by.toArray();
  const wrong = found.filter(
    (row) => all.get(row._id)?.tag !== row.tag || row.tag !== `tag-${row._id}`,
  ).length;
  const { executionStats } = await single.find({}, { hint: index }).explain('executionStats');
  const entries = Number((executionStats as { totalKeysExamined: number }).totalKeysExamined);
  return wrong + Math.abs(all.size - idsOf(found).size) + Math.abs(all.size - entries);
}

export async function look(rows: Rows, acknowledged: Pick<Outcome, 'singles' | 'pairs'>): Promise<Faults> {
  const singles = await rows.single.find({}, { hint: { $natural: 1 } }).toArray();
  const all = new Map(singles.map((row) => [row._id, row]));
  const left = idsOf(await rows.left.find().toArray());
  const right = idsOf(await rows.right.find().toArray());
  const sums = new Map((await rows.accounts.find().toArray()).map(({ _id, sum }) => [_id, sum]));
  const indexes = [{ _id: 1 }, { tag: 1 }, { writer: 1, at: -1 }];
  let indexMismatches = 0;
  for (const index of indexes) indexMismatches += await mismatches(rows.single, all, index);
  return {
    lost: missing(new Set(all.keys()), acknowledged.singles) + missing(left, acknowledged.pairs),
    torn:
      missing(left, right) +
      missing(right, left) +
      Number(sums.get('from') !== -left.size) +
      Number(sums.get('to') !== left.size),
    indexMismatches,
    doubleApplied: singles.filter(({ times }) => times !== 1).length + (singles.length - all.size),
  };
}
