/** Texts that could not enter an idea, kept on the device as their writer saw them, each until she throws it away. */
import type { IdeaId, PersonId } from '@butinerie/contracts';

export interface RecoveredDraft {
  readonly title: string;
  readonly text: string;
  /** By the server's clock, in milliseconds; names the draft too. */
  readonly at: number;
}

const prefixOf = (person: PersonId, idea: IdeaId): string => `butinerie.recovered.${person}.${idea}`;

function parsed(line: string | null): RecoveredDraft | null {
  try {
    const kept: unknown = JSON.parse(line ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { title, text, at } = kept as Partial<Record<keyof RecoveredDraft, unknown>>;
    if (typeof title !== 'string' || typeof text !== 'string' || typeof at !== 'number') return null;
    return { title, text, at };
  } catch {
    return null;
  }
}

/** The latest first. */
export function recoveredDrafts(person: PersonId, idea: IdeaId): readonly RecoveredDraft[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefixOf(person, idea)))
      .flatMap((key) => parsed(localStorage.getItem(key)) ?? [])
      .sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Where the device has no room for it, the page goes on showing it. */
export function keepRecovered(person: PersonId, idea: IdeaId, draft: RecoveredDraft): void {
  try {
    localStorage.setItem(`${prefixOf(person, idea)}.${draft.at}`, JSON.stringify(draft));
  } catch {
    // Shown all the same.
  }
}

export function forgetRecovered(person: PersonId, idea: IdeaId, { at }: RecoveredDraft): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefixOf(person, idea)) && parsed(localStorage.getItem(key))?.at === at)
        localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
