import { describe, expect, it } from 'vitest';
import { altered, origin, otherSigner, salt, signer } from '../test/small-ledger.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { signNote, verifyNote } from './note.ts';
import { formatVerifierKey, parseVerifierKey, signerFromSeed } from './verifier-key.ts';

const published = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const publishedNote =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

function keyOf(vkey: string) {
  const key = parseVerifierKey(vkey);
  if (!key.ok) throw new Error(key.failure.detail);
  return key.value;
}

const code = (outcome: ReturnType<typeof verifyNote>) => (outcome.ok ? 'verified' : outcome.failure.code);

describe('keys', () => {
  it('[AT8] reads and writes the published key', () => {
    expect(formatVerifierKey(keyOf(published))).toBe(published);
  });

  it.each([
    ['a changed name', published.replace('foo', 'fox'), 'wrong-key-id'],
    ['a changed id', published.replace('530d', '530e'), 'wrong-key-id'],
    ['a changed key', published.replace('AekyeR', 'AekyeS'), 'wrong-key-id'],
    ['another algorithm', published.replace('+Aeky', '+Beky'), 'unsupported-algorithm'],
    ['a short key', `${published.slice(0, -8)}`, 'unsupported-algorithm'],
    ['another spelling of its base64', `${published}=`, 'malformed-key'],
    ['nothing', '', 'malformed-key'],
    ['a space in its name', `a b${published}`, 'malformed-key'],
  ])('[AT8] refuses a key with %s', (_, vkey, expected) => {
    const key = parseVerifierKey(vkey);
    expect(key.ok ? 'read' : key.failure.code).toBe(expected);
  });

  it('[AT8] makes the same key from the same seed, and keeps its own copy of it', () => {
    const seed = salt(9);
    const made = signerFromSeed(origin, seed);
    seed.fill(0);
    expect(formatVerifierKey(made.key)).toBe(formatVerifierKey(signerFromSeed(origin, salt(9)).key));
    expect(code(verifyNote(signNote('text\n', [made]), [made.key]))).toBe('verified');
    expect(() => signerFromSeed(origin, salt(9).slice(1))).toThrow(RangeError);
    expect(() => signerFromSeed('a+b', salt(9))).toThrow(TypeError);
  });
});

describe('notes', () => {
  it('[AT9] verifies the published note', () => {
    const verified = verifyNote(publishedNote, [keyOf(published)]);
    expect(verified.ok && verified.value.text).toBe('This is an example message.\n');
  });

  it('[AT9] refuses the published note with any character changed', () => {
    for (let index = 0; index < publishedNote.length; index += 1) {
      const outcome = verifyNote(altered(publishedNote, index), [keyOf(published)]);
      expect(outcome.ok, `character ${index}`).toBe(false);
    }
  });

  it('[AT9] ignores signatures of unknown keys, those of another kind included', () => {
    const note = signNote('text\n', [otherSigner, signer]);
    const witness = `${note}— witness.example ${toBase64(new Uint8Array(3000))}\n`;
    const verified = verifyNote(witness, [signer.key]);
    expect(verified.ok && verified.value.keys).toEqual([signer.key]);
  });

  it('[AT9] refuses a note when one known key signed something else', () => {
    const [own] = signNote('text\n', [signer]).split('\n').slice(-2);
    const forged = signNote('other\n', [otherSigner]).replace(/$/, `${own}\n`);
    expect(code(verifyNote(forged, [signer.key, otherSigner.key]))).toBe('wrong-signature');
  });

  it.each([
    ['of unknown keys only', signNote('text\n', [otherSigner]), 'unknown-key'],
    ['without signature', 'text\n\n', 'malformed-note'],
    ['without blank line', 'text\n— a AAAA\n', 'malformed-note'],
    ['that is empty', '', 'malformed-note'],
    ['with garbage after', `${signNote('text\n', [signer])}x`, 'malformed-note'],
    ['with a line that is no signature', `${signNote('text\n', [signer])}garbage\n`, 'malformed-note'],
    [
      'with a control character',
      signNote('text\n', [signer]).replace('text', 'te\u0000xt'),
      'malformed-note',
    ],
    ['with sixty-five signatures', `t\n\n${'— a AAAAAAA=\n'.repeat(65)}`, 'malformed-note'],
  ])('[AT9] refuses a note %s', (_, note, expected) => {
    expect(code(verifyNote(note, [signer.key]))).toBe(expected);
  });

  it('[AT9] refuses to sign what could not be read again', () => {
    expect(() => signNote('no end of line', [signer])).toThrow(TypeError);
    expect(() => signNote('a\r\n', [signer])).toThrow(TypeError);
    expect(() => signNote('text\n', [])).toThrow(TypeError);
  });
});

it('reads base64 in one spelling only', () => {
  expect(fromBase64('AAE=')).toEqual(Uint8Array.of(0, 1));
  for (const text of ['AAF=', 'AAE', 'AA E=', 'AAE=\n', 'AAE==', '_-8=', '*'])
    expect(fromBase64(text)).toBeUndefined();
});
