import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { marie, salt } from '../test/small-ledger.ts';
import { toBase64, toUtf8 } from './bytes.ts';
import { toJcs } from './canonical.ts';
import { commit, commitIdentity, commitText, commitWords, opensCommitment } from './commitment.ts';

describe('commitments', () => {
  it('[AT5] are SHA-256 of the salt and the canonical value', () => {
    const value = { name: 'Marie Lefèvre', directorate: 'Direction des routes' };
    const expected = sha256(Uint8Array.of(...salt(1), ...toUtf8(toJcs(value))));
    expect(commitIdentity(salt(1), value).commitment).toBe(`sha256-${toBase64(expected)}`);
  });

  it('[AT5] open with their own salt and value, and with no other', () => {
    const { commitment, opening } = marie.identity;
    expect(opensCommitment(commitment, opening)).toBe(true);
    const wrong = [
      { ...opening, value: { name: 'Marie Lefevre', directorate: 'Direction des routes' } },
      { ...opening, value: null },
      { ...opening, salt: toBase64(salt(2)) },
      { ...opening, salt: toBase64(salt(1).slice(1)) },
      { ...opening, salt: '' },
      { ...opening, value: '\ud800' },
      { ...opening, value: 0.5 },
    ];
    for (const [at, probe] of wrong.entries())
      expect(opensCommitment(commitment, probe), `wrong ${at}`).toBe(false);
  });

  it('[AT5] of a text hold its title and the hash of its body, written as they were', () => {
    const composed = commitText(salt(3), 'Été', 'é');
    expect(opensCommitment(composed.commitment, composed.opening)).toBe(true);
    expect(commitText(salt(3), 'Été', 'e\u0301').commitment).not.toBe(composed.commitment);
    expect(JSON.stringify(marie.text.opening)).not.toContain(marie.body);
  });

  it('[AT5] of words do not depend on the order of people', () => {
    expect(commitWords(salt(4), { p_a: 3, p_b: 5 })).toEqual(commitWords(salt(4), { p_b: 5, p_a: 3 }));
  });

  it('[AT5] are not made with a short salt, a fraction or a lone surrogate', () => {
    expect(() => commit(salt(1).slice(1), 'x')).toThrow(RangeError);
    expect(() => commit(salt(1), { share: 0.3 })).toThrow(TypeError);
    expect(() => commitText(salt(1), '\ud800', '')).toThrow(TypeError);
    expect(() => commitText(salt(1), '', '\ud800')).toThrow(TypeError);
  });

  it('[AT5] [T32] do not fall to trying every staff number, with any salt that is not the right one', () => {
    const number = '4271';
    const secret = commit(salt(5), { number });
    const guesses = Array.from({ length: 10_000 }, (_, guess) => ({ number: String(guess) }));
    const found = (key: string) =>
      guesses
        .filter((value) => opensCommitment(secret.commitment, { salt: key, value }))
        .map((guess) => guess.number);
    expect(found(toBase64(salt(0)))).toEqual([]);
    // The control: with the salt in hand the same search finds it, so it is the salt that protects.
    expect(found(secret.opening.salt)).toEqual([number]);
  });
});
