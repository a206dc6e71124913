/**
 * Answers for the RFC 6962 tree in memory: it only grows, gives its root at every size it ever had, and the proofs.
 * Every complete subtree's hash is kept (64 bytes a leaf), so a proof costs at most a path of hashes.
 */
import { hashLeaf, hashLength, hashNode, hashNothing, type Sha256 } from './merkle-hash.ts';

/** Hashes of one height side by side: one growing buffer is a fraction of a million small arrays. */
class Row {
  #bytes = new Uint8Array(hashLength * 16);
  length = 0;

  push(hash: Uint8Array): void {
    const end = (this.length + 1) * hashLength;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(hash, end - hashLength);
    this.length += 1;
  }

  at(position: number): Uint8Array {
    if (position >= this.length) throw new RangeError('no such node');
    return this.#bytes.slice(position * hashLength, (position + 1) * hashLength);
  }
}

/** The largest power of two strictly below `size` (RFC 6962 calls it k), with its height. */
function split(size: number): { width: number; height: number } {
  let width = 1;
  let height = 0;
  while (width * 2 < size) {
    width *= 2;
    height += 1;
  }
  return { width, height };
}

export class MerkleTree {
  readonly #rows: Row[] = [new Row()];
  readonly #sha256: Sha256 | undefined;

  constructor(sha256?: Sha256) {
    this.#sha256 = sha256;
  }

  get size(): number {
    return this.#row(0).length;
  }

  /** Adds a leaf by its bytes; answers with its index. */
  append(leaf: Uint8Array): number {
    return this.appendHash(hashLeaf(leaf, this.#sha256));
  }

  /** Adds a leaf whose hash is already known. */
  appendHash(leafHash: Uint8Array): number {
    if (leafHash.length !== hashLength) throw new RangeError('a leaf hash has 32 bytes');
    this.#row(0).push(leafHash);
    for (let height = 0; this.#row(height).length % 2 === 0; height += 1) {
      const row = this.#row(height);
      this.#row(height + 1).push(hashNode(row.at(row.length - 2), row.at(row.length - 1), this.#sha256));
    }
    return this.size - 1;
  }

  leafHash(index: number): Uint8Array {
    this.#within(index, this.size - 1);
    return this.#row(0).at(index);
  }

  /** The root now, or at an earlier size. */
  root(size: number = this.size): Uint8Array {
    this.#within(size, this.size);
    return size === 0 ? hashNothing() : this.#subtree(0, size);
  }

  /** From the leaf's sibling to the root's child, as RFC 6962 §2.1.1. */
  inclusionProof(index: number, size: number = this.size): Uint8Array[] {
    this.#within(size, this.size);
    this.#within(index, size - 1);
    const path: Uint8Array[] = [];
    let start = 0;
    let width = size;
    while (width > 1) {
      const left = split(width).width;
      if (index < start + left) {
        path.push(this.#subtree(start + left, width - left));
        width = left;
      } else {
        path.push(this.#subtree(start, left));
        start += left;
        width -= left;
      }
    }
    return path.reverse();
  }

  /** That the tree of size `from` is the beginning of the tree of size `to`, as RFC 6962 §2.1.2. */
  consistencyProof(from: number, to: number = this.size): Uint8Array[] {
    this.#within(to, this.size);
    this.#within(from, to);
    if (from === 0) throw new RangeError('nothing is proved about a tree without leaves');
    const path: Uint8Array[] = [];
    let start = 0;
    let width = to;
    let inner = from;
    while (inner !== width) {
      const left = split(width).width;
      if (inner <= left) {
        path.push(this.#subtree(start + left, width - left));
        width = left;
      } else {
        path.push(this.#subtree(start, left));
        start += left;
        width -= left;
        inner -= left;
      }
    }
    // The old root itself is known to the verifier; any other last subtree is not.
    if (start > 0) path.push(this.#subtree(start, width));
    return path.reverse();
  }

  /** Root of `width` leaves from `start`, which the callers keep aligned as RFC 6962 splits. */
  #subtree(start: number, width: number): Uint8Array {
    const { width: left, height } = split(width);
    if (width === 1) return this.#row(0).at(start);
    if (width === left * 2) return this.#row(height + 1).at(start / width);
    return hashNode(this.#row(height).at(start / left), this.#subtree(start + left, width - left));
  }

  #row(height: number): Row {
    const row = this.#rows[height] ?? new Row();
    this.#rows[height] = row;
    return row;
  }

  #within(value: number, most: number): void {
    if (!Number.isSafeInteger(value) || value < 0 || value > most) {
      throw new RangeError(`${value} is outside a tree of ${this.size}`);
    }
  }
}

/** The root over a whole list at once, for a log that is sealed rather than grown. */
export function merkleRoot(leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}
