/** A rebound being typed, kept on the device with the id it will have: sending it twice is still one rebound. */
import { mintId, reboundId, type IdeaId, type PersonId, type ReboundId } from '@butinerie/contracts';

export interface ReboundDraft {
  readonly id: ReboundId;
  readonly text: string;
}

const keyOf = (person: PersonId, idea: IdeaId): string => `butinerie.rebound.${person}.${idea}`;

export function keptRebound(person: PersonId, idea: IdeaId): ReboundDraft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, idea)) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'id' in kept && 'text' in kept) {
      const id = reboundId.safeParse(kept.id);
      if (id.success && typeof kept.text === 'string') return { id: id.data, text: kept.text };
    }
  } catch {
    // Unreadable or forbidden: a fresh one.
  }
  return { id: mintId('rebound'), text: '' };
}

export function keepRebound(person: PersonId, idea: IdeaId, draft: ReboundDraft): void {
  try {
    if (draft.text === '') localStorage.removeItem(keyOf(person, idea));
    else localStorage.setItem(keyOf(person, idea), JSON.stringify(draft));
  } catch {
    // Kept in the page only.
  }
}

export interface SuggestionDraft extends ReboundDraft {
  /** The passage as it stood when it was begun. */
  readonly instead: string;
}

const suggestionKey = (person: PersonId, idea: IdeaId): string => `butinerie.suggestion.${person}.${idea}`;

export function keptSuggestion(person: PersonId, idea: IdeaId): SuggestionDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(suggestionKey(person, idea)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { id, text, instead } = kept as Partial<Record<keyof SuggestionDraft, unknown>>;
    const known = reboundId.safeParse(id);
    const whole = known.success && typeof text === 'string' && typeof instead === 'string';
    return whole ? { id: known.data, text, instead } : null;
  } catch {
    // Unreadable or forbidden: none.
    return null;
  }
}

export function keepSuggestion(person: PersonId, idea: IdeaId, draft: SuggestionDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(suggestionKey(person, idea));
    else localStorage.setItem(suggestionKey(person, idea), JSON.stringify(draft));
  } catch {
    // Kept in the page only.
  }
}
