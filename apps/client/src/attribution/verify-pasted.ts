/** A receipt against chosen keys and, where the register can be read, against the register of today. */
import { receiptIn, verifyReceipt, type ReceiptVerdict } from '@butinerie/attribution';
import { readCheckpoint, readConsistency } from '@butinerie/contracts';
import { call } from '../platform/call.ts';

export interface PastedTrust {
  readonly vkeys: readonly string[];
  /** Whether the reader may ask for the register of today. */
  readonly compare: boolean;
}

export async function verifyPasted(text: string, { vkeys, compare }: PastedTrust): Promise<ReceiptVerdict> {
  const file = receiptIn(text);
  const trust = { vkeys: vkeys.map((vkey) => ({ vkey })) };
  const alone = verifyReceipt(file, trust);
  if (!alone.valid || !compare) return alone;
  const head = await call(readCheckpoint);
  if (!head.ok) return alone;
  const from = alone.facts.checkpointSize;
  const to = Number(head.value.split('\n')[1]);
  const proof = to > from ? await call(readConsistency, { params: { from, to } }) : null;
  // No network, no comparison; an answer without a proof is one that the verifier has to judge.
  if (proof && !proof.ok && proof.failure.code !== 'not-found') return alone;
  return verifyReceipt(file, {
    ...trust,
    newerCheckpoint: head.value,
    freshAt: new Date().toISOString(),
    ...(proof?.ok ? { consistencyProof: proof.value.hashes } : {}),
  });
}
