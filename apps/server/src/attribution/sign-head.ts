/**
 * The one thing a log may never do is sign two histories. Before the first signature every checkpoint ever signed is
 * held against the leaves; afterwards each extends the one before.
 */
import {
  signCheckpoint,
  verifyCheckpoint,
  type Checkpoint,
  type MerkleTree,
  type Signer,
} from '@butinerie/attribution';
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import type { Log } from '../platform/log.ts';
import type { LastSigned } from './last-signed.ts';
import type { LedgerStore, SignedCheckpoint } from './ledger.store.ts';
import type { LiveLedger } from './live-ledger.ts';

export interface SigningDeps {
  readonly ledger: LedgerStore;
  readonly live: LiveLedger;
  readonly signer: Signer;
  readonly lastSigned: LastSigned;
  readonly log: Log;
}

export type SignedHead = Result<SignedCheckpoint, Failure<'ledger-refuses'>>;

export interface Signing {
  /** Reads everything back and holds it against what was signed. */
  begin(): Promise<void>;
  /** The latest checkpoint, covering everything committed before the call. */
  head(): Promise<SignedHead>;
}

export function signing({ ledger, live, signer, lastSigned, log }: SigningDeps): Signing {
  const origin = signer.key.name;
  let latest: (SignedCheckpoint & { readonly checkpoint: Checkpoint }) | undefined;
  let begun: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function readBack(): Promise<void> {
    await live.catchUp();
    const { n } = await ledger.head();
    if (n > live.tree.size) live.distrust(`${n} leaves were written, ${live.tree.size} are there`);
    for (const { note } of await ledger.checkpoints()) hold(note);
    const outside = lastSigned.read();
    // The key may have served another instance, whose data is gone: its log is not this one.
    if (outside?.startsWith(`${origin}\n`) === true) hold(outside);
  }

  function hold(note: string): void {
    const read = verifyCheckpoint(note, { keys: [{ key: signer.key }] });
    if (!read.ok) return live.distrust(`a checkpoint is not of this key: ${read.failure.detail}`);
    const { size } = read.value;
    const wrong = differs(read.value, live.tree);
    if (wrong !== null) live.distrust(wrong);
    else if (latest === undefined || size > latest.size) latest = { size, note, checkpoint: read.value };
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
    await (begun ??= readBack());
    await live.catchUp();
    const reason = live.fault();
    if (reason !== null) return refuse('ledger-refuses', { reason });
    const { tree } = live;
    if (latest?.size === tree.size) return ok(latest);
    const previous = latest === undefined ? {} : { previous: latest.checkpoint };
    const signed = signCheckpoint({ tree, origin, signers: [signer], ...previous });
    if (!signed.ok) return refuse('ledger-refuses', { reason: signed.failure.detail });
    const checkpoint = { origin, size: tree.size, root: tree.root() };
    const kept = { size: checkpoint.size, note: signed.value, checkpoint };
    // Kept before anybody sees it.
    await ledger.keepCheckpoint(kept);
    keepOutside(kept.note);
    latest = kept;
    return ok(kept);
  }

  return {
    begin: () => (begun ??= readBack()),
    head() {
      const mine = turn.then(sign);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function differs({ size, root }: Checkpoint, tree: MerkleTree): string | null {
  if (size > tree.size) return `${tree.size} leaves are there, ${size} were signed`;
  return Buffer.compare(tree.root(size), root) === 0
    ? null
    : `the first ${size} leaves are not those that were signed`;
}
