import { describe, expect, it } from 'vitest';
import {
  idea,
  ledgerOf,
  numbered,
  person,
  proposed,
  salt,
  someDigest,
  vkey,
  type Act,
} from '../test/small-ledger.ts';
import { buildReceipt } from './build-receipt.ts';
import { commitIdentity, commitPerson } from './commitment.ts';
import { sealedCredits } from './credits.ts';
import { foldCredits } from './fold.ts';
import { verifyReceipt } from './verify-receipt.ts';

const [author, boss, mask] = [person('a'), person('e'), person('z')];
const one = idea('1');
const identity = commitIdentity(salt(3), { name: 'Marie Lefèvre', directorate: 'Direction des routes' });
const bound = commitPerson(salt(4), author);

const taken: Act = {
  k: 'pseudonym.taken',
  by: 'sys:pseudonyms',
  i: one,
  p: mask,
  c: identity.commitment,
  as: bound.commitment,
};
const opened: Act = {
  k: 'pseudonym.opened',
  by: author,
  i: one,
  p: mask,
  as: author,
  salt: bound.opening.salt,
};
const story = [taken, proposed(one, mask)];

/** Folds the acts, then answers what the last one was told. */
function told(...acts: readonly Act[]): string {
  const events = numbered(acts);
  const last = events.pop();
  const ruling = foldCredits(events).admits(last);
  return ruling.ok ? 'counts' : ruling.failure.code;
}

describe('a one-time person', () => {
  it('[AT60] is taken by the server before the idea is anybody’s, and once', () => {
    expect(told(taken)).toBe('counts');
    expect(told({ ...taken, by: author })).toBe('not-the-server');
    expect(told(proposed(one, author), taken)).toBe('already-proposed');
    expect(told(taken, taken)).toBe('already-made');
  });

  it('[AT60] holds the credit of the idea, before it is opened and after', () => {
    for (const acts of [story, [...story, opened]]) {
      const credits = foldCredits(numbered(acts)).idea(one);
      expect(credits && sealedCredits(credits)).toEqual({
        originators: [mask],
        coauthors: [],
        rebounders: [],
      });
    }
  });

  it('[AT61] is opened by the person it was bound to, once', () => {
    expect(told(...story, opened)).toBe('counts');
    expect(told(...story, opened, opened)).toBe('already-opened');
    expect(told(...story, { ...opened, p: person('y') })).toBe('unknown-pseudonym');
    expect(foldCredits(numbered([...story, opened])).idea(one)?.pseudonyms[mask]?.openedAs).toBe(author);
  });

  it('[AT61] is nobody else’s, whoever writes it and with whatever salt', () => {
    expect(told(...story, { ...opened, by: boss, as: boss })).toBe('other-person');
    expect(told(...story, { ...opened, by: boss })).toBe('not-oneself');
    expect(told(...story, { ...opened, by: 'sys:pseudonyms' })).toBe('not-oneself');
    const forged = commitPerson(salt(9), boss);
    expect(told(...story, { ...opened, by: boss, as: boss, salt: forged.opening.salt })).toBe('other-person');
    expect(told(...story, { ...opened, salt: forged.opening.salt })).toBe('other-person');
  });

  it('[AT61] is proved by its owner’s receipt before it is opened', () => {
    const { leaves, tree, checkpoint } = ledgerOf(story);
    const receipt = (as: typeof bound) =>
      buildReceipt({
        leaf: leaves[0] ?? new Uint8Array(),
        tree,
        checkpoint: { note: checkpoint(), size: 2 },
        key: vkey,
        openings: { c: identity.opening, as: as.opening },
      });
    const verdict = verifyReceipt(receipt(bound), { vkeys: [{ vkey }] });
    expect(verdict).toMatchObject({ valid: true, facts: { identity: { held: { name: 'Marie Lefèvre' } } } });
    expect(verdict.checks).toContainEqual({ name: 'opening:as', outcome: 'passed' });
    expect(() => receipt(commitPerson(salt(4), boss))).toThrow(TypeError);
  });

  it('[AT60] names nobody in its leaf', () => {
    const text = new TextDecoder().decode(ledgerOf([taken]).leaves[0]);
    expect(text).not.toContain(author);
    expect(text).toContain(someDigest.slice(0, 7));
  });
});
