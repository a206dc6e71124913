/**
 * Client ids leased to this person and not used yet, one entry each. A page takes one under a lock and it is gone: an id
 * used by two pages would fork the text in silence. A page that ends gives back what it did not use.
 */
import type { IdeaId, PersonId } from '@butinerie/contracts';

const prefixOf = (person: PersonId, idea: IdeaId): string => `butinerie.id.${person}.${idea}.`;

function takeFirst(prefix: string): number | null {
  try {
    const key = Object.keys(localStorage).find((name) => name.startsWith(prefix));
    if (key === undefined) return null;
    localStorage.removeItem(key);
    const id = Number(key.slice(prefix.length));
    return Number.isSafeInteger(id) && id > 0 ? id : null;
  } catch {
    return null;
  }
}

/** One unused id, or none: then the server leases some at the join. */
export async function takeClientId(person: PersonId, idea: IdeaId): Promise<number | null> {
  const prefix = prefixOf(person, idea);
  // Without locks (an insecure origin) two tabs opened at once could take the same one.
  if (!('locks' in navigator)) return null;
  return navigator.locks.request(prefix, () => takeFirst(prefix));
}

/** Only adds entries: whatever another page takes meanwhile stays taken. */
export function giveBackClientIds(person: PersonId, idea: IdeaId, ids: readonly number[]): void {
  try {
    for (const id of ids) localStorage.setItem(prefixOf(person, idea) + id, '');
  } catch {
    // Lost ids cost nothing: the server leases others.
  }
}
