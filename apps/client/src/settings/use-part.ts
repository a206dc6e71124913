/**
 * One part of the settings under somebody's hands: kept on the device until it is saved, and never put over what somebody
 * else saved meanwhile without both having been shown.
 */
import { readChallenge, type Challenge, type ChallengeId, type Failure } from '@butinerie/contracts';
import { useState } from 'react';
import type { Offline } from '../platform/call.ts';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { refresh, remember } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from './words.ts';

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
  readonly takeTheirs: () => void;
  /** It is saved, and this stands now. What was typed meanwhile goes on from there. */
  readonly saved: (stands: T) => void;
  /** Changes with each taking: what an editor holds of its own begins anew. */
  readonly generation: number;
}

export function usePart<T>(
  { name, challenge }: { readonly name: string; readonly challenge: ChallengeId },
  stands: T,
  recall: (raw: unknown) => T | null,
): Part<T> {
  const me = useSignedIn();
  const [kept, keep, settle] = useKept<Kept<T>>(`butinerie.settings.${me.id}.${challenge}.${name}`, (raw) => {
    if (typeof raw !== 'object' || raw === null) return null;
    const { mine, from } = raw as Partial<Record<keyof Kept<T>, unknown>>;
    const recalled = recall(mine);
    return recalled === null || typeof from !== 'string' ? null : { mine: recalled, from };
  });
  const [generation, setGeneration] = useState(0);
  const now = JSON.stringify(stands);
  const beginAnew = (): void => setGeneration((before) => before + 1);
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
      beginAnew();
    },
    saved(standsNow) {
      settle(kept, ({ mine }) => ({ mine, from: JSON.stringify(standsNow) }));
      beginAnew();
    },
    generation,
  };
}

type Answer =
  | { readonly ok: true; readonly value: Challenge }
  | { readonly ok: false; readonly failure: Failure | Offline };
/** What follows a press on « Enregistrer »: what was saved is shown, and what somebody else saved first is read. */
export function useSaved<T>(
  part: Part<T>,
  standsIn: (challenge: Challenge) => T,
): (answer: Answer, challenge: ChallengeId) => void {
  const say = useWords(words);
  const toast = useToast();
  return (answer, challenge) => {
    const params = { challenge };
    if (answer.ok) {
      remember(readChallenge, { params }, answer.value);
      part.saved(standsIn(answer.value));
      toast({ text: say.saved });
    } else if (answer.failure.code === 'stale-version') refresh(readChallenge, { params });
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
