/**
 * Answers for the whole ledger read back from where it is stored: every leaf hashed again, every row against its
 * bytes, every checkpoint ever signed against the tree at its size. It only reads, and names what it finds by `n`.
 */
import canonicalize from 'canonicalize';
import { fromUtf8, sameBytes } from './bytes.ts';
import { parseLeaf, toJcs } from './canonical.ts';
import { verifyCheckpoint, type TrustedKey, type VerifiedCheckpoint } from './checkpoint.ts';
import { followsFrom, isKeyChange, keyRing, type KeyChange } from './key-changes.ts';
import { MerkleTree } from './merkle-tree.ts';
import { formatVerifierKey } from './verifier-key.ts';

export interface StoredRow {
  readonly n: number;
  readonly bytes: Uint8Array;
  /** The fields stored beside the bytes for queries. */
  readonly parsed: unknown;
}

export type LedgerFinding =
  | { readonly problem: 'gap' | 'out-of-order'; readonly n: number; readonly expected: number }
  | { readonly problem: 'unreadable'; readonly n: number; readonly detail: string }
  | { readonly problem: 'wrong-number'; readonly n: number; readonly inLeaf: number }
  | { readonly problem: 'time-went-back'; readonly n: number; readonly t: string; readonly previous: string }
  | { readonly problem: 'fields-differ'; readonly n: number }
  /** A change of the key that its keys did not sign, or from another key than the one in force. */
  | { readonly problem: 'bad-key-change'; readonly n: number }
  | { readonly problem: 'bad-checkpoint'; readonly checkpoint: number; readonly detail: string }
  | {
      readonly problem: 'truncated';
      readonly checkpoint: number;
      readonly signed: number;
      readonly stored: number;
    }
  /** A leaf from `n` to `last` is not what it was when the checkpoint was signed. */
  | { readonly problem: 'rewritten'; readonly checkpoint: number; readonly n: number; readonly last: number };

export interface LedgerReport {
  readonly sound: boolean;
  readonly size: number;
  readonly root: Uint8Array;
  readonly checkpoints: number;
  /** How the key changed, in order. */
  readonly keyChanges: readonly KeyChange[];
  readonly findings: readonly LedgerFinding[];
}

export interface LedgerToVerify {
  /** In the order of `n`. */
  readonly rows: AsyncIterable<StoredRow> | Iterable<StoredRow>;
  /** Signed notes: those stored, and any mailed one that somebody brings. */
  readonly checkpoints: readonly string[];
  readonly keys: readonly TrustedKey[];
  readonly origin: string;
}

export async function verifyLedger(given: LedgerToVerify): Promise<LedgerReport> {
  const tree = new MerkleTree();
  const findings: LedgerFinding[] = [];
  const keyChanges: KeyChange[] = [];
  let previous = '';
  for await (const row of given.rows) {
    const expected = tree.size;
    if (row.n !== expected) {
      findings.push({ problem: row.n > expected ? 'gap' : 'out-of-order', n: row.n, expected });
    }
    const leaf = parseLeaf(row.bytes);
    findings.push(...checkRow(row, leaf, previous));
    if (leaf.ok) {
      const { event } = leaf.value;
      previous = event.t;
      if (isKeyChange(event)) {
        if (followsFrom(event, keyChanges)) keyChanges.push(event);
        else findings.push({ problem: 'bad-key-change', n: row.n });
      }
    }
    tree.append(row.bytes);
  }
  // Whoever trusts the key of today trusts those that it followed, each for its own time.
  const told = [...given.keys.map(({ key }) => formatVerifierKey(key)), ...keyChanges.map(toJcs)];
  const { keys } = keyRing(told.map((vkey) => ({ vkey })));
  findings.push(...checkCheckpoints({ ...given, keys }, tree));
  return {
    sound: findings.length === 0,
    size: tree.size,
    root: tree.root(),
    checkpoints: given.checkpoints.length,
    keyChanges,
    findings,
  };
}

function checkRow(row: StoredRow, leaf: ReturnType<typeof parseLeaf>, previous: string): LedgerFinding[] {
  const { n, bytes, parsed } = row;
  const findings: LedgerFinding[] = [];
  if (leaf.ok) {
    const { n: inLeaf, t } = leaf.value.event;
    if (inLeaf !== n) findings.push({ problem: 'wrong-number', n, inLeaf });
    if (t < previous) findings.push({ problem: 'time-went-back', n, t, previous });
  } else {
    findings.push({ problem: 'unreadable', n, detail: leaf.failure.detail });
  }
  if (!saysTheSame(parsed, bytes)) findings.push({ problem: 'fields-differ', n });
  return findings;
}

/** The stored fields may be anything at all, what JSON cannot say included: that is a difference, not a crash. */
function saysTheSame(parsed: unknown, bytes: Uint8Array): boolean {
  try {
    return canonicalize(parsed) === fromUtf8(bytes);
  } catch {
    return false;
  }
}

function checkCheckpoints({ checkpoints, keys, origin }: LedgerToVerify, tree: MerkleTree): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const verified: { position: number; checkpoint: VerifiedCheckpoint }[] = [];
  for (const [position, note] of checkpoints.entries()) {
    const read = verifyCheckpoint(note, { keys });
    if (!read.ok)
      findings.push({ problem: 'bad-checkpoint', checkpoint: position, detail: read.failure.detail });
    else if (read.value.origin !== origin) {
      findings.push({ problem: 'bad-checkpoint', checkpoint: position, detail: `of ${read.value.origin}` });
    } else verified.push({ position, checkpoint: read.value });
  }
  // Between the last size that still agrees and the first that does not, a leaf was changed.
  let agreed = 0;
  for (const { position, checkpoint } of verified.sort((a, b) => a.checkpoint.size - b.checkpoint.size)) {
    const { size, root } = checkpoint;
    if (size > tree.size) {
      findings.push({ problem: 'truncated', checkpoint: position, signed: size, stored: tree.size });
    } else if (sameBytes(tree.root(size), root)) {
      agreed = size;
    } else {
      findings.push({ problem: 'rewritten', checkpoint: position, n: agreed, last: size - 1 });
    }
  }
  return findings;
}
