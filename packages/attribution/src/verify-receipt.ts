/**
 * Answers for what a receipt proves, check by check, for a page to say in plain sentences. Nothing is read from the
 * log's server: trust comes from the keys given, and from a newer checkpoint when there is one to compare with.
 */
import { fromBase64 } from './bytes.ts';
import { parseLeaf } from './canonical.ts';
import { checkExtension, verifyCheckpoint, type Checkpoint, type TrustedKey } from './checkpoint.ts';
import { keyRing, type BroughtKey } from './key-changes.ts';
import { hashLeaf } from './merkle-hash.ts';
import { verifyInclusion } from './merkle-proof.ts';
import type { Outcome } from './outcome.ts';
import {
  carriesOwnText,
  checkOpenings,
  openedIdentity,
  openedTitle,
  type OpenedIdentity,
} from './receipt-openings.ts';
import { parseReceipt, type CommittedField, type Receipt } from './receipt-text.ts';
import { formatVerifierKey, parseVerifierKey } from './verifier-key.ts';

export type CheckName =
  'form' | 'event' | 'signature' | 'inclusion' | `opening:${CommittedField}` | 'text' | 'extension';

export interface Check {
  readonly name: CheckName;
  /** `absent`: nothing was given to check; it neither helps nor harms. */
  readonly outcome: 'passed' | 'failed' | 'absent';
  /** The code of the refusal when it failed. */
  readonly reason?: string;
}

/** What a valid receipt says. Read it only when the verdict is valid. */
export interface ReceiptFacts {
  readonly origin: string;
  readonly n: number;
  readonly t: string;
  readonly kind: string;
  readonly by: string;
  readonly idea?: string;
  readonly identity?: OpenedIdentity;
  readonly title?: string;
  readonly text?: string;
  readonly checkpointSize: number;
  readonly signedBy: readonly string[];
}

export type ReceiptVerdict =
  | { readonly valid: true; readonly checks: readonly Check[]; readonly facts: ReceiptFacts }
  | { readonly valid: false; readonly checks: readonly Check[] };

export interface ReceiptTrust {
  /** Keys the reader trusts, as `vkey` texts, with the moment each one retired if it did; and changes of keys, as leaves. */
  readonly vkeys: readonly BroughtKey[];
  readonly newerCheckpoint?: string;
  /** From the receipt's checkpoint to the newer one, base64, as `/consistency/:m/:n` answers. */
  readonly consistencyProof?: readonly string[];
  /** When the newer checkpoint was fetched: a retired key may not sign what is new. */
  readonly freshAt?: string;
}

const passed = (name: CheckName): Check => ({ name, outcome: 'passed' });
const absent = (name: CheckName): Check => ({ name, outcome: 'absent' });
const failed = (name: CheckName, reason: string): Check => ({ name, outcome: 'failed', reason });

const check = (name: CheckName, outcome: Outcome<unknown, string>): Check =>
  outcome.ok ? passed(name) : failed(name, outcome.failure.code);

export function verifyReceipt(file: string, trust: ReceiptTrust): ReceiptVerdict {
  const parsed = parseReceipt(file);
  if (!parsed.ok) return { valid: false, checks: [check('form', parsed)] };
  const receipt = parsed.value;
  const leaf = parseLeaf(receipt.leaf);
  const { keys } = keyRing(trust.vkeys);
  const checkpoint = verifyCheckpoint(receipt.proof.checkpoint, { keys });
  const checks = [passed('form'), check('event', leaf)];
  if (!checkpoint.ok) return { valid: false, checks: [...checks, check('signature', checkpoint)] };

  // The key line is only a hint, but a hint that names another key than a signer's was altered.
  const signedBy = checkpoint.value.keys.map(formatVerifierKey);
  const named = signedBy.includes(receipt.key) || signsBeside(receipt);
  checks.push(named ? passed('signature') : failed('signature', 'other-key'));
  if (!leaf.ok) return { valid: false, checks };

  const { event } = leaf.value;
  checks.push(checkInclusion(receipt, event.n, checkpoint.value));
  for (const [field, outcome] of checkOpenings(event, receipt)) {
    const name: CheckName = `opening:${field}`;
    checks.push(
      { opened: passed(name), closed: absent(name), wrong: failed(name, 'wrong-opening') }[outcome],
    );
  }
  checks.push(
    { same: passed('text'), absent: absent('text'), other: failed('text', 'other-text') }[
      carriesOwnText(receipt)
    ],
  );
  checks.push(checkNewer(checkpoint.value, trust, keys));
  if (checks.some(({ outcome }) => outcome === 'failed')) return { valid: false, checks };

  const idea: unknown = Reflect.get(event, 'i');
  const [identity, title] = [openedIdentity(event, receipt), openedTitle(receipt)];
  const facts: ReceiptFacts = {
    origin: checkpoint.value.origin,
    n: event.n,
    t: event.t,
    kind: event.k,
    by: event.by,
    ...(typeof idea === 'string' ? { idea } : {}),
    ...(identity === undefined ? {} : { identity }),
    ...(title === undefined ? {} : { title }),
    ...(receipt.text === undefined ? {} : { text: receipt.text }),
    checkpointSize: checkpoint.value.size,
    signedBy,
  };
  return { valid: true, checks, facts };
}

/** While a key is handed over two sign: the reader may know the other one. */
function signsBeside({ key, proof }: Receipt): boolean {
  const named = parseVerifierKey(key);
  return named.ok && verifyCheckpoint(proof.checkpoint, { keys: [{ key: named.value }] }).ok;
}

function checkInclusion(receipt: Receipt, n: number, { size, root }: Checkpoint): Check {
  const { index, proof } = receipt.proof;
  if (index !== n) return failed('inclusion', 'other-index');
  const included = verifyInclusion({ index, size, root, proof, leafHash: hashLeaf(receipt.leaf) });
  return included ? passed('inclusion') : failed('inclusion', 'not-included');
}

function checkNewer(older: Checkpoint, trust: ReceiptTrust, keys: readonly TrustedKey[]): Check {
  const { newerCheckpoint, consistencyProof, freshAt } = trust;
  if (newerCheckpoint === undefined) return absent('extension');
  const newer = verifyCheckpoint(newerCheckpoint, { keys, ...(freshAt === undefined ? {} : { freshAt }) });
  if (!newer.ok) return check('extension', newer);
  const proof = consistencyProof?.map(fromBase64);
  if (proof?.includes(undefined) === true) return failed('extension', 'malformed-proof');
  return check(
    'extension',
    checkExtension(
      older,
      newer.value,
      proof?.filter((hash) => hash !== undefined),
    ),
  );
}
