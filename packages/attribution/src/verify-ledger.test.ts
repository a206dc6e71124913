import { describe, expect, it } from 'vitest';
import {
  idea,
  ledgerOf,
  numbered,
  origin,
  otherSigner,
  person,
  proposed,
  signer,
  story,
} from '../test/small-ledger.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { encodeLeaf } from './canonical.ts';
import { verifyLedger, type LedgerFinding, type StoredRow } from './verify-ledger.ts';

const acts = [...story, proposed(idea('2'), person('d')), proposed(idea('3'), person('d'))];
const ledger = ledgerOf(acts);
const checkpoints = [3, 5, 7].map((size) => ledger.checkpoint(size));
const keys = [{ key: signer.key }];

const rowOf = (bytes: Uint8Array, n: number): StoredRow => {
  const parsed: unknown = JSON.parse(fromUtf8(bytes) ?? 'null');
  return { n, bytes, parsed };
};
const rows = ledger.leaves.map(rowOf);

async function* stored(list: readonly StoredRow[]): AsyncIterable<StoredRow> {
  for (const row of list) yield await Promise.resolve(row);
}

async function findings(
  list: readonly StoredRow[],
  notes: readonly string[] = checkpoints,
): Promise<readonly LedgerFinding[]> {
  const report = await verifyLedger({ rows: stored(list), checkpoints: notes, keys, origin });
  expect(report.sound).toBe(report.findings.length === 0);
  return report.findings;
}

const replaced = (n: number, change: Partial<StoredRow>) =>
  rows.map((row) => (row.n === n ? { ...row, ...change } : row));

describe('a stored ledger', () => {
  it('[AT26] is sound as it was written', async () => {
    const report = await verifyLedger({ rows, checkpoints, keys, origin });
    expect(report).toEqual({
      sound: true,
      size: 7,
      keyChanges: [],
      root: ledger.tree.root(),
      checkpoints: 3,
      findings: [],
    });
    expect((await verifyLedger({ rows: [], checkpoints: [], keys, origin })).sound).toBe(true);
  });

  it('[AT26] [T25] names the row of any byte that was changed', async () => {
    for (const { n, bytes } of rows) {
      for (let at = 0; at < bytes.length; at += 11) {
        const wrong = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
        const found = await findings(replaced(n, { bytes: wrong }));
        expect(
          found.some((finding) => 'n' in finding && finding.n === n && finding.problem !== 'rewritten'),
          `${n}:${at}`,
        ).toBe(true);
        expect(found.some(({ problem }) => problem === 'rewritten')).toBe(true);
      }
    }
  });

  it.each([
    ['a changed field', { ...(rows[2]?.parsed as object), p: person('e') }],
    ['an added field', { ...(rows[2]?.parsed as object), x: 1 }],
    ['no field at all', {}],
    ['what JSON cannot say', { ...(rows[2]?.parsed as object), n: 2n }],
  ])('[AT26] [T25] names the row whose stored fields have %s', async (_, parsed) => {
    expect(await findings(replaced(2, { parsed }))).toEqual([{ problem: 'fields-differ', n: 2 }]);
  });

  it('[AT27] [T26] finds a leaf rewritten with all its fields, between the two checkpoints around it', async () => {
    const [forged] = numbered(acts).filter(({ n }) => n === 3);
    if (forged === undefined) throw new Error('no leaf 3');
    const bytes = encodeLeaf({ ...forged, by: person('e') });
    expect(await findings(rows.map((row) => (row.n === 3 ? rowOf(bytes, 3) : row)))).toEqual([
      { problem: 'rewritten', checkpoint: 1, n: 3, last: 4 },
      { problem: 'rewritten', checkpoint: 2, n: 3, last: 6 },
    ]);
  });

  it('[AT27] [T27] finds a tail that was cut, by the checkpoint that had seen it', async () => {
    expect(await findings(rows.slice(0, 5))).toEqual([
      { problem: 'truncated', checkpoint: 2, signed: 7, stored: 5 },
    ]);
  });

  it('[AT27] [T28] finds two signed histories of one size', async () => {
    const other = ledgerOf(acts.map((act) => (act.k === 'rebound.made' ? { ...act, by: person('e') } : act)));
    expect(await findings(rows, [...checkpoints, other.checkpoint(5)])).toEqual([
      { problem: 'rewritten', checkpoint: 3, n: 5, last: 4 },
    ]);
  });

  it('[AT26] finds a row missing, twice, or out of order', async () => {
    const missing = await findings(rows.filter(({ n }) => n !== 2));
    expect(missing).toContainEqual({ problem: 'gap', n: 3, expected: 2 });
    const twice = await findings(rows.flatMap((row) => (row.n === 2 ? [row, row] : [row])));
    expect(twice).toContainEqual({ problem: 'out-of-order', n: 2, expected: 3 });
  });

  it('[AT26] finds a row stored under another number, and time going back', async () => {
    const events = numbered(acts).map((event) => ({
      ...event,
      t: event.n === 4 ? '2026-10-12T06:00:00.000Z' : event.t,
    }));
    const found = await findings(
      events.map((event, n) => rowOf(encodeLeaf(event), n)),
      [],
    );
    expect(found).toEqual([
      { problem: 'time-went-back', n: 4, t: '2026-10-12T06:00:00.000Z', previous: numbered(acts)[3]?.t },
    ]);
    const swapped = rows.map((row, n) =>
      n === 1 || n === 2 ? { ...rowOf(rows[3 - n]?.bytes ?? row.bytes, n) } : row,
    );
    expect(await findings(swapped, [])).toContainEqual({ problem: 'wrong-number', n: 1, inLeaf: 2 });
  });

  it('[AT27] names checkpoints that are not signed, not readable, or of another log', async () => {
    const foreign = await verifyLedger({ rows, checkpoints, keys, origin: 'butinerie/elsewhere' });
    expect(foreign.findings.map(({ problem }) => problem)).toEqual([
      'bad-checkpoint',
      'bad-checkpoint',
      'bad-checkpoint',
    ]);
    const bad = await findings(rows, ['garbage', ledger.checkpoint(5, [otherSigner]), ledger.checkpoint(5)]);
    expect(bad.map((finding) => 'checkpoint' in finding && finding.checkpoint)).toEqual([0, 1]);
  });

  it('[AT26] takes a leaf of an unknown kind for what it is: bytes in their place', async () => {
    const bytes = toUtf8('{"by":"sys:future","k":"idea.sung","n":0,"t":"2026-10-12T07:00:00.000Z","v":1}');
    expect(await findings([rowOf(bytes, 0)], [])).toEqual([]);
  });
});
