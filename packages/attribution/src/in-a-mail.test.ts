import { expect, test } from 'vitest';
import { ledgerOf, story, vkey } from '../test/small-ledger.ts';
import { buildReceipt } from './build-receipt.ts';
import { toBase64 } from './bytes.ts';
import { readKept } from './extension-text.ts';
import { judgeReceipt } from './judge-receipt.ts';

const ledger = ledgerOf(story);
const part = 3;
const [leaf = new Uint8Array()] = ledger.leaves;
const receipt = buildReceipt({
  leaf,
  tree: ledger.tree,
  checkpoint: { note: ledger.checkpoint(part), size: part },
  key: vkey,
  openings: {},
});
const state = ledger.checkpoint();
const hashes = ledger.tree.consistencyProof(part, story.length).map(toBase64);

const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
/** As the daily mail is laid out: every line of the state a paragraph of its own. */
const mailOf = (text: string) =>
  `Bonjour Ana,\n\nVoici l’état signé du registre. 8 personnes sur 10 le gardent.\n\n${text.split('\n').filter(Boolean).join('\n\n')}\n\nLa clé publique :\n\n${vkey}\n\n-- \nButinerie\n`;

test.each([
  ['as it is', state],
  ['in the mail that brought it', mailOf(state)],
  ['in that mail, quoted', quoted(mailOf(state))],
  [
    'in that mail, quoted twice, with the line ends of another system',
    quoted(quoted(mailOf(state))).replaceAll('\n', '\r\n'),
  ],
])('[AT30] a state of the register is found %s', (_where, text) => {
  expect(readKept(text)).toEqual({ checkpoint: state, proof: null });
  expect(judgeReceipt(receipt, { vkeys: [], checkpoint: text, hashes }).standing).toBe('holds');
});

test.each([
  ['after a sentence and before a signature', `Voici mon reçu.\n\n${receipt}\nCordialement,\nAna`],
  ['quoted', `Le 12 octobre, Ana a écrit :\n${quoted(receipt)}> Cordialement`],
  ['before another one', `${receipt}\n${receipt}`],
])('[AT30] a receipt is found %s', (_where, text) => {
  expect(judgeReceipt(text, { vkeys: [vkey] }).standing).toBe('holds');
});

test('[AT30] nothing inside a line is put right: a letter changed in a mail is a letter changed', () => {
  const [size = ''] = state.split('\n').slice(1);
  const wrong = mailOf(state.replace(`\n${size}\n`, `\n${Number(size) + 1}\n`));
  expect(judgeReceipt(receipt, { vkeys: [vkey], checkpoint: wrong, hashes }).standing).toBe('fails');
  expect(judgeReceipt(quoted(receipt.replace('"n":0', '"n":1')), { vkeys: [vkey] }).standing).toBe('fails');
  expect(readKept('Rien ici.').checkpoint).toBe('Rien ici.\n');
});
