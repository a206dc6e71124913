import { describe, expect, test } from 'vitest';
import {
  idea,
  ledgerOf,
  momentOf,
  origin,
  otherSigner,
  person,
  proposed,
  salt,
  signer,
  story,
  vkey,
} from '../test/small-ledger.ts';
import { toBase64 } from './bytes.ts';
import { parseLeaf, toJcs } from './canonical.ts';
import { checkExtension, verifyCheckpoint } from './checkpoint.ts';
import { digestText } from './commitment.ts';
import { buildReceipt } from './build-receipt.ts';
import { formatExtension, parseExtension } from './extension-text.ts';
import { judgeReceipt } from './judge-receipt.ts';
import {
  formatKeys,
  isKeyChange,
  keyChangesIn,
  keyChangeStatement,
  keyRing,
  type KeyChange,
} from './key-changes.ts';
import { keyEn, keyFr, sayKeyChange } from './key-words.ts';
import { formatVerifierKey, signerFromSeed, type Signer } from './verifier-key.ts';
import { verifyLedger } from './verify-ledger.ts';

const nextVkey = formatVerifierKey(otherSigner.key);
const thief = signerFromSeed(origin, salt(9));
const before = ledgerOf(story);
const n = story.length;

/** The act as the two keys sign it; what is given in `over` is changed after or, with `signed`, before they do. */
function rotation(at: number, { old = signer, next = otherSigner, second = person('b') } = {}) {
  const said = {
    by: person('a'),
    k: 'key.rotated' as const,
    old: formatVerifierKey(old.key),
    new: formatVerifierKey(next.key),
    second,
  };
  const text = keyChangeStatement({ v: 1, n: at, t: momentOf(at), ...said });
  return { ...said, sig: toBase64(old.sign(text)), own: toBase64(next.sign(text)) };
}
function loss(at: number, next: Signer = otherSigner) {
  const said = {
    by: person('a'),
    k: 'key.lost' as const,
    old: vkey,
    new: formatVerifierKey(next.key),
    second: person('b'),
    size: n,
    root: digestText(before.tree.root()),
  };
  return { ...said, own: toBase64(next.sign(keyChangeStatement({ v: 1, n: at, t: momentOf(at), ...said }))) };
}
const rotated = ledgerOf([...story, rotation(n), proposed(idea('2'), person('d'))]);
const lost = ledgerOf([...story, loss(n), proposed(idea('2'), person('d'))]);
function changeIn(ledger: typeof rotated): KeyChange {
  const leaf = parseLeaf(ledger.leaves[n] ?? new Uint8Array());
  if (!leaf.ok || !isKeyChange(leaf.value.event)) throw new Error('a change of the key');
  return leaf.value.event;
}
const line = toJcs(changeIn(rotated));
const keysOf = (...lines: string[]) => keyRing(lines.map((each) => ({ vkey: each }))).keys;
const code = (outcome: { ok: true } | { ok: false; failure: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.failure.code;
const readBy = (note: string, ...lines: string[]) => code(verifyCheckpoint(note, { keys: keysOf(...lines) }));

describe('a key that was replaced', () => {
  test('[AT33] whoever trusts the old key reaches the new one, and the other way, each for its own time', () => {
    const sizes = [n, n + 1, n + 2];
    const [old, first, second] = sizes.map((size) =>
      rotated.checkpoint(size, [size > n ? otherSigner : signer]),
    );
    for (const known of [vkey, nextVkey])
      for (const note of [old, first, second]) expect(readBy(note ?? '', known, line)).toBe('ok');
    expect(readBy(first ?? '', vkey)).toBe('unknown-key');
    // What two keys signed together is good for whoever knows only the old one.
    expect(readBy(rotated.checkpoint(n + 1, [otherSigner, signer]), vkey)).toBe('ok');
    expect(formatKeys(nextVkey, [changeIn(rotated)])).toEqual([nextVkey, vkey, line]);
  });

  test('[AT33] [T36] the old key, stolen, signs nothing that comes after it was replaced', () => {
    expect(readBy(rotated.checkpoint(n + 2, [signer]), vkey, line)).toBe('retired-key');
    expect(readBy(rotated.checkpoint(n + 2, [signer]), nextVkey, line)).toBe('retired-key');
    expect(readBy(rotated.checkpoint(n, [signer]), vkey, line)).toBe('ok');
    // A second successor proves that somebody else holds the key: neither follows from it any more.
    const other = toJcs({ v: 1, n: 2, t: momentOf(2), ...rotation(2, { next: thief }) });
    expect(keyChangesIn(other)).toEqual([other]);
    expect(readBy(rotated.checkpoint(2, [thief]), vkey, other)).toBe('ok');
    expect(readBy(rotated.checkpoint(2, [thief]), vkey, line, other)).toBe('unknown-key');
    expect(readBy(rotated.checkpoint(2, [thief]), nextVkey, line, other)).toBe('unknown-key');
    // And what it really signed before stays good for whoever knows its true successor.
    expect(readBy(rotated.checkpoint(n, [signer]), nextVkey, line, other)).toBe('ok');
  });

  test('[AT33] [T36] the old key, stolen, says of another that it came before: that one counts no longer than itself', () => {
    // Whoever holds both signs it, and writes what number she likes.
    const late = n + 500;
    const said = rotation(late, { old: thief, next: signer });
    const evil = toJcs({ v: 1, n: late, t: momentOf(late), ...said });
    expect(keyChangesIn(evil)).toEqual([evil]);
    for (const known of [vkey, nextVkey])
      for (const lines of [
        [line, evil],
        [evil, line],
      ]) {
        expect(readBy(rotated.checkpoint(n + 2, [thief]), known, ...lines)).toBe('retired-key');
        expect(readBy(rotated.checkpoint(n + 2, [otherSigner]), known, ...lines)).toBe('ok');
      }
  });

  test('[AT33] one person, one key, or a letter changed is no change of the key', () => {
    const as = (over: object) => keyChangesIn(toJcs({ ...changeIn(rotated), ...over })).length;
    expect(as({})).toBe(1);
    for (const over of [
      { n: n + 1 },
      { second: person('c') },
      { by: person('c') },
      { old: formatVerifierKey(thief.key) },
    ])
      expect(as(over)).toBe(0);
    const twice = { v: 1, n, t: momentOf(n), ...rotation(n, { second: person('a') }) };
    expect(keyChangesIn(toJcs(twice))).toEqual([]);
    const same = { v: 1, n, t: momentOf(n), ...rotation(n, { next: signer }) };
    expect(keyChangesIn(toJcs(same))).toEqual([]);
    // Found in a mail that was pasted whole.
    expect(keyChangesIn(`Bonjour,\n> ${line}\n`)).toEqual([line]);
  });

  test('[AT34] a ledger is verified across its keys, and names a change from another key than the one in force', async () => {
    const verify = (ledger: typeof rotated, checkpoints: readonly string[]) =>
      verifyLedger({
        rows: ledger.leaves.map((bytes, at) => ({
          n: at,
          bytes,
          parsed: JSON.parse(new TextDecoder().decode(bytes)) as unknown,
        })),
        checkpoints,
        keys: [{ key: otherSigner.key }],
        origin,
      });
    const sound = await verify(rotated, [rotated.checkpoint(n), rotated.checkpoint(n + 2, [otherSigner])]);
    expect([sound.findings, sound.keyChanges.map(({ k }) => k)]).toEqual([[], ['key.rotated']]);
    const stolen = await verify(rotated, [rotated.checkpoint(n + 2, [signer])]);
    expect(stolen.findings).toMatchObject([{ problem: 'bad-checkpoint' }]);
    const twice = ledgerOf([...story, rotation(n), rotation(n + 1, { next: thief })]);
    expect((await verify(twice, [])).findings).toEqual([{ problem: 'bad-key-change', n: n + 1 }]);
  });
});

describe('receipts and kept states across keys', () => {
  const receiptOf = (ledger: typeof rotated, by: Signer, at = 1) => {
    const size = ledger.leaves.length;
    const checkpoint = { note: ledger.checkpoint(size, [by]), size };
    return buildReceipt({
      leaf: ledger.leaves[at] ?? new Uint8Array(),
      tree: ledger.tree,
      checkpoint,
      key: formatVerifierKey(by.key),
      openings: {},
    });
  };
  const older = receiptOf(before, signer);
  const newer = receiptOf(rotated, otherSigner);

  test('[AT33] a receipt of before, and one of after, hold by either key with the change beside it', () => {
    for (const key of [vkey, nextVkey])
      for (const receipt of [older, newer]) {
        const judged = judgeReceipt(receipt, { vkeys: [key, line] });
        expect(judged).toMatchObject({ standing: 'holds', changes: [{ k: 'key.rotated' }] });
      }
    expect(judgeReceipt(newer, { vkeys: [vkey] }).standing).toBe('fails');
    const [said] = judgeReceipt(newer, { vkeys: [vkey, line] }).changes.map((change) =>
      sayKeyChange(change, keyFr, (t) => t),
    );
    expect(said).toContain('a été remplacée le 2026-10-12');
  });

  test('[AT29] a state that is kept carries the change, so that an old receipt reaches it by itself', () => {
    const hashes = rotated.tree.consistencyProof(n, n + 2).map(toBase64);
    const state = formatExtension({
      from: n,
      changes: [line],
      hashes,
      checkpoint: rotated.checkpoint(n + 2, [otherSigner]),
    });
    expect(parseExtension(state).ok).toBe(true);
    expect(parseExtension(state.replace(line, line.replace('"v":1', '"v":2'))).ok).toBe(false);
    expect(judgeReceipt(older, { vkeys: [vkey], checkpoint: state }).standing).toBe('holds');
    // Without keys of his own a reader still learns that the history goes on from this receipt.
    expect(judgeReceipt(older, { vkeys: [], checkpoint: state }).standing).toBe('holds');
  });
});

describe('a key that was lost', () => {
  const change = changeIn(lost);
  const said = toJcs(change);

  test('[AT35] nothing leads from it to the next; the next says up to where it counts', () => {
    expect(readBy(lost.checkpoint(n + 2, [otherSigner]), vkey, said)).toBe('unknown-key');
    expect(readBy(lost.checkpoint(n, [signer]), nextVkey, said)).toBe('ok');
    expect(readBy(lost.checkpoint(n + 2, [signer]), nextVkey, said)).toBe('retired-key');
    // Somebody who never had the key announces its loss to nobody's harm: alone it takes nothing from it.
    expect(readBy(lost.checkpoint(n + 2, [signer]), vkey, said)).toBe('ok');
  });

  test('[AT35] it is announced to whoever reads a receipt of before or after', () => {
    const extends_ = checkExtension(
      { origin, size: n, root: before.tree.root() },
      { origin, size: n + 2, root: lost.tree.root() },
      lost.tree.consistencyProof(n, n + 2),
    );
    expect(extends_.ok).toBe(true);
    const { changes } = keyRing([{ vkey }, { vkey: said }]);
    expect(changes.map((each) => sayKeyChange(each, keyEn, (t) => t.slice(0, 10)))).toEqual([
      expect.stringMatching(/^The key that signed the register was lost: .* on 2026-10-12 .*first 5 acts/),
    ]);
  });
});
