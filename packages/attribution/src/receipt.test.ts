import { describe, expect, it } from 'vitest';
import {
  altered,
  idea,
  ledgerOf,
  marie,
  momentOf,
  origin,
  otherSigner,
  person,
  proposed,
  salt,
  story,
  vkey,
  type SmallLedger,
} from '../test/small-ledger.ts';
import { buildReceipt } from './build-receipt.ts';
import { toBase64 } from './bytes.ts';
import { commitIdentity } from './commitment.ts';
import { formatReceipt, type Receipt } from './receipt-text.ts';
import { formatVerifierKey } from './verifier-key.ts';
import { verifyReceipt, type ReceiptTrust, type ReceiptVerdict } from './verify-receipt.ts';

const ledger = ledgerOf(story);
const openings: Receipt['openings'] = { who: marie.identity.opening, txt: marie.text.opening };

function receiptOf(
  from: SmallLedger,
  n: number,
  change: { openings?: Receipt['openings']; text?: string } = {},
): string {
  const leaf = from.leaves[n];
  if (leaf === undefined) throw new Error(`no leaf ${n}`);
  const checkpoint = { note: from.checkpoint(), size: from.leaves.length };
  return buildReceipt({ leaf, tree: from.tree, checkpoint, key: vkey, openings: {}, ...change });
}

const receipt = receiptOf(ledger, 1, { openings });
const trust: ReceiptTrust = { vkeys: [{ vkey }] };
const grown = ledgerOf([...story, proposed(idea('2'), person('d'))]);

const failures = (verdict: ReceiptVerdict) =>
  verdict.checks
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name, reason }) => `${name}: ${reason}`);
const outcomeOf = (verdict: ReceiptVerdict, name: string) =>
  verdict.checks.find((check) => check.name === name)?.outcome;

describe('a receipt', () => {
  it('[AT23] proves who proposed what, when, and lists every check', () => {
    const verdict = verifyReceipt(receipt, trust);
    expect(verdict.checks).toEqual([
      { name: 'form', outcome: 'passed' },
      { name: 'event', outcome: 'passed' },
      { name: 'signature', outcome: 'passed' },
      { name: 'inclusion', outcome: 'passed' },
      { name: 'opening:who', outcome: 'passed' },
      { name: 'opening:txt', outcome: 'passed' },
      { name: 'text', outcome: 'absent' },
      { name: 'extension', outcome: 'absent' },
    ]);
    expect(verdict.valid && verdict.facts).toEqual({
      origin,
      n: 1,
      t: momentOf(1),
      kind: 'idea.proposed',
      by: person('a'),
      idea: idea('1'),
      identity: { person: person('a'), held: { name: 'Marie Lefèvre', directorate: 'Direction des routes' } },
      title: 'Un café des idées',
      checkpointSize: 5,
      signedBy: [vkey],
    });
  });

  it('[AT23] stays under 1.6 kB among four thousand events', () => {
    const busy = ledgerOf([
      ...story,
      ...Array.from({ length: 4000 }, (_, n) => proposed(idea(`z${n}`), person('z'))),
    ]);
    expect(new TextEncoder().encode(receiptOf(busy, 1, { openings })).length).toBeLessThan(1600);
    expect(verifyReceipt(receiptOf(busy, 1, { openings }), trust).valid).toBe(true);
  });

  it('[AT23] may carry the text itself, and then only the very text', () => {
    const carrying = receiptOf(ledger, 1, { openings, text: marie.body });
    const verdict = verifyReceipt(carrying, trust);
    expect(verdict.valid && verdict.facts.text).toBe(marie.body);
    expect(failures(verifyReceipt(carrying.replace('jeudi', 'lundi'), trust))).toEqual(['text: other-text']);
    const { txt: _, ...without } = openings;
    expect(() => receiptOf(ledger, 1, { openings: without, text: marie.body })).toThrow(TypeError);
  });

  it('[AT23] says which commitments it leaves closed', () => {
    const verdict = verifyReceipt(receiptOf(ledger, 1), trust);
    expect(verdict.valid).toBe(true);
    expect(outcomeOf(verdict, 'opening:who')).toBe('absent');
    expect(verdict.valid && verdict.facts.identity).toBeUndefined();
  });

  it('[AT23] opens the identity of the person made known, who is not always the one who writes it', () => {
    const imported = commitIdentity(salt(4), { name: 'Jean Martin', directorate: 'Culture' });
    const known = ledgerOf([{ k: 'person.known', by: 'sys:import', p: person('d'), c: imported.commitment }]);
    const verdict = verifyReceipt(receiptOf(known, 0, { openings: { c: imported.opening } }), trust);
    expect(verdict.valid && verdict.facts.identity).toMatchObject({
      person: person('d'),
      held: { name: 'Jean Martin' },
    });
  });

  it('[AT23] survives the line ends of a mail programme', () => {
    expect(verifyReceipt(receipt.replaceAll('\n', '\r\n'), trust).valid).toBe(true);
  });

  it('[AT23] is not built with an opening that is not its own', () => {
    expect(() => receiptOf(ledger, 1, { openings: { who: marie.text.opening } })).toThrow(TypeError);
    expect(() => receiptOf(ledger, 0, { openings: { txt: marie.text.opening } })).toThrow(TypeError);
  });
});

