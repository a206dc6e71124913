/**
 * Drafts on this device, written at every keystroke: what a closed tab, a lift or a flat battery must not take away.
 * Each belongs to one person, so that on a shared device nobody meets somebody else's.
 */
import type { ChallengeId, IdeaId, Particulars, PersonId, ReboundId } from '@butinerie/contracts';

export interface KeptDraft {
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly challenge: ChallengeId;
  readonly title: string;
  readonly text: string;
  /** Missing in a draft kept before challenges asked for more. */
  readonly particulars?: Particulars;
  readonly parents: readonly IdeaId[];
  readonly grownFrom: ReboundId | null;
  /** The idea it becomes when it is published under a pseudonym; absent or null when in its author's own name. */
  readonly pseudonym?: IdeaId | null;
  /** When a key was last pressed, by the server's clock, in milliseconds. */
  readonly typedAt: number;
  /** What the server last confirmed; null while it knows nothing. */
  readonly savedAt: string | null;
  /** Typed since then. */
  readonly dirty: boolean;
  /** Asked to be published; leaves by itself when the network is back. */
  readonly publishing: boolean;
}

const PREFIX = 'butinerie.draft.';
const keyOf = (person: PersonId, idea: IdeaId): string => `${PREFIX}${person}.${idea}`;
/** Where the browser forbids storage or has no room left, at least this page remembers. */
const memory = new Map<string, string>();
const watchers = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function keys(): string[] {
  try {
    return [...new Set([...Object.keys(localStorage), ...memory.keys()])];
  } catch {
    return [...memory.keys()];
  }
}

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Record<keyof KeptDraft, unknown>>;
  return (
    ['idea', 'person', 'challenge', 'title', 'text'].every(
      (field) => typeof draft[field as keyof KeptDraft] === 'string',
    ) &&
    Array.isArray(draft.parents) &&
    typeof draft.typedAt === 'number'
  );
}

function parse(text: string | null): KeptDraft | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

export const keptDraft = (person: PersonId, idea: IdeaId): KeptDraft | null =>
  parse(read(keyOf(person, idea)));

/** The latest first. */
export function keptDrafts(person: PersonId): KeptDraft[] {
  return keys()
    .filter((key) => key.startsWith(`${PREFIX}${person}.`))
    .flatMap((key) => parse(read(key)) ?? [])
    .sort((a, b) => b.typedAt - a.typedAt);
}

export function keepDraft(draft: KeptDraft): void {
  const key = keyOf(draft.person, draft.idea);
  const text = JSON.stringify(draft);
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
  } catch {
    memory.set(key, text);
  }
  for (const watcher of watchers) watcher();
}

export function forgetDraft(person: PersonId, idea: IdeaId): void {
  const key = keyOf(person, idea);
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
  for (const watcher of watchers) watcher();
}

export function onDrafts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
