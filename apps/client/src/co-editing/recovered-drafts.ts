/** Text that could not enter an idea, kept on the device as its writer saw it, until she throws it away. */
import type { IdeaId, PersonId } from '@butinerie/contracts';

export interface RecoveredDraft {
  readonly title: string;
  readonly text: string;
  /** By the server's clock, in milliseconds. */
  readonly at: number;
}

const keyOf = (person: PersonId, idea: IdeaId): string => `butinerie.recovered.${person}.${idea}`;

export function recoveredDraft(person: PersonId, idea: IdeaId): RecoveredDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, idea)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { title, text, at } = kept as Partial<Record<keyof RecoveredDraft, unknown>>;
    if (typeof title !== 'string' || typeof text !== 'string' || typeof at !== 'number') return null;
    return { title, text, at };
  } catch {
    return null;
  }
}

/** False when the device has no room for it: the page then keeps showing it. */
export function keepRecovered(person: PersonId, idea: IdeaId, draft: RecoveredDraft): boolean {
  try {
    localStorage.setItem(keyOf(person, idea), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetRecovered(person: PersonId, idea: IdeaId): void {
  try {
    localStorage.removeItem(keyOf(person, idea));
  } catch {
    // Nothing was kept.
  }
}
