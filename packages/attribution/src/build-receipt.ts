/** Answers for making a receipt: an opening or a text that is not the event's is a bug, caught before it is given. */
import { parseLeaf } from './canonical.ts';
import { opensCommitment } from './commitment.ts';
import type { MerkleTree } from './merkle-tree.ts';
import { committedField, formatReceipt, type Receipt } from './receipt-text.ts';
import { carriesOwnText, committedDigest } from './receipt-openings.ts';

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
  const receipt: Receipt = {
    leaf,
    openings,
    ...(text === undefined ? {} : { text }),
    key,
    proof: { index, proof: tree.inclusionProof(index, checkpoint.size), checkpoint: checkpoint.note },
  };
  if (carriesOwnText(receipt) === 'other')
    throw new TypeError('the text is not the one that was committed to');
  return formatReceipt(receipt);
}
