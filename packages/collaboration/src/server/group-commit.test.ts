import { describe, expect, it } from 'vitest';
import { createMemoryLog } from '../testing/memory-ports.ts';
import { createGroupCommit } from './group-commit.ts';
import type { LogRow } from './ports.ts';
import { SeqTaken } from './ports.ts';

const row = (doc: string, seq: number): LogRow => ({
  doc,
  seq,
  person: 'author',
  at: new Date('2027-03-01T08:00:00Z'),
  bytes: new Uint8Array([0, 0]),
});

/** Each row's outcome, of rows handed over in one tick. */
const outcomes = async (commit: ReturnType<typeof createGroupCommit>, rows: readonly LogRow[]) => {
  const failed: string[] = [];
  const settled = await Promise.allSettled(
    rows.map((each) => commit.append(each, () => failed.push(`${each.doc} ${each.seq}`))),
  );
  return { failed, kept: settled.map(({ status }) => status === 'fulfilled') };
};

describe('rows of several documents in one append', () => {
  const rows = [row('a', 1), row('b', 1), row('c', 1), row('b', 2), row('a', 2)];

  it('[CE45] where another server took the number of one, only that document is judged anew; the others are not kept waiting', async () => {
    const log = createMemoryLog();
    await log.append([row('b', 1)]);
    const { failed, kept } = await outcomes(createGroupCommit(log), rows);
    expect(kept).toEqual([true, false, true, false, true]);
    expect(failed).toEqual(['b 1', 'b 2']);
    expect(log.rows.map(({ doc, seq }) => `${doc} ${seq}`)).toEqual(['b 1', 'a 1', 'c 1', 'a 2']);
  });

  it('[CE45] what counts on a lost row is not appended, also where rows before it were kept', async () => {
    const log = createMemoryLog();
    await log.append([row('b', 2)]);
    const { failed, kept } = await outcomes(createGroupCommit(log), [...rows, row('b', 3)]);
    expect(kept).toEqual([true, true, true, false, true, false]);
    expect(failed).toEqual(['b 2', 'b 3']);
  });

  it('[CE45] where the log cannot tell how far it came every document is judged anew', async () => {
    const log = createMemoryLog();
    const append = async (): Promise<void> => Promise.reject(new SeqTaken('one of them'));
    const { failed, kept } = await outcomes(createGroupCommit({ ...log, append }), rows);
    expect(new Set(kept)).toEqual(new Set([false]));
    expect(failed).toHaveLength(rows.length);
  });
});
