/**
 * One part of the settings under somebody's hands: kept on the device until it is saved, and never put over what somebody
 * else saved meanwhile without both having been shown.
 */
import type { ChallengeId } from '@butinerie/contracts';
import { useState } from 'react';
import { useKept } from '../platform/kept.ts';
import { useSignedIn } from '../platform/session.tsx';

interface Kept<T> {
  readonly mine: T;
  /** What stood when this was begun, as text. */
  readonly from: string;
}
export interface Part<T> {
  readonly value: T;
  readonly change: (next: T) => void;
  /** Typed and not saved. */
  readonly unsaved: boolean;
  /** What somebody else saved meanwhile, where that is neither what I began from nor what I want. */
  readonly theirs: T | null;
  readonly keepMine: () => void;
  /** Also once it is saved: what stands is shown again. */
  readonly takeTheirs: () => void;
  /** Changes with each taking: what an editor holds of its own begins anew. */
  readonly generation: number;
}

export function usePart<T>(
  { name, challenge }: { readonly name: string; readonly challenge: ChallengeId },
  stands: T,
  recall: (raw: unknown) => T | null,
): Part<T> {
  const me = useSignedIn();
  const [kept, keep] = useKept<Kept<T>>(`butinerie.settings.${me.id}.${challenge}.${name}`, (raw) => {
    if (typeof raw !== 'object' || raw === null) return null;
    const { mine, from } = raw as Partial<Record<keyof Kept<T>, unknown>>;
    const recalled = recall(mine);
    return recalled === null || typeof from !== 'string' ? null : { mine: recalled, from };
  });
  const [generation, setGeneration] = useState(0);
  const now = JSON.stringify(stands);
  const unsaved = kept !== null && JSON.stringify(kept.mine) !== now;
  return {
    value: unsaved ? kept.mine : stands,
    // Typing something and taking it back is no change.
    change: (mine) => keep(JSON.stringify(mine) === now ? null : { mine, from: unsaved ? kept.from : now }),
    unsaved,
    theirs: unsaved && kept.from !== now ? stands : null,
    keepMine: () => kept && keep({ mine: kept.mine, from: now }),
    takeTheirs() {
      keep(null);
      setGeneration((before) => before + 1);
    },
    generation,
  };
}

/** A list of things that have each of these fields: enough to know what this version kept. */
export const listOf =
  <T extends object>(fields: readonly (keyof T)[]) =>
  (raw: unknown): readonly T[] | null =>
    Array.isArray(raw) &&
    raw.every((each) => typeof each === 'object' && each !== null && fields.every((field) => field in each))
      ? (raw as T[])
      : null;
