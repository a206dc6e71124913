/** Answers for wrong proofs: every small alteration of a good one, each with its name. */

function withHash(proof: readonly Uint8Array[], at: number, hash: Uint8Array): Uint8Array[] {
  return proof.map((kept, index) => (index === at ? hash : kept));
}

function flipped(hash: Uint8Array): Uint8Array {
  return hash.map((byte, index) => (index === 0 ? byte ^ 0b1_0000 : byte));
}

export function alteredProofs(proof: readonly Uint8Array[], root: Uint8Array): [string, Uint8Array[]][] {
  const garbage = new Uint8Array(32).fill(0xaa);
  const list: [string, Uint8Array[]][] = [
    ['garbage before', [garbage, ...proof]],
    ['garbage after', [...proof, garbage]],
    ['the root before', [root, ...proof]],
    ['the root after', [...proof, root]],
    ['a short hash after', [...proof, garbage.slice(1)]],
    ['an empty hash before', [new Uint8Array(0), ...proof]],
  ];
  if (proof.length > 0) list.push(['nothing', []]);
  for (const [at, hash] of proof.entries()) {
    const next = proof[at + 1];
    list.push(
      [`bit 4 of hash ${at} flipped`, withHash(proof, at, flipped(hash))],
      [`hash ${at} dropped`, proof.filter((_, index) => index !== at)],
      [`hash ${at} twice`, [...proof.slice(0, at), hash, ...proof.slice(at)]],
      [`hash ${at} cut`, withHash(proof, at, hash.slice(0, 31))],
    );
    if (next !== undefined)
      list.push([`hashes ${at} and ${at + 1} swapped`, withHash(withHash(proof, at, next), at + 1, hash)]);
  }
  return list;
}
