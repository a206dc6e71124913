import { expect, test } from 'vitest';
import { logRootOf, type LoggedRow } from './log-root.ts';

const row = (seq: number, patch: Partial<LoggedRow> = {}): LoggedRow => ({
  seq,
  person: 'p_a',
  at: new Date('2026-10-12T08:00:00Z'),
  bytes: new Uint8Array([seq, 1, 2]),
  ...patch,
});
const rows = [row(1), row(2), row(3)];

test('[T30] any row altered, dropped, added or swapped gives another root', () => {
  const root = logRootOf(rows);
  expect(logRootOf([row(1), row(2), row(3)])).toBe(root);
  const altered = [
    [row(1), row(2, { person: 'p_b' }), row(3)],
    [row(1), row(2, { at: new Date('2026-10-12T08:00:01Z') }), row(3)],
    [row(1), row(2, { via: 'draft' }), row(3)],
    [row(1), row(2, { bytes: new Uint8Array([2, 1, 3]) }), row(3)],
    [row(1), row(2)],
    [...rows, row(4)],
    [row(2), row(1), row(3)],
  ];
  for (const other of altered) expect(logRootOf(other)).not.toBe(root);
});
