/** Answers for making a receipt: refused as a bug when it would not verify, because it is given once. */
import { parseLeaf } from './canonical.ts';
import { opensCommitment } from './commitment.ts';
import type { MerkleTree } from './merkle-tree.ts';
import { committedField, formatReceipt, type Receipt } from './receipt-text.ts';
import { committedDigest } from './receipt-openings.ts';

export interface ReceiptToBuild {
  readonly leaf: Uint8Array;
  /** The tree at the size of the checkpoint, or larger. */
  readonly tree: MerkleTree;
  /** The signed note, and the size it states. */
  readonly checkpoint: { readonly note: string; readonly size: number };
  readonly key: string;
  readonly openings: Receipt['openings'];
  readonly text?: string;
}

export function buildReceipt(given: ReceiptToBuild): string {
  const { leaf, tree, checkpoint, key, openings, text } = given;
  const read = parseLeaf(leaf);
  if (!read.ok) throw new TypeError(`a receipt of no event: ${read.failure.detail}`);
  for (const field of committedField.options) {
    const opening = openings[field];
    const commitment = committedDigest(read.value.event, field);
    if (opening !== undefined && (commitment === undefined || !opensCommitment(commitment, opening))) {
      throw new TypeError(`the opening of ${field} is not that of this event`);
    }
  }
  const index = read.value.event.n;
  return formatReceipt({
    leaf,
    openings,
    ...(text === undefined ? {} : { text }),
    key,
    proof: { index, proof: tree.inclusionProof(index, checkpoint.size), checkpoint: checkpoint.note },
  });
}
