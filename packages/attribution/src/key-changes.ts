/**
 * Answers for how one key of a register follows another. A change is a leaf that says so and is signed by the keys
 * themselves, so that a reader with one key reaches the others without asking anybody. A key that was lost signs
 * nothing any more: its successor is announced, never derived from it.
 */
import { fromBase64, toUtf8 } from './bytes.ts';
import { parseLeaf, toJcs } from './canonical.ts';
import type { TrustedKey } from './checkpoint.ts';
import type { EventOf, ReadEvent } from './events.ts';
import { parseVerifierKey, verifySignature, type VerifierKey } from './verifier-key.ts';

export type KeyChange = EventOf<'key.rotated'> | EventOf<'key.lost'>;

/** What was read of somebody's keys: those that count, each with how far, and the changes that concern them. */
export interface KeyRing {
  readonly keys: readonly TrustedKey[];
  readonly changes: readonly KeyChange[];
}

/** A key as a reader brings it: one line, which may also be the leaf of a change. */
export interface BroughtKey {
  readonly vkey: string;
  readonly retiredAt?: string;
}

/** What the keys sign: the act as it is written, without their signatures. */
export function keyChangeStatement(change: Readonly<Record<string, unknown>>): Uint8Array {
  const said = Object.fromEntries(
    Object.entries(change).filter(([name]) => name !== 'sig' && name !== 'own'),
  );
  return toUtf8(`butinerie-key-change@v1\n${toJcs(said)}`);
}

export function isKeyChange(event: ReadEvent['event']): event is KeyChange {
  return event.k === 'key.rotated' || event.k === 'key.lost';
}

/** How large a register the old key may still speak for: without the leaf that changed it. */
export function lastSizeOf(change: KeyChange): number {
  return change.k === 'key.rotated' ? change.n : change.size;
}

/** Two people, two keys of one register, and the signatures that the kind asks for. */
function isSoundKeyChange(change: KeyChange): boolean {
  const [old, next] = [keyOf(change.old), keyOf(change.new)];
  if (old === undefined || next === undefined || old.name !== next.name || change.old === change.new)
    return false;
  if (change.by === change.second || change.by.startsWith('sys:')) return false;
  if (change.k === 'key.lost' && change.size > change.n) return false;
  const said = keyChangeStatement(change);
  const signed = (key: VerifierKey, signature: string): boolean =>
    verifySignature(key, said, fromBase64(signature) ?? new Uint8Array());
  return signed(next, change.own) && (change.k === 'key.lost' || signed(old, change.sig));
}

/** The change that one line of a file or a mail is; undefined for anything else, a change that does not hold included. */
function keyChangeIn(line: string): KeyChange | undefined {
  const text = line.replace(/^[\s>|]+/, '').trimEnd();
  if (!text.startsWith('{')) return undefined;
  const leaf = parseLeaf(toUtf8(text));
  if (!leaf.ok || !isKeyChange(leaf.value.event)) return undefined;
  return isSoundKeyChange(leaf.value.event) ? leaf.value.event : undefined;
}

/** The lines of a text that are changes of keys, as they stand in leaves. */
export function keyChangesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const change = keyChangeIn(line);
    return change === undefined ? [] : [toJcs(change)];
  });
}

/**
 * Follows the keys that were brought along the changes that were brought with them. Forward, a key that is trusted names
 * its successor, unless it named two, which proves that somebody else holds it. Backward, a trusted key says whom it
 * followed, and up to where that one counts.
 */
export function keyRing(brought: readonly BroughtKey[]): KeyRing {
  const known = new Map<string, TrustedKey>();
  for (const { vkey, retiredAt } of brought) {
    const key = keyOf(vkey);
    if (key !== undefined) known.set(vkey, { key, ...(retiredAt === undefined ? {} : { retiredAt }) });
  }
  const changes = [...new Map(brought.flatMap(({ vkey }) => changeEntry(vkey))).values()];
  const add = (vkey: string): boolean => {
    const key = known.has(vkey) ? undefined : keyOf(vkey);
    if (key !== undefined) known.set(vkey, { key });
    return key !== undefined;
  };
  const follow = (change: KeyChange): boolean => {
    if (known.has(change.new)) return add(change.old);
    const alone = !changes.some((other) => other.old === change.old && other.new !== change.new);
    return change.k === 'key.rotated' && alone && known.has(change.old) && add(change.new);
  };
  while (changes.some(follow));
  const end = (vkey: string): number => known.get(vkey)?.upTo ?? Infinity;
  const shorten = (vkey: string): boolean => {
    const ends = changes.filter(({ old }) => old === vkey);
    // A successor that is trusted says where the key ended; else what the key said of itself.
    const trusted = ends.filter((change) => known.has(change.new));
    const said = trusted.length > 0 ? trusted : ends.filter(({ k }) => k === 'key.rotated');
    // Never later than the successor itself: a retired key that was stolen vouches for no other beyond its own time.
    const upTo = Math.min(...said.flatMap((change) => [lastSizeOf(change), end(change.new)]));
    const key = known.get(vkey);
    if (key === undefined || upTo >= end(vkey)) return false;
    known.set(vkey, { ...key, upTo });
    return true;
  };
  while ([...known.keys()].some(shorten));
  return {
    keys: [...known.values()],
    changes: changes.filter((change) => known.has(change.old) || known.has(change.new)),
  };
}

function changeEntry(line: string): [string, KeyChange][] {
  const change = keyChangeIn(line);
  return change === undefined ? [] : [[toJcs(change), change]];
}

function keyOf(vkey: string): VerifierKey | undefined {
  const key = parseVerifierKey(vkey);
  return key.ok ? key.value : undefined;
}

/** The keys of a register and their changes, one a line: the one that signs today first. */
export function formatKeys(current: string, changes: readonly KeyChange[]): readonly string[] {
  const older = changes.map(({ old }) => old).toReversed();
  return [...new Set([current, ...older]), ...changes.map((change) => toJcs(change))];
}

/** Whether a change follows from those before it: sound, and from the key that was in force. */
export function followsFrom(change: KeyChange, before: readonly KeyChange[]): boolean {
  const last = before.at(-1);
  return isSoundKeyChange(change) && (last === undefined || last.new === change.old);
}
