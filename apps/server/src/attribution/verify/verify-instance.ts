/**
 * Everything the ledger says, checked against everything beside it: leaves and checkpoints, the head, the indexes of
 * rows, names, texts, authors and the update logs behind seals. It only reads.
 */
import {
  CreditsFold,
  parseLeaf,
  verifyLedger,
  type LedgerFinding,
  type LedgerReport,
  type ReadEvent,
  type TrustedKey,
} from '@butinerie/attribution';
import { ideasIn, peopleIn, rebounderOf } from '../named-in.ts';
import { checkAuthors, checkSeals, sealsIn } from './check-ideas.ts';
import { checkNames, checkOpenings } from './check-names.ts';
import type { Finding } from './finding.ts';
import {
  document,
  documents,
  listIn,
  sameMembers,
  storedRows,
  textIn,
  type Snapshot,
  type RawRow,
} from './stored-instance.ts';

export interface InstanceToVerify {
  readonly from: Snapshot;
  readonly origin: string;
  readonly keys: readonly TrustedKey[];
  /** Checkpoints from outside the database: kept beside the key, mailed, on somebody's receipt. */
  readonly brought: readonly string[];
}

export interface InstanceReport extends Pick<LedgerReport, 'size' | 'root' | 'checkpoints' | 'keyChanges'> {
  readonly findings: readonly Finding[];
}

export async function verifyInstance({ from, ...given }: InstanceToVerify): Promise<InstanceReport> {
  const events = new Map<number, ReadEvent['event']>();
  const fold = new CreditsFold();
  const findings: Finding[] = [];

  async function* read(): AsyncGenerator<RawRow> {
    for await (const row of storedRows(from)) {
      const leaf = parseLeaf(row.bytes);
      if (leaf.ok) {
        const { event } = leaf.value;
        events.set(row.n, event);
        const ruling = fold.apply(event);
        if (!ruling.ok && ruling.failure.code !== 'unknown-kind')
          findings.push({ n: row.n, problem: 'without-effect', detail: ruling.failure.detail });
        if (!isIndexed(row, event, fold))
          findings.push({
            n: row.n,
            problem: 'index-differs',
            detail: 'the row is filed under other names or ideas',
          });
      }
      yield row;
    }
  }

  const stored: string[] = [];
  for await (const { note } of documents(from, 'checkpoints')) stored.push(textIn(note));
  const checkpoints = [...new Set([...stored, ...given.brought])];
  const { keys, origin } = given;
  const ledger = await verifyLedger({ rows: read(), checkpoints, keys, origin });

  const proposedAt = new Map<string, number>();
  for (const [n, event] of events)
    if (event.k === 'idea.proposed') for (const idea of ideasIn(event)) proposedAt.set(idea, n);
  return {
    size: ledger.size,
    root: ledger.root,
    checkpoints: ledger.checkpoints,
    keyChanges: ledger.keyChanges,
    findings: [
      ...ledger.findings.map(asFinding),
      ...findings,
      ...(await checkHead(from, ledger.size)),
      ...(await checkNames(from, events)),
      ...(await checkOpenings(from, events)),
      ...(await checkAuthors(from, fold, proposedAt)),
      ...(await checkSeals(from, sealsIn(events.values()))),
    ],
  };
}

async function checkHead(from: Snapshot, size: number): Promise<Finding[]> {
  const written: unknown = (await document(from, 'ledgerHead', 'head'))?.['n'] ?? 0;
  if (written === size) return [];
  return [
    { n: size, problem: 'head-differs', detail: `${String(written)} leaves were written, ${size} are there` },
  ];
}

function isIndexed({ ideas, names }: RawRow, event: ReadEvent['event'], fold: CreditsFold): boolean {
  const people = peopleIn([event, rebounderOf(event, fold) ?? null]);
  return sameMembers(listIn(names), people) && sameMembers(listIn(ideas), ideasIn(event));
}

function asFinding(found: LedgerFinding): Finding {
  const { problem } = found;
  switch (problem) {
    case 'gap':
    case 'out-of-order':
      return { n: found.n, problem, detail: `leaf ${found.expected} was expected` };
    case 'unreadable':
      return { n: found.n, problem, detail: found.detail };
    case 'wrong-number':
      return { n: found.n, problem, detail: `the leaf calls itself ${found.inLeaf}` };
    case 'time-went-back':
      return { n: found.n, problem, detail: `${found.t} comes after ${found.previous}` };
    case 'fields-differ':
      return { n: found.n, problem, detail: 'the stored fields are not what the bytes say' };
    case 'bad-key-change':
      return {
        n: found.n,
        problem,
        detail: 'the keys it names did not sign it, or another key was in force',
      };
    case 'bad-checkpoint':
      return { n: null, problem, detail: `checkpoint ${found.checkpoint}: ${found.detail}` };
    case 'truncated':
      return {
        n: found.stored,
        problem,
        detail: `${found.signed} leaves were signed, ${found.stored} are there`,
      };
    case 'rewritten':
      return {
        n: found.n,
        problem,
        detail: `a leaf from ${found.n} to ${found.last} is not what was signed`,
      };
  }
}
