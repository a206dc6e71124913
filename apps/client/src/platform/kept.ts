/** What was typed and not sent yet, kept on this device until it is: a reload, a crash or a refusal loses nothing. */
import { useCallback, useState } from 'react';

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

/** The value under this key, and how to change or (null) drop it. Another key needs another component: give it a `key`. */
export function useKept<T>(
  key: string,
  recall: Recall<T>,
): readonly [kept: T | null, keep: (value: T | null) => void] {
  const [value, setValue] = useState(() => readKept(key, recall));
  const keep = useCallback(
    (next: T | null) => {
      writeKept(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, keep];
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
