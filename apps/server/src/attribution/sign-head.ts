/**
 * The one thing a log may never do is sign two histories. Before the first signature every checkpoint ever signed is
 * held against the leaves; afterwards each extends the one before.
 */
import {
  parseVerifierKey,
  signCheckpoint,
  verifyCheckpoint,
  type Checkpoint,
  type MerkleTree,
  type TrustedKey,
} from '@butinerie/attribution';
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import type { Log } from '../platform/log.ts';
import type { KeyFiles } from './key-file.ts';
import type { LastSigned } from './last-signed.ts';
import type { LedgerStore, SignedCheckpoint } from './ledger.store.ts';
import type { LiveLedger } from './live-ledger.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { VerifierKeysStore } from './verifier-keys.store.ts';

export interface SigningDeps {
  readonly origin: string;
  readonly ledger: LedgerStore;
  readonly live: LiveLedger;
  readonly files: KeyFiles;
  readonly keys: SigningKeys;
  readonly known: VerifierKeysStore;
  readonly lastSigned: LastSigned;
  readonly log: Log;
}

export type SignedHead = Result<SignedCheckpoint, Failure<'ledger-refuses'>>;

/** The key that signed is not here: which one it was, where that is known, and the last state it signed. */
export interface LostKey {
  readonly old: string | null;
  readonly last: Checkpoint | null;
}
const LOST = 'the key that signed the register is not here';

export interface Signing {
  /** Reads everything back and holds it against what was signed; anew once the key has changed, on whichever server. */
  begin(): Promise<void>;
  /** The latest checkpoint, covering everything committed before the call. */
  head(): Promise<SignedHead>;
  /** Null while the key in force is here. */
  lost(): LostKey | null;
}

export function signing(deps: SigningDeps): Signing {
  const { origin, ledger, live, files, keys, known, lastSigned, log } = deps;
  let latest: (SignedCheckpoint & { readonly checkpoint: Checkpoint }) | undefined;
  let lost: LostKey | null = null;
  let begun: Promise<void> | undefined;
  /** How many changes of the key were known when everything was read back. */
  let changesRead = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function readBack(): Promise<void> {
    latest = undefined;
    lost = null;
    // What was written and signed before the leaves are read: another server may go on meanwhile.
    const { n } = await ledger.head();
    const outside = lastSigned.read();
    const notes = (await ledger.checkpoints()).map(({ note }) => note);
    await live.catchUp();
    changesRead = live.keyChanges.length;
    if (n > live.tree.size) live.distrust(`${n} leaves were written, ${live.tree.size} are there`);
    putInPlace(keys.current());
    // The key may have served another instance, whose data is gone: its log is not this one.
    if (outside?.startsWith(`${origin}\n`) === true) notes.push(outside);
    const strange = notes.filter((note) => !hold(note, keys.trusted()));
    if (strange.length > 0 && !(await isAnotherKeys(strange)))
      live.distrust('a checkpoint is not of this key: no signature of a key known here');
    else if (strange.length === 0 && keys.signers().length === 0)
      lost = { old: keys.current(), last: newest()?.checkpoint ?? null };
    if (missing() === null) await known.keep(keys.current());
    else log.error(LOST);
  }

  /** Everything was signed by one key that is not here: it was lost, or its file taken away. */
  async function isAnotherKeys(notes: readonly string[]): Promise<boolean> {
    if (newest() !== undefined || live.keyChanges.length > 0) return false;
    lost = { old: null, last: null };
    for (const old of await known.all()) {
      const key = parseVerifierKey(old);
      if (!key.ok || !notes.every((note) => hold(note, [{ key: key.value }]))) continue;
      lost = { old, last: newest()?.checkpoint ?? null };
    }
    return true;
  }
  // Read anew each time: what was found meanwhile counts.
  const newest = () => latest;
  const missing = () => lost;

  /** False when it is of no key given; anything else wrong with it is a fault. */
  function hold(note: string, trusted: readonly TrustedKey[]): boolean {
    const read = verifyCheckpoint(note, { keys: trusted });
    if (!read.ok && read.failure.code === 'unknown-key') return false;
    if (!read.ok) {
      live.distrust(`a checkpoint is not of this key: ${read.failure.detail}`);
      return true;
    }
    const { size } = read.value;
    const wrong = differs(read.value, live.tree);
    if (wrong !== null) live.distrust(wrong);
    else if (latest === undefined || size > latest.size) latest = { size, note, checkpoint: read.value };
    return true;
  }

  /** Where nobody may write any more the key signs from where it lies. */
  function putInPlace(inForce: string): void {
    try {
      files.promote(inForce);
    } catch (error) {
      log.warn({ err: error }, 'the attribution key in force could not be put in its place');
    }
  }

  /** A folder of keys that nobody may write to is a choice; a restored backup then goes unnoticed here. */
  function keepOutside(note: string): void {
    try {
      lastSigned.keep(note);
    } catch (error) {
      log.warn({ err: error }, 'the last checkpoint could not be kept beside the attribution key');
    }
  }

  async function sign(): Promise<SignedHead> {
    await upToDate();
    const reason = live.fault();
    if (reason !== null) return refuse('ledger-refuses', { reason });
    if (missing() !== null) return refuse('ledger-refuses', { reason: LOST });
    const { tree } = live;
    if (latest?.size === tree.size) return ok(latest);
    const signers = keys.signers();
    // Its file was taken away meanwhile; put back, it signs again.
    if (signers.length === 0) return refuse('ledger-refuses', { reason: LOST });
    const previous = latest === undefined ? {} : { previous: latest.checkpoint };
    const signed = signCheckpoint({ tree, origin, signers, ...previous });
    if (!signed.ok) return refuse('ledger-refuses', { reason: signed.failure.detail });
    const checkpoint = { origin, size: tree.size, root: tree.root() };
    const kept = { size: checkpoint.size, note: signed.value, checkpoint };
    // Kept before anybody sees it.
    await ledger.keepCheckpoint(kept);
    keepOutside(kept.note);
    latest = kept;
    return ok(kept);
  }

  async function upToDate(): Promise<void> {
    await (begun ??= readBack());
    await live.catchUp();
    if (live.keyChanges.length !== changesRead) await (begun = readBack());
  }
  /** One after the other: two that read back at once would take each other's finds for their own. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    begin: () => inTurn(upToDate),
    lost: missing,
    head: () => inTurn(sign),
  };
}

function differs({ size, root }: Checkpoint, tree: MerkleTree): string | null {
  if (size > tree.size) return `${tree.size} leaves are there, ${size} were signed`;
  return Buffer.compare(tree.root(size), root) === 0
    ? null
    : `the first ${size} leaves are not those that were signed`;
}
