/** A small register for tests: real leaves, a real key, real proofs. */
import {
  commitIdentity,
  commitText,
  encodeLeaf,
  formatVerifierKey,
  keyChangeStatement,
  MerkleTree,
  signCheckpoint,
  signerFromSeed,
  toBase64,
  type LedgerEvent,
  type Signer,
} from '@butinerie/attribution';
import { mintId } from '@butinerie/contracts';

const salt = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
export const keyOf = (origin: string, seed: number) => signerFromSeed(origin, salt(seed));

export interface Register {
  readonly leaves: readonly Uint8Array[];
  readonly tree: MerkleTree;
  readonly vkeys: readonly string[];
  note(size?: number): string;
}

export function registerOf(
  events: readonly LedgerEvent[],
  { origin = 'butinerie/test', seed = 7 } = {},
): Register {
  const leaves = events.map(encodeLeaf);
  const signer = keyOf(origin, seed);
  const treeOf = (size: number): MerkleTree => {
    const tree = new MerkleTree();
    for (const leaf of leaves.slice(0, size)) tree.append(leaf);
    return tree;
  };
  return {
    leaves,
    tree: treeOf(leaves.length),
    vkeys: [formatVerifierKey(signer.key)],
    note(size = leaves.length) {
      const signed = signCheckpoint({ tree: treeOf(size), origin, signers: [signer] });
      if (!signed.ok) throw new Error(signed.failure.detail);
      return signed.value;
    },
  };
}

/** The key of the register handed over to another one, by two people. */
export function keyChange(n: number, next: Signer): LedgerEvent {
  const old = keyOf('butinerie/test', 7);
  const said = {
    v: 1 as const,
    n,
    t: at(31),
    k: 'key.rotated' as const,
    by: author,
    second: colleague,
    old: formatVerifierKey(old.key),
    new: formatVerifierKey(next.key),
  };
  const sign = (by: Signer): string => toBase64(by.sign(keyChangeStatement(said)));
  return { ...said, sig: sign(old), own: sign(next) };
}

/** The same where the old key is gone: only the next one signs. */
export function keyLost(n: number, next: Signer, before: Register): LedgerEvent {
  const said = {
    v: 1 as const,
    n,
    t: at(31),
    k: 'key.lost' as const,
    by: author,
    second: colleague,
    old: before.vkeys[0] ?? '',
    new: formatVerifierKey(next.key),
    size: n,
    root: `sha256-${toBase64(before.tree.root())}`,
  };
  return { ...said, own: toBase64(next.sign(keyChangeStatement(said))) };
}

export const consistency = ({ tree }: Register, from: number, to: number): string[] =>
  tree.consistencyProof(from, to).map(toBase64);

export const author = mintId('person');
export const colleague = mintId('person');
export const idea = mintId('idea');
export const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T07:00:00.000Z`;
export const TITLE = 'Éteindre les écrans la nuit';
export const TEXT = 'Personne ne les éteint. Faisons-le.';
export const LOG_ROOT = `sha256-${toBase64(salt(9))}`;

/** Who she is, and her words, as her receipts open them. */
export const openings = {
  who: commitIdentity(salt(1), { name: 'Ana Exemple', directorate: 'Solidarités' }),
  txt: commitText(salt(2), TITLE, TEXT),
};

/** Proposed, co-written, sealed. */
export const story = (): LedgerEvent[] => [
  { v: 1, n: 0, t: at(1), k: 'person.known', by: 'sys:welcome', p: author, c: openings.who.commitment },
  {
    v: 1,
    n: 1,
    t: at(12),
    k: 'idea.proposed',
    by: author,
    who: openings.who.commitment,
    i: idea,
    txt: openings.txt.commitment,
    dir: null,
  },
  { v: 1, n: 2, t: at(13), k: 'coauthor.invited', by: author, i: idea, p: colleague },
  { v: 1, n: 3, t: at(14), k: 'coauthor.consented', by: colleague, i: idea, p: colleague },
  {
    v: 1,
    n: 4,
    t: at(30),
    k: 'contribution.sealed',
    by: 'sys:seal',
    i: idea,
    txt: openings.txt.commitment,
    log: LOG_ROOT,
    credits: { originators: [author], coauthors: [colleague], rebounders: [] },
  },
];
