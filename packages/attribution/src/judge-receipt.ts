/**
 * Answers for a receipt read away from the server: what it is held against (a key written down, a checkpoint kept from
 * elsewhere, or nothing but itself) decides how much may be said of it.
 */
import { readKept, type KeptCheckpoint } from './extension-text.ts';
import { receiptIn } from './in-a-mail.ts';
import { keyChangesIn, keyRing, type KeyChange } from './key-changes.ts';
import { parseReceipt } from './receipt-text.ts';
import { verifyReceipt, type ReceiptTrust, type ReceiptVerdict } from './verify-receipt.ts';

/**
 * `holds`: by a key or a checkpoint the reader brought. `own-key`: only by the key it names itself, which anybody can
 * make. `not-compared`: it holds, and the checkpoint brought could not be compared for want of a proof.
 */
export type Standing = 'holds' | 'own-key' | 'not-compared' | 'fails';

export interface Judgement {
  readonly standing: Standing;
  readonly verdict: ReceiptVerdict;
  /** The key the receipt names, to compare with a copy kept elsewhere; null when it cannot be read. */
  readonly namedKey: string | null;
  /** Changes of the keys concerned, as far as what was brought tells of them. */
  readonly changes: readonly KeyChange[];
}

export interface Brought {
  /** Keys the reader trusts, and changes of keys, one each; no key: the one that the receipt names is tried. */
  readonly vkeys: readonly string[];
  /** A checkpoint, with or without its proof, as text. */
  readonly checkpoint?: string;
  /** The consistency proof, where it came apart from the checkpoint. */
  readonly hashes?: readonly string[];
}

export function judgeReceipt(text: string, brought: Brought): Judgement {
  const file = receiptIn(text);
  const parsed = parseReceipt(file);
  const namedKey = parsed.ok ? parsed.value.key : null;
  // Whatever was brought and is no change of keys was meant as one: damaged, it is not passed over for the receipt's own.
  const known = brought.vkeys.some((line) => keyChangesIn(line).length === 0);
  const told = [...brought.vkeys, ...keyChangesIn(brought.checkpoint ?? '')];
  const trust: ReceiptTrust = {
    vkeys: (known || namedKey === null ? told : [namedKey, ...told]).map((vkey) => ({ vkey })),
  };
  const { changes } = keyRing(trust.vkeys);
  const alone = verifyReceipt(file, trust);
  if (!alone.valid) return { standing: 'fails', verdict: alone, namedKey, changes };
  // Brought as its own witness, whole or in a mail, it says nothing that it did not say before.
  if (brought.checkpoint === undefined || receiptIn(brought.checkpoint) === file)
    return { standing: known ? 'holds' : 'own-key', verdict: alone, namedKey, changes };

  const kept = readKept(brought.checkpoint);
  const verdict = verifyReceipt(file, {
    ...trust,
    newerCheckpoint: kept.checkpoint,
    ...proofFor(kept, brought.hashes, alone.facts.checkpointSize),
  });
  if (verdict.valid) return { standing: 'holds', verdict, namedKey, changes };
  const missing = verdict.checks.some(({ reason }) => reason === 'proof-missing');
  return missing
    ? { standing: 'not-compared', verdict: alone, namedKey, changes }
    : { standing: 'fails', verdict, namedKey, changes };
}

/** A proof from another size says nothing of this receipt. */
function proofFor({ proof }: KeptCheckpoint, apart: readonly string[] | undefined, size: number) {
  if (apart !== undefined) return { consistencyProof: apart };
  return proof?.from === size ? { consistencyProof: proof.hashes } : {};
}
