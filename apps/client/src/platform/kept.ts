/** What was typed and not sent yet, kept on this device until it is: a reload, a crash or a refusal loses nothing. */
import { useCallback, useRef, useState } from 'react';

/** Makes a value of what was kept, or null of what another version kept otherwise. */
export type Recall<T> = (raw: unknown) => T | null;

export function readKept<T>(key: string, recall: Recall<T>): T | null {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return raw === null ? null : recall(raw);
  } catch {
    // Storage may be forbidden, or hold half a line.
    return null;
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Kept for this visit only.
  }
}

type Keep<T> = (value: T | null) => void;
/** Drops what was sent; what was typed while it was under way stays, on top of what is saved now. */
type Settle<T> = (sent: T | null, onto?: (typedSince: T) => T) => void;

/**
 * The value under this key, how to change or (null) drop it, and what to do once it was sent. Another key needs another
 * component: give it a `key`.
 */
export function useKept<T>(
  key: string,
  recall: Recall<T>,
): readonly [kept: T | null, keep: Keep<T>, settle: Settle<T>] {
  const [value, setValue] = useState(() => readKept(key, recall));
  const latest = useRef(value);
  const keep = useCallback<Keep<T>>(
    (next) => {
      latest.current = next;
      writeKept(key, next);
      setValue(next);
    },
    [key],
  );
  const settle = useCallback<Settle<T>>(
    (sent, onto = (typedSince) => typedSince) => {
      const now = latest.current;
      keep(now === null || now === sent ? null : onto(now));
    },
    [keep],
  );
  return [value, keep, settle];
}

/** The texts of a record under these names, or null where one is missing: the usual shape of a form. */
export function textsOf<K extends string>(raw: unknown, names: readonly K[]): Record<K, string> | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const found = new Map(Object.entries(raw));
  const texts = names.map((name) => [name, found.get(name)] as const);
  if (!texts.every(([, text]) => typeof text === 'string')) return null;
  // Every name was just found to hold a text.
  return Object.fromEntries(texts) as Record<K, string>;
}

/** The same of something that has versions, with the one it was begun from: `now`, where that was not kept yet. */
export function versionedTextsOf<K extends string>(
  raw: unknown,
  names: readonly K[],
  now: number,
): (Record<K, string> & { readonly version: number }) | null {
  const texts = textsOf(raw, names);
  if (texts === null) return null;
  const { version } = raw as { readonly version?: unknown };
  return { ...texts, version: typeof version === 'number' ? version : now };
}
