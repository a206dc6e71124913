/**
 * Answers for commitments: what a leaf says of a name or a text without holding it. The salt is not optional: a staff
 * number hashed alone is found by trying them all.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { fromBase64, toBase64, toUtf8 } from './bytes.ts';
import { brokenOpeningRule, isWellFormed, toJcs } from './canonical.ts';

const saltLength = 32;

/** Who somebody was on the day of the event. Kept outside the ledger; erasing it leaves every proof standing. */
export const identity = z
  .strictObject({
    name: z.string().min(1),
    /** Null for somebody who belonged to none. */
    directorate: z.string().min(1).nullable(),
    staffNumber: z.string().min(1).exactOptional(),
  })
  .readonly();
export type Identity = z.infer<typeof identity>;

/** A text by its title and the hash of its body, so that a receipt can open it and stay small. */
export const textDigest = z.strictObject({ title: z.string(), hash: z.string() }).readonly();
export type TextDigest = z.infer<typeof textDigest>;

/** Words still standing, by person; opened only in the receipts of those it names. */
export type WordsByPerson = Readonly<Record<string, number>>;

export const opening = z.strictObject({ salt: z.string(), value: z.json() }).readonly();

/** What is needed to check a commitment, and all that has to be destroyed to close it for ever. */
export type Opening = z.infer<typeof opening>;

export function digestOf(bytes: Uint8Array): string {
  return `sha256-${toBase64(sha256(bytes))}`;
}

/** A hash already computed (a tree's root), as leaves write it. */
export function digestText(hash: Uint8Array): string {
  return `sha256-${toBase64(hash)}`;
}

/** Committed exactly as written: a text is not normalised behind its author's back. */
export function textDigestOf(title: string, text: string): TextDigest {
  // A lone surrogate has no UTF-8: encoding it anyway would give two texts one hash.
  if (!isWellFormed(text)) throw new TypeError('a text is well-formed Unicode');
  return { title, hash: digestOf(toUtf8(text)) };
}

export interface Committed {
  readonly commitment: string;
  readonly opening: Opening;
}

/** The salt comes from the caller, fresh for each commitment: a salt used twice would link two pseudonyms. */
export function commit(salt: Uint8Array, value: Opening['value']): Committed {
  if (salt.length !== saltLength) throw new RangeError('a salt has 32 bytes');
  const broken = brokenOpeningRule(value);
  if (broken !== undefined) throw new TypeError(`cannot commit to ${broken}`);
  return {
    commitment: digestOf(committedBytes(salt, value)),
    opening: { salt: toBase64(salt), value },
  };
}

/** For the fields `who` and `c`. */
export function commitIdentity(salt: Uint8Array, who: Identity): Committed {
  return commit(salt, { ...identity.parse(who) });
}

/** For the field `txt`. */
export function commitText(salt: Uint8Array, title: string, text: string): Committed {
  return commit(salt, { ...textDigestOf(title, text) });
}

/** For the field `words`. */
export function commitWords(salt: Uint8Array, words: WordsByPerson): Committed {
  return commit(salt, { ...words });
}

/** What the field `as` of a one-time person commits to. */
export function commitmentTo(person: string): Opening['value'] {
  return { person };
}

/** For the field `as`. */
export function commitPerson(salt: Uint8Array, person: string): Committed {
  return commit(salt, commitmentTo(person));
}

/** For the field `dir` of a proposal whose author is not to be guessed by where she works. */
export function commitDirectorate(salt: Uint8Array, directorate: string | null): Committed {
  return commit(salt, { directorate });
}

export function opensCommitment(commitment: string, { salt, value }: Opening): boolean {
  const bytes = fromBase64(salt);
  if (bytes?.length !== saltLength || brokenOpeningRule(value) !== undefined) return false;
  return digestOf(committedBytes(bytes, value)) === commitment;
}

function committedBytes(salt: Uint8Array, value: Opening['value']): Uint8Array {
  return concatBytes(salt, toUtf8(toJcs(value)));
}
