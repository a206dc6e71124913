/**
 * Answers for checkpoints: the three lines (origin, size, root) that a log signs, as C2SP tlog-checkpoint, and what
 * two of them say about each other. The one promise of a log is never to sign two that do not extend each other.
 */
import { fromBase64, sameBytes, toBase64 } from './bytes.ts';
import { hashLength, hashNothing } from './merkle-hash.ts';
import { verifyConsistency } from './merkle-proof.ts';
import type { MerkleTree } from './merkle-tree.ts';
import { signNote, verifyNote, type NoteFailure } from './note.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import type { Signer, VerifierKey } from './verifier-key.ts';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface VerifiedCheckpoint extends Checkpoint {
  readonly keys: readonly VerifierKey[];
}

/** A key as a verifier trusts it; after `retiredAt` it vouches for what is old, no longer for what is new. */
export interface TrustedKey {
  readonly key: VerifierKey;
  readonly retiredAt?: string;
  /** The largest register it speaks for: another key took its place in the next leaf. */
  readonly upTo?: number;
}

export interface Trust {
  readonly keys: readonly TrustedKey[];
  /** The moment the checkpoint was fetched, when it claims to be fresh: retired keys are then refused. */
  readonly freshAt?: string;
}

export type CheckpointFailure = NoteFailure | 'malformed-checkpoint' | 'retired-key';

export type HeadFailure = 'shrunk' | 'rewritten' | 'other-log';

export function originOf(instanceId: string): string {
  return `butinerie/${instanceId}`;
}

function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

export interface HeadToSign {
  readonly tree: MerkleTree;
  readonly origin: string;
  readonly signers: readonly Signer[];
  /** The last checkpoint that left the server, whatever the database says now. */
  readonly previous?: Checkpoint;
}

/** Refuses to sign a tree that shrank or whose beginning changed: a restored backup must not pass for the log. */
export function signCheckpoint(head: HeadToSign): Outcome<string, HeadFailure> {
  const { tree, origin, signers, previous } = head;
  if (previous !== undefined) {
    if (previous.origin !== origin) return refused('other-log', `${previous.origin} is not ${origin}`);
    if (tree.size < previous.size)
      return refused('shrunk', `${tree.size} leaves, ${previous.size} were signed`);
    if (!sameBytes(tree.root(previous.size), previous.root)) {
      return refused('rewritten', `the first ${previous.size} leaves are not those that were signed`);
    }
  }
  if (signers.some(({ key }) => key.name !== origin)) throw new TypeError('a log signs under its own origin');
  return accepted(signNote(formatCheckpoint({ origin, size: tree.size, root: tree.root() }), signers));
}

export function verifyCheckpoint(note: string, trust: Trust): Outcome<VerifiedCheckpoint, CheckpointFailure> {
  const verified = verifyNote(
    note,
    trust.keys.map(({ key }) => key),
  );
  if (!verified.ok) return verified;
  const checkpoint = parseCheckpoint(verified.value.text);
  if (checkpoint === undefined) return refused('malformed-checkpoint', 'not an origin, a size and a root');
  // A key of another log that happens to be trusted does not speak for this one.
  const own = verified.value.keys.filter((key) => key.name === checkpoint.origin);
  if (own.length === 0) return refused('unknown-key', `no trusted key of ${checkpoint.origin} signed this`);
  const { freshAt } = trust;
  const keys = own.filter(
    (key) =>
      !isOutgrown(trust.keys, key, checkpoint.size) &&
      (freshAt === undefined || !isRetired(trust.keys, key, freshAt)),
  );
  if (keys.length === 0) return refused('retired-key', 'signed as new, by retired keys only');
  return accepted({ ...checkpoint, keys });
}

function isRetired(trusted: readonly TrustedKey[], key: VerifierKey, at: string): boolean {
  const retiredAt = trusted.find((known) => known.key === key)?.retiredAt;
  return retiredAt !== undefined && Date.parse(retiredAt) <= Date.parse(at);
}

function isOutgrown(trusted: readonly TrustedKey[], key: VerifierKey, size: number): boolean {
  return size > (trusted.find((known) => known.key === key)?.upTo ?? Infinity);
}

function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, sizeText, rootText, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || sizeText === undefined || rootText === undefined) return undefined;
  const size = parseIndex(sizeText);
  const root = fromBase64(rootText);
  if (origin === '' || size === undefined || root?.length !== hashLength || extensions.includes('')) {
    return undefined;
  }
  if (size === 0 && !sameBytes(root, hashNothing())) return undefined;
  return { origin, size, root };
}

/** ASCII decimal without leading zeroes, up to what a number holds exactly. */
export function parseIndex(text: string): number | undefined {
  const value = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : undefined;
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

export type ExtensionFailure = 'other-log' | 'shrunk' | 'split-view' | 'proof-missing' | 'not-extended';

/**
 * Whether a newer checkpoint extends one seen before; both must have been verified. `split-view` is proof of fault by
 * itself: the log signed two histories of one size.
 */
export function checkExtension(
  older: Checkpoint,
  newer: Checkpoint,
  proof: readonly Uint8Array[] | undefined,
): Outcome<'same' | 'extended', ExtensionFailure> {
  if (older.origin !== newer.origin) return refused('other-log', `${newer.origin} is not ${older.origin}`);
  if (newer.size < older.size) return refused('shrunk', `${newer.size} leaves, ${older.size} were seen`);
  if (newer.size === older.size) {
    return sameBytes(newer.root, older.root)
      ? accepted('same')
      : refused('split-view', `two signed roots for ${newer.size} leaves`);
  }
  // Nothing was seen of a log without leaves, so there is nothing that could have changed.
  if (older.size === 0) return accepted('extended');
  if (proof === undefined)
    return refused('proof-missing', `no proof from ${older.size} to ${newer.size} leaves`);
  const sound = verifyConsistency({
    from: older.size,
    fromRoot: older.root,
    to: newer.size,
    toRoot: newer.root,
    proof,
  });
  return sound
    ? accepted('extended')
    : refused('not-extended', `the ${older.size} leaves seen are not its beginning`);
}
