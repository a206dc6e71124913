import { expect, test } from 'vitest';
import {
  idea,
  ledgerOf,
  otherSigner,
  person,
  proposed,
  story,
  vkey,
  type SmallLedger,
} from '../test/small-ledger.ts';
import { buildReceipt } from './build-receipt.ts';
import { toBase64 } from './bytes.ts';
import { formatExtension, parseExtension } from './extension-text.ts';
import { judgeReceipt } from './judge-receipt.ts';

const ledger = ledgerOf(story);
const grown = ledgerOf([...story, proposed(idea('2'), person('d')), proposed(idea('3'), person('d'))]);
const size = ledger.leaves.length;

function receiptFrom(from: SmallLedger): string {
  const [leaf = new Uint8Array()] = from.leaves;
  const checkpoint = { note: from.checkpoint(), size: from.leaves.length };
  return buildReceipt({ leaf, tree: from.tree, checkpoint, key: vkey, openings: {} });
}
const extension = (from: number): string =>
  formatExtension({
    from,
    hashes: grown.tree.consistencyProof(from, grown.leaves.length).map(toBase64),
    checkpoint: grown.checkpoint(),
  });

const receipt = receiptFrom(ledger);
const standing = (...brought: Parameters<typeof judgeReceipt>) => judgeReceipt(...brought).standing;

test('[AT28] a receipt holds by a key or a checkpoint that the reader brought, else only by the key it names', () => {
  expect(standing(receipt, { vkeys: [vkey] })).toBe('holds');
  expect(standing(receipt, { vkeys: [], checkpoint: extension(size) })).toBe('holds');
  expect(judgeReceipt(receipt, { vkeys: [] })).toMatchObject({ standing: 'own-key', namedKey: vkey });
  expect(standing('not a receipt', { vkeys: [] })).toBe('fails');
});

test('[AT28] a receipt brought as its own witness says nothing more: only the key it names is left to compare', () => {
  for (const again of [
    receipt,
    `Bonjour,\r\n\r\n${receipt.replaceAll('\n', '\r\n')}`,
    `> ${receipt.replaceAll('\n', '\n> ')}`,
  ])
    expect(standing(receipt, { vkeys: [], checkpoint: again })).toBe('own-key');
  expect(standing(receipt, { vkeys: [vkey], checkpoint: receipt })).toBe('holds');
  const [, other = new Uint8Array()] = ledger.leaves;
  const neighbour = buildReceipt({
    leaf: other,
    tree: ledger.tree,
    checkpoint: { note: ledger.checkpoint(), size },
    key: vkey,
    openings: {},
  });
  expect(standing(receipt, { vkeys: [], checkpoint: neighbour })).toBe('holds');
});

test('[AT28] a key that was brought damaged is not passed over for the one the receipt names', () => {
  for (const damaged of [vkey.replace(/\+[^+]+\+/, '+00000000+'), vkey.slice(0, -3), '{"k":"key.rotated"}'])
    expect(standing(receipt, { vkeys: [damaged] })).toBe('fails');
});

test('[AT28] a checkpoint that no proof reaches is not compared, which is neither a pass nor a fault', () => {
  for (const checkpoint of [grown.checkpoint(), receiptFrom(grown), extension(size - 1)]) {
    const judged = judgeReceipt(receipt, { vkeys: [vkey], checkpoint });
    expect(judged.standing).toBe('not-compared');
    expect(judged.verdict.valid).toBe(true);
  }
  const hashes = grown.tree.consistencyProof(size, grown.leaves.length).map(toBase64);
  expect(standing(receipt, { vkeys: [], checkpoint: grown.checkpoint(), hashes })).toBe('holds');
});

test('[AT28] a checkpoint of another key, or of another history, is a fault', () => {
  expect(standing(receipt, { vkeys: [], checkpoint: ledger.checkpoint(size, [otherSigner]) })).toBe('fails');
  const rewritten = ledgerOf([proposed(idea('9'), person('d')), ...story.slice(1)]);
  expect(standing(receipt, { vkeys: [], checkpoint: rewritten.checkpoint() })).toBe('fails');
});

test('[AT29] a state of the register has one spelling: nothing in its head can be changed, dropped or added', () => {
  const text = extension(size);
  expect(parseExtension(text).ok).toBe(true);
  for (const wrong of [
    text.replace('@v1', '@v2'),
    text.replace(`from ${size}`, `from 0${size}`),
    text.replace(`from ${size}\n`, ''),
    text.replace('\n\n', '\n'),
    text.replace('\n\n', '\nshort\n\n'),
    text.replace('\n\n', '\n \n'),
    grown.checkpoint(),
    '',
  ])
    expect(parseExtension(wrong).ok).toBe(false);
});