describe('a false receipt', () => {
  it('[AT24] [T37] with any character changed is not valid', () => {
    for (let index = 0; index < receipt.length; index += 1) {
      expect(verifyReceipt(altered(receipt, index), trust).valid, `character ${index}`).toBe(false);
    }
  }, 120_000);

  it('[AT24] [T37] with a character dropped or doubled is not valid', () => {
    for (let index = 0; index < receipt.length; index += 7) {
      const [start, end] = [receipt.slice(0, index), receipt.slice(index)];
      expect(verifyReceipt(start + end.slice(1), trust).valid, `without ${index}`).toBe(false);
      expect(verifyReceipt(start + end.slice(0, 1) + end, trust).valid, `twice ${index}`).toBe(false);
    }
  }, 120_000);

  it.each([
    ['another name', receipt.replace('Marie', 'Maria'), ['opening:who: wrong-opening']],
    ['another directorate', receipt.replace('routes', 'ponts'), ['opening:who: wrong-opening']],
    ['another title', receipt.replace('café', 'cafe'), ['opening:txt: wrong-opening']],
    ['another date', receipt.replace(momentOf(1), momentOf(0)), ['inclusion: not-included']],
    ['another number', receipt.replace('index 1', 'index 2'), ['inclusion: other-index']],
    [
      'another number in both places',
      receipt.replace('index 1', 'index 2').replace('"n":1', '"n":2'),
      ['inclusion: not-included'],
    ],
    [
      'another key named',
      receipt.replace(vkey, formatVerifierKey(otherSigner.key)),
      ['signature: other-key'],
    ],
    ['a fourth line added', receipt.replace('\nkey', '\nnote x\nkey'), ['form: malformed-receipt']],
    ['a blank added in the event', receipt.replace('{"by"', '{ "by"'), ['event: not-canonical']],
    ['a blank added in an opening', receipt.replace('{"salt"', '{ "salt"'), ['form: malformed-receipt']],
    ['a lone surrogate', receipt.replace('café', '\\ud800'), ['form: malformed-receipt']],
    [
      'nesting without end',
      receipt.replace(/opening who .*/, `opening who ${'['.repeat(50_000)}`),
      ['form: malformed-receipt'],
    ],
    ['nothing in it', '', ['form: malformed-receipt']],
    ['the proof only', receipt.slice(receipt.indexOf('c2sp')), ['form: malformed-receipt']],
  ])('[AT24] [T37] with %s says what failed', (_, wrong, expected) => {
    expect(failures(verifyReceipt(wrong, trust))).toEqual(expected);
  });

  it('[AT24] [T36] signed by a key that the reader does not trust is not valid, whatever key it names', () => {
    const note = ledger.checkpoint(5, [otherSigner]);
    const [leaf] = ledger.leaves;
    const proof = { index: 0, proof: ledger.tree.inclusionProof(0), checkpoint: note };
    const forged = formatReceipt({
      leaf: leaf ?? new Uint8Array(),
      openings: {},
      key: formatVerifierKey(otherSigner.key),
      proof,
    });
    expect(failures(verifyReceipt(forged, trust))).toEqual(['signature: unknown-key']);
    expect(verifyReceipt(receipt, { vkeys: [] }).valid).toBe(false);
    expect(verifyReceipt(receipt, { vkeys: [{ vkey: 'garbage' }] }).valid).toBe(false);
  });
});

describe('a newer checkpoint', () => {
  const newer = (from: SmallLedger, proof?: readonly string[], more: Partial<ReceiptTrust> = {}) =>
    verifyReceipt(receipt, {
      ...trust,
      newerCheckpoint: from.checkpoint(),
      ...(proof === undefined ? {} : { consistencyProof: proof }),
      ...more,
    });
  const proofOf = (from: SmallLedger) => from.tree.consistencyProof(5, from.leaves.length).map(toBase64);

  it('[AT25] that extends the receipt leaves it valid', () => {
    expect(outcomeOf(newer(grown, proofOf(grown)), 'extension')).toBe('passed');
    expect(newer(ledger).valid).toBe(true);
  });

  it('[AT25] [T26] of a history rewritten with the signing key is caught by the receipt', () => {
    const taken = story.map((act) => (act.k === 'idea.proposed' ? { ...act, by: person('e') } : act));
    const forged = ledgerOf([...taken, proposed(idea('2'), person('d'))]);
    expect(failures(newer(forged, proofOf(forged)))).toEqual(['extension: not-extended']);
    expect(failures(newer(ledgerOf(taken)))).toEqual(['extension: split-view']);
  });

  it('[AT25] [T27] that is smaller, comes without proof or with a garbled one, fails', () => {
    expect(failures(newer(ledgerOf(story.slice(0, 3))))).toEqual(['extension: shrunk']);
    expect(failures(newer(grown))).toEqual(['extension: proof-missing']);
    expect(failures(newer(grown, ['*']))).toEqual(['extension: malformed-proof']);
  });

  it('[AT25] [T36] signed as new by a retired key fails, while the receipt of that key stays good', () => {
    const retired = { vkeys: [{ vkey, retiredAt: momentOf(10) }] };
    expect(verifyReceipt(receipt, retired).valid).toBe(true);
    expect(failures(newer(grown, proofOf(grown), { ...retired, freshAt: momentOf(11) }))).toEqual([
      'extension: retired-key',
    ]);
  });
});
