/**
 * Answers for the bytes of a leaf: RFC 8785 JSON of an event, with house rules that JCS leaves open checked before
 * anything is hashed. The bytes are what is stored, hashed and proved; the parsed event is only a reading of them.
 */
import canonicalize from 'canonicalize';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { eventKinds, readEvent, type LedgerEvent, type ReadEvent, type UnknownEvent } from './events.ts';
import { accepted, refused, type Outcome } from './outcome.ts';

const deepest = 8;
const ASCII = /^[\x20-\x7e]*$/;

/** RFC 8785 text of a value; throws on what JSON cannot say (a bug of the caller, never an input). */
export function toJcs(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('no canonical JSON for this value');
  return text;
}

/** The first house rule that a value meant for a leaf breaks, as a sentence; undefined when it keeps them all. */
function brokenHouseRule(value: unknown): string | undefined {
  return firstBreach(value, (text) =>
    // Nearly everything in a leaf is ASCII, which is NFC and well formed by itself.
    ASCII.test(text)
      ? undefined
      : isWellFormed(text)
        ? text.normalize('NFC') === text
          ? undefined
          : 'a string that is not NFC'
        : loneSurrogate,
  );
}

/** The same for what commitments hold, except that a text of somebody's keeps the form in which it was written. */
export function brokenOpeningRule(value: unknown): string | undefined {
  return firstBreach(value, (text) => (isWellFormed(text) ? undefined : loneSurrogate));
}

export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

const loneSurrogate = 'a lone surrogate';

type StringRule = (text: string) => string | undefined;

function firstBreach(value: unknown, stringRule: StringRule, depth = 0): string | undefined {
  if (depth > deepest) return `nested deeper than ${deepest}`;
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? undefined
      : `${value} is not a plain integer`;
  }
  if (typeof value === 'string') return stringRule(value);
  if (typeof value !== 'object') return `${typeof value} is not JSON`;
  const inside: readonly unknown[] = Array.isArray(value) ? value : Object.entries(value).flat();
  for (const item of inside) {
    const broken = firstBreach(item, stringRule, depth + 1);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** The bytes to store and hash. Throws on an event that is not one: what the server writes, it must know. */
export function encodeLeaf(event: LedgerEvent): Uint8Array {
  const broken = brokenHouseRule(event);
  if (broken !== undefined) throw new TypeError(`an event breaks a house rule: ${broken}`);
  if (readEvent(event)?.known !== true) throw new TypeError('not an event of a known kind and shape');
  return toUtf8(toJcs(event));
}

export type LeafFailure = 'not-utf8' | 'not-json' | 'not-canonical' | 'house-rule' | 'not-an-event';

/** Reads stored or received bytes. An unknown kind is read as such; a known kind must have its exact shape. */
export function parseLeaf(bytes: Uint8Array): Outcome<ReadEvent, LeafFailure> {
  const text = fromUtf8(bytes);
  if (text === undefined) return refused('not-utf8', 'the bytes are not UTF-8');
  const value = parseJson(text);
  if (value === undefined) return refused('not-json', 'the bytes are not JSON');
  const broken = brokenHouseRule(value);
  if (broken !== undefined) return refused('house-rule', broken);
  if (toJcs(value) !== text)
    return refused('not-canonical', 'the bytes are not the canonical form of their value');
  const read = readEvent(value);
  return read === undefined ? refused('not-an-event', 'not the shape of an event') : accepted(read);
}

/**
 * Reads bytes that were checked when they were written and that a signed root vouches for: what they say, and not again
 * whether they may say it. Whoever goes through a whole ledger hashes every byte of it all the same.
 */
export function readSignedLeaf(bytes: Uint8Array): ReadEvent | undefined {
  const text = fromUtf8(bytes);
  const value = text === undefined ? undefined : parseJson(text);
  const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'k') : undefined;
  if (typeof kind !== 'string') return undefined;
  // Its shape was checked before it was written: what a changed one says is undone by the root that does not fit it.
  return kinds.has(kind)
    ? { known: true, event: value as LedgerEvent }
    : { known: false, event: value as UnknownEvent };
}
const kinds: ReadonlySet<string> = new Set(eventKinds);

/** Undefined when the text is not JSON (JSON itself has no undefined). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
