import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { alteredProofs } from '../test/altered-proofs.ts';
import { toUtf8 } from './bytes.ts';
import { hashLeaf, hashNode } from './merkle-hash.ts';
import { verifyConsistency, verifyInclusion } from './merkle-proof.ts';
import { merkleRoot, MerkleTree } from './merkle-tree.ts';

const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];

const heads = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const inclusions = [
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    index: 1,
    size: 5,
    proof: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

const consistencies = [
  {
    from: 6,
    to: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    from: 2,
    to: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
  {
    from: 1,
    to: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
];

function treeOf(size: number): MerkleTree {
  const tree = new MerkleTree();
  for (let n = 0; n < size; n += 1) {
    const known = leaves[n];
    tree.append(known === undefined ? toUtf8(`leaf ${n}`) : hexToBytes(known));
  }
  return tree;
}

const full = treeOf(8);
const odd = treeOf(21);
const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map((hash) => bytesToHex(hash));

describe('known answers', () => {
  it('[AT6] gives the published head at every size', () => {
    expect(heads.map((_, size) => bytesToHex(full.root(size)))).toEqual(heads);
    expect(bytesToHex(merkleRoot(leaves.map((leaf) => hexToBytes(leaf))))).toBe(heads[8]);
  });

  it('[AT6] hashes a leaf and a node apart', () => {
    expect(bytesToHex(hashLeaf(toUtf8('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(bytesToHex(hashNode(toUtf8('N123'), toUtf8('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });

  it.each(inclusions)('[AT6] proves that $index is in $size', ({ index, size, proof }) => {
    expect(hex(full.inclusionProof(index, size))).toEqual(proof);
  });

  it.each(consistencies)('[AT6] proves that $to extends $from', ({ from, to, proof }) => {
    expect(hex(full.consistencyProof(from, to))).toEqual(proof);
  });
});

describe('inclusion', () => {
  const cases = Array.from({ length: 21 }, (_, last) =>
    Array.from({ length: last + 1 }, (__, index) => ({ index, size: last + 1 })),
  ).flat();

  it('[AT6] is verified for every leaf at every size', () => {
    for (const { index, size } of cases) {
      const good = { index, size, leafHash: odd.leafHash(index), root: odd.root(size) };
      expect(
        verifyInclusion({ ...good, proof: odd.inclusionProof(index, size) }),
        `${index} in ${size}`,
      ).toBe(true);
    }
  });

  it('[AT6] is refused after any alteration', () => {
    for (const { index, size } of cases) {
      const root = odd.root(size);
      const good = {
        index,
        size,
        leafHash: odd.leafHash(index),
        root,
        proof: odd.inclusionProof(index, size),
      };
      for (const [name, proof] of alteredProofs(good.proof, root)) {
        expect(verifyInclusion({ ...good, proof }), `${index} in ${size}, ${name}`).toBe(false);
      }
      const wrong = [
        { ...good, index: index - 1 },
        { ...good, index: index + 1 },
        { ...good, leafHash: root, root: good.leafHash },
        { ...good, root: new Uint8Array(32) },
        { ...good, root: new Uint8Array(0) },
        { ...good, leafHash: hashLeaf(toUtf8('another')) },
        { ...good, index: Number.NaN },
        { ...good, size: Number.POSITIVE_INFINITY },
        { ...good, index: index + 0.5 },
      ];
      for (const [at, probe] of wrong.entries()) {
        // A tree of one leaf has that leaf's hash as its root: swapping them changes nothing.
        if (at === 2 && size === 1) continue;
        expect(verifyInclusion(probe), `${index} in ${size}, wrong ${at}`).toBe(false);
      }
      for (const other of [size - 1, size + 1]) {
        const root = other <= odd.size ? odd.root(other) : treeOf(other).root();
        expect(verifyInclusion({ ...good, size: other, root }), `${index} in ${size} as ${other}`).toBe(
          false,
        );
      }
    }
  });
});

describe('consistency', () => {
  const cases = Array.from({ length: 21 }, (_, last) =>
    Array.from({ length: last + 1 }, (__, first) => ({ from: first + 1, to: last + 1 })),
  ).flat();

  it('[AT6] is verified between any two sizes', () => {
    for (const { from, to } of cases) {
      const good = { from, to, fromRoot: odd.root(from), toRoot: odd.root(to) };
      expect(verifyConsistency({ ...good, proof: odd.consistencyProof(from, to) }), `${from} to ${to}`).toBe(
        true,
      );
    }
  });

  it('[AT6] is refused after any alteration', () => {
    for (const { from, to } of cases) {
      const [fromRoot, toRoot] = [odd.root(from), odd.root(to)];
      const good = { from, to, fromRoot, toRoot, proof: odd.consistencyProof(from, to) };
      for (const [name, proof] of alteredProofs(good.proof, toRoot)) {
        expect(verifyConsistency({ ...good, proof }), `${from} to ${to}, ${name}`).toBe(false);
      }
      const wrong = [
        { ...good, from: from - 1 },
        { ...good, from: from + 1 },
        { ...good, fromRoot: new Uint8Array(32) },
        { ...good, toRoot: new Uint8Array(32) },
        { ...good, to: from - 1 },
        { ...good, from: to, to: from, fromRoot: toRoot, toRoot: fromRoot, proof: [...good.proof, fromRoot] },
      ];
      for (const [at, probe] of wrong.entries()) {
        expect(verifyConsistency(probe), `${from} to ${to}, wrong ${at}`).toBe(false);
      }
      if (from !== to) {
        expect(verifyConsistency({ ...good, fromRoot: toRoot, toRoot: fromRoot }), `${from} to ${to}`).toBe(
          false,
        );
      }
    }
  });

  it('[AT7] is refused from a tree without leaves, whatever the proof', () => {
    const toRoot = full.root();
    for (const proof of [[], [toRoot], full.inclusionProof(0)]) {
      expect(verifyConsistency({ from: 0, fromRoot: full.root(0), to: 8, toRoot, proof })).toBe(false);
    }
    // A root made for the purpose, whose left branch is the root of no leaf: nothing honest, yet it would add up.
    const [nothing, anything] = [full.root(0), full.leafHash(0)];
    const made = { from: 0, fromRoot: nothing, to: 2, toRoot: hashNode(nothing, anything) };
    expect(verifyConsistency({ ...made, proof: [nothing, anything] })).toBe(false);
    expect(() => full.consistencyProof(0, 8)).toThrow(RangeError);
  });
});

it('[AT6] refuses to speak of leaves and sizes it does not have', () => {
  expect(() => full.root(9)).toThrow(RangeError);
  expect(() => full.inclusionProof(8)).toThrow(RangeError);
  expect(() => full.inclusionProof(3, 3)).toThrow(RangeError);
  expect(() => full.consistencyProof(3, 9)).toThrow(RangeError);
  expect(() => full.leafHash(-1)).toThrow(RangeError);
  expect(() => new MerkleTree().leafHash(0)).toThrow(RangeError);
});
