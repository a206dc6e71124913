/** Answers for a small ledger to test with: people and ideas by letter, a clock that ticks, one signer. */
import { encodeLeaf } from '../src/canonical.ts';
import { originOf, signCheckpoint } from '../src/checkpoint.ts';
import { commitIdentity, commitText } from '../src/commitment.ts';
import type { EventKind, EventOf, LedgerEvent } from '../src/events.ts';
import { MerkleTree } from '../src/merkle-tree.ts';
import { formatVerifierKey, signerFromSeed, type Signer } from '../src/verifier-key.ts';

const named = (prefix: string) => (letter: string) => `${prefix}_${letter.padStart(26, '0').toLowerCase()}`;

export const person = named('p');
export const idea = named('id');
export const rebound = named('rb');

export const salt = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
export const someDigest = `sha256-${'A'.repeat(43)}=`;

export const origin = originOf('test');
export const signer: Signer = signerFromSeed(origin, salt(7));
export const otherSigner: Signer = signerFromSeed(origin, salt(8));
export const vkey = formatVerifierKey(signer.key);

/** An event without its number and time, which the ledger gives. */
export type Act = { [Kind in EventKind]: Omit<EventOf<Kind>, 'v' | 'n' | 't'> }[EventKind];

export function momentOf(n: number): string {
  return new Date(Date.UTC(2026, 9, 12, 7) + n * 60_000).toISOString();
}

export function numbered(acts: readonly Act[]): LedgerEvent[] {
  return acts.map((act, n) => ({ v: 1, n, t: momentOf(n), ...act }));
}

export const marie = {
  identity: commitIdentity(salt(1), { name: 'Marie Lefèvre', directorate: 'Direction des routes' }),
  text: commitText(salt(2), 'Un café des idées', 'Chaque jeudi, la porte est ouverte.'),
  body: 'Chaque jeudi, la porte est ouverte.',
};

export function proposed(i: string, by: string): Act {
  return { k: 'idea.proposed', by, i, txt: someDigest, dir: 'DR' };
}

/** The story most tests start from: A proposes, B is invited and joins, C rebounds. */
export const story: readonly Act[] = [
  { k: 'person.known', by: person('a'), p: person('a'), c: marie.identity.commitment },
  {
    k: 'idea.proposed',
    by: person('a'),
    i: idea('1'),
    txt: marie.text.commitment,
    dir: 'DR',
    who: marie.identity.commitment,
  },
  { k: 'coauthor.invited', by: person('a'), i: idea('1'), p: person('b') },
  { k: 'coauthor.consented', by: person('b'), i: idea('1'), p: person('b') },
  { k: 'rebound.made', by: person('c'), i: idea('1'), rb: rebound('1'), txt: someDigest },
];

export interface SmallLedger {
  readonly leaves: readonly Uint8Array[];
  readonly tree: MerkleTree;
  readonly checkpoint: (size?: number, by?: readonly Signer[]) => string;
}

export function ledgerOf(acts: readonly Act[]): SmallLedger {
  const leaves = numbered(acts).map(encodeLeaf);
  const checkpoint = (size = leaves.length, signers: readonly Signer[] = [signer]): string => {
    const part = new MerkleTree();
    for (const leaf of leaves.slice(0, size)) part.append(leaf);
    const note = signCheckpoint({ tree: part, origin, signers });
    if (!note.ok) throw new Error(note.failure.detail);
    return note.value;
  };
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return { leaves, tree, checkpoint };
}

/** The text with the character at `index` replaced by another one. */
export function altered(text: string, index: number): string {
  return `${text.slice(0, index)}${text[index] === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`;
}
