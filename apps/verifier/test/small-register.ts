/** A register of a few acts, its signed states and the receipt of one of them, made with the package itself. */
import {
  buildReceipt,
  commitIdentity,
  commitText,
  encodeLeaf,
  formatExtension,
  formatVerifierKey,
  MerkleTree,
  originOf,
  signCheckpoint,
  signerFromSeed,
  toBase64,
  type LedgerEvent,
} from '@butinerie/attribution';

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const person = (letter: string): string => `p_${letter.padStart(26, '0')}`;
const idea = `id_${'1'.padStart(26, '0')}`;
const who = commitIdentity(seed(1), { name: 'Ana Exemple', directorate: 'Direction des routes' });
const txt = commitText(seed(2), 'Un café des idées', 'Chaque jeudi.');

function acts(name: string): LedgerEvent[] {
  const at = (n: number) => ({ v: 1 as const, n, t: `2026-10-12T07:0${n}:00.000Z` });
  const rebound = (n: number): LedgerEvent => ({
    ...at(n),
    k: 'rebound.made',
    by: person(name),
    i: idea,
    rb: `rb_${String(n).padStart(26, '0')}`,
    txt: txt.commitment,
  });
  const first: LedgerEvent = {
    ...at(0),
    k: 'idea.proposed',
    by: person('a'),
    who: who.commitment,
    i: idea,
    txt: txt.commitment,
    dir: 'DR',
  };
  return [first, ...[1, 2, 3, 4].map(rebound)];
}

/** The same person's first act, then others by `name`; another name or key is another history. */
export function register({ name = 'b', key = 7 } = {}) {
  const origin = originOf('verifier');
  const signer = signerFromSeed(origin, seed(key));
  const leaves = acts(name).map(encodeLeaf);
  const treeOf = (size: number): MerkleTree => {
    const tree = new MerkleTree();
    for (const leaf of leaves.slice(0, size)) tree.append(leaf);
    return tree;
  };
  const checkpoint = (size: number): string => {
    const signed = signCheckpoint({ tree: treeOf(size), origin, signers: [signer] });
    if (!signed.ok) throw new Error(signed.failure.detail);
    return signed.value;
  };
  const hashes = (from: number, to: number): string[] => treeOf(to).consistencyProof(from, to).map(toBase64);
  const [first = new Uint8Array()] = leaves;
  return {
    vkey: formatVerifierKey(signer.key),
    checkpoint,
    hashes,
    extension: (from: number, to: number) =>
      formatExtension({ from, hashes: hashes(from, to), checkpoint: checkpoint(to) }),
    receipt: (size: number) =>
      buildReceipt({
        leaf: first,
        tree: treeOf(size),
        checkpoint: { note: checkpoint(size), size },
        key: formatVerifierKey(signer.key),
        openings: { who: who.opening, txt: txt.opening },
        text: 'Chaque jeudi.',
      }),
  };
}
