import { describe, expect, it } from 'vitest';
import { ledgerOf, momentOf, origin, otherSigner, salt, signer, story } from '../test/small-ledger.ts';
import { toBase64 } from './bytes.ts';
import {
  checkExtension,
  originOf,
  signCheckpoint,
  verifyCheckpoint,
  type VerifiedCheckpoint,
} from './checkpoint.ts';
import { MerkleTree } from './merkle-tree.ts';
import { signNote } from './note.ts';
import { formatTlogProof, parseTlogProof } from './tlog-proof.ts';
import { signerFromSeed } from './verifier-key.ts';

const keys = [{ key: signer.key }];
const ledger = ledgerOf(story);
const rewritten = ledgerOf(
  story.map((act) => (act.k === 'rebound.made' ? { ...act, by: 'sys:import' } : act)),
);

function read(note: string): VerifiedCheckpoint {
  const checkpoint = verifyCheckpoint(note, { keys });
  if (!checkpoint.ok) throw new Error(checkpoint.failure.detail);
  return checkpoint.value;
}

const code = (outcome: { ok: true } | { ok: false; failure: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.failure.code;

describe('checkpoints', () => {
  it('[AT18] state origin, size and root in three lines', () => {
    const note = ledger.checkpoint();
    expect(note.split('\n').slice(0, 4)).toEqual([origin, '5', toBase64(ledger.tree.root()), '']);
    expect(read(note)).toMatchObject({ origin: 'butinerie/test', size: 5, root: ledger.tree.root() });
    expect(originOf('test')).toBe(origin);
  });

  const root = toBase64(ledger.tree.root());
  it.each([
    ['a size with a leading zero', `${origin}\n05\n${root}\n`],
    ['a size below zero', `${origin}\n-5\n${root}\n`],
    ['a size that a number cannot hold', `${origin}\n9007199254740993\n${root}\n`],
    ['a short root', `${origin}\n5\nAAAA\n`],
    ['no origin', `\n5\n${root}\n`],
    ['two lines', `${origin}\n5\n`],
    ['an empty extension', `${origin}\n5\n${root}\n\n`],
    ['leaves in a tree of none', `${origin}\n0\n${root}\n`],
  ])('[AT18] are refused with %s, though signed', (_, text) => {
    expect(code(verifyCheckpoint(signNote(text, [signer]), { keys }))).toBe('malformed-checkpoint');
  });

  it('[AT19] [T36] are refused from an unknown key, and from a trusted key of another log', () => {
    expect(code(verifyCheckpoint(ledger.checkpoint(5, [otherSigner]), { keys }))).toBe('unknown-key');
    const foreign = signerFromSeed('butinerie/elsewhere', salt(3));
    const note = signNote(`${origin}\n5\n${root}\n`, [foreign]);
    expect(code(verifyCheckpoint(note, { keys: [{ key: foreign.key }] }))).toBe('unknown-key');
  });

  it('[AT19] [T36] of a retired key are refused when they claim to be new, and kept when they are old', () => {
    const retired = [{ key: signer.key, retiredAt: momentOf(100) }, { key: otherSigner.key }];
    const old = ledger.checkpoint(5, [signer]);
    expect(code(verifyCheckpoint(old, { keys: retired, freshAt: momentOf(99) }))).toBe('ok');
    expect(code(verifyCheckpoint(old, { keys: retired, freshAt: momentOf(100) }))).toBe('retired-key');
    expect(code(verifyCheckpoint(old, { keys: retired }))).toBe('ok');
    const both = ledger.checkpoint(5, [signer, otherSigner]);
    const verified = verifyCheckpoint(both, { keys: retired, freshAt: momentOf(101) });
    expect(verified.ok && verified.value.keys).toEqual([otherSigner.key]);
  });
});

describe('signing', () => {
  const sign = (tree: MerkleTree, previous: VerifiedCheckpoint) =>
    code(signCheckpoint({ tree, origin, signers: [signer], previous }));

  it('[AT20] [T27] is refused for a tree shorter than what was signed', () => {
    const shorter = ledgerOf(story.slice(0, 4)).tree;
    expect(sign(shorter, read(ledger.checkpoint()))).toBe('shrunk');
    expect(sign(new MerkleTree(), read(ledger.checkpoint(1)))).toBe('shrunk');
  });

  it('[AT20] [T26] is refused for a tree whose beginning was rewritten', () => {
    expect(sign(rewritten.tree, read(ledger.checkpoint()))).toBe('rewritten');
    expect(sign(rewritten.tree, read(ledger.checkpoint(4)))).toBe('ok');
    expect(sign(ledger.tree, { ...read(ledger.checkpoint()), origin: originOf('other') })).toBe('other-log');
  });

  it('[AT20] under another name than the origin is a bug', () => {
    const foreign = signerFromSeed('butinerie/elsewhere', salt(3));
    expect(() => signCheckpoint({ tree: ledger.tree, origin, signers: [foreign] })).toThrow(TypeError);
  });
});

describe('two checkpoints', () => {
  const old = read(ledger.checkpoint(3));
  const now = read(ledger.checkpoint(5));
  const proof = ledger.tree.consistencyProof(3, 5);

  it('[AT21] extend each other with a proof, and not without', () => {
    expect(checkExtension(old, now, proof)).toEqual({ ok: true, value: 'extended' });
    expect(checkExtension(old, old, undefined)).toEqual({ ok: true, value: 'same' });
    expect(code(checkExtension(old, now, undefined))).toBe('proof-missing');
    expect(code(checkExtension(old, now, []))).toBe('not-extended');
    expect(code(checkExtension(read(ledger.checkpoint(0)), now, undefined))).toBe('ok');
    expect(code(checkExtension(old, { ...now, origin: 'butinerie/elsewhere' }, proof))).toBe('other-log');
  });

  it('[AT21] [T26] do not when history was rewritten and signed again with the right key', () => {
    const forged = read(rewritten.checkpoint());
    const seen = read(ledger.checkpoint());
    const longer = ledgerOf([...story.slice(0, 4), ...story.slice(0, 2)]);
    expect(code(checkExtension(seen, forged, []))).toBe('split-view');
    expect(code(checkExtension(seen, read(longer.checkpoint()), longer.tree.consistencyProof(5, 6)))).toBe(
      'not-extended',
    );
  });

  it('[AT21] [T27] do not when the newer one is smaller', () => {
    expect(code(checkExtension(now, old, proof))).toBe('shrunk');
  });

  it('[AT21] [T28] of one size and two roots, both signed, are proof of fault', () => {
    expect(code(checkExtension(now, read(rewritten.checkpoint()), []))).toBe('split-view');
  });
});

describe('tlog-proof', () => {
  const proof = ledger.tree.inclusionProof(2);
  const text = formatTlogProof({ index: 2, proof, checkpoint: ledger.checkpoint() });

  it('[AT22] is written as C2SP says and read back', () => {
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nindex 2\n')).toBe(true);
    expect(parseTlogProof(text)).toEqual({
      ok: true,
      value: { index: 2, proof, checkpoint: ledger.checkpoint() },
    });
    const extra = parseTlogProof(text.replace('\nindex', '\nextra AAAA\nindex'));
    expect(extra.ok && extra.value.index).toBe(2);
  });

  it.each([
    ['another header', text.replace('@v1', '@v2')],
    ['no index', text.replace('index 2\n', '')],
    ['an index with a leading zero', text.replace('index 2', 'index 02')],
    ['extra data that is not base64', text.replace('\nindex', '\nextra *\nindex')],
    ['a hash cut short', text.replace(toBase64(proof[0] ?? new Uint8Array()), 'AAAA')],
    ['garbage before', `x${text}`],
    ['nothing', ''],
  ])('[AT22] is refused with %s', (_, wrong) => {
    expect(code(parseTlogProof(wrong))).toBe('malformed-proof');
  });
});
