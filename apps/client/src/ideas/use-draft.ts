/** A draft under somebody's hands: kept here at each keystroke, saved to the server at each pause, published once. */
import {
  mintId,
  type ChallengeId,
  type Failure,
  type IdeaId,
  type IdeaPage,
  type Particulars,
  type PersonId,
  type ReboundId,
} from '@butinerie/contracts';
import { checkPublishable } from '@butinerie/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Offline } from '../platform/call.ts';
import { serverNow } from '../platform/clock.ts';
import { onReconnect } from '../platform/socket.ts';
import type { SavedState } from '../ui/status-line.tsx';
import { keepDraft, keptDraft, onDrafts, type KeptDraft } from './draft-store.ts';
import { publishDraft, sendDraft } from './send-draft.ts';

const PAUSE = 900;
const TRY_AGAIN = 10_000;

export interface DraftStart {
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly challenge: ChallengeId;
  readonly parents: readonly IdeaId[];
  readonly grownFrom: ReboundId | null;
  /** By the server's word: its author wants it published under a pseudonym. */
  readonly underPseudonym?: boolean;
  readonly title: string;
  readonly text: string;
  readonly particulars?: Particulars;
  /** What the server has, if anything. */
  readonly savedAt: string | null;
}

/** Of what is here and what the server has, the later words; a draft edited on another device since is taken up. */
export function takeUp(start: DraftStart): KeptDraft {
  const kept = keptDraft(start.person, start.idea);
  const { underPseudonym = false, ...begun } = start;
  const pseudonym = underPseudonym ? (kept?.pseudonym ?? mintId('idea')) : null;
  const fresh = { ...begun, pseudonym, typedAt: 0, dirty: false, publishing: false };
  if (kept === null) return fresh;
  const serverIsLater = start.savedAt !== null && Date.parse(start.savedAt) > kept.typedAt;
  if (serverIsLater && start.savedAt !== kept.savedAt) return fresh;
  return { ...kept, parents: kept.parents.length > 0 ? kept.parents : start.parents };
}

export type DraftChange = Partial<Pick<KeptDraft, 'title' | 'text' | 'pseudonym' | 'particulars'>>;

export interface Draft {
  readonly draft: KeptDraft;
  readonly status: SavedState;
  readonly failure: Failure | Offline | null;
  readonly type: (change: DraftChange) => void;
  readonly publish: () => Promise<IdeaPage | null>;
  readonly publishing: boolean;
}

export function useDraft(start: DraftStart): Draft {
  const [draft, setDraft] = useState(() => takeUp(start));
  /** Why the last saving failed; typing on does not mend that, the next saving may. */
  const [unsaved, setUnsaved] = useState<Failure | Offline | null>(null);
  /** Why it was not published: for its author, until she types on or publishes again. */
  const [refused, setRefused] = useState<Failure | Offline | null>(null);
  const [saving, setSaving] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = useRef(draft);
  const underWay = useRef<Promise<unknown> | null>(null);
  const again = useRef<() => Promise<void>>(async () => undefined);
  useEffect(() => {
    current.current = draft;
  }, [draft]);

  // The store also changes when the network comes back and the draft leaves by itself.
  useEffect(
    () =>
      onDrafts(() => {
        const kept = keptDraft(start.person, start.idea);
        if (kept) setDraft(kept);
      }),
    [start.person, start.idea],
  );

  const save = useCallback(async (): Promise<void> => {
    if (underWay.current) {
      await underWay.current;
      return;
    }
    const now = current.current;
    if (!now.dirty || (now.title.trim() === '' && now.text.trim() === '' && now.savedAt === null)) return;
    setSaving(true);
    const sent = sendDraft(now);
    underWay.current = sent;
    const result = await sent;
    underWay.current = null;
    setSaving(false);
    setUnsaved(result.ok ? null : result.failure);
    const later = (wait: number): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void again.current(), wait);
    };
    // Typed meanwhile: that goes at the next pause. Not every return of a network is announced.
    if (result.ok && result.value.dirty) later(PAUSE);
    else if (!result.ok && result.failure.code === 'offline') later(TRY_AGAIN);
  }, []);
  useEffect(() => {
    again.current = save;
  }, [save]);

  useEffect(() => {
    const retry = (): void => void save();
    const stop = onReconnect(retry);
    addEventListener('online', retry);
    return () => {
      stop();
      removeEventListener('online', retry);
      clearTimeout(timer.current);
      // Leaving within a pause: what is typed is on the device already, and goes to the server now.
      retry();
    };
  }, [save]);

  const type = (change: DraftChange): void => {
    const next = { ...current.current, ...change, typedAt: serverNow(), dirty: true, publishing: false };
    keepDraft(next);
    setDraft(next);
    current.current = next;
    setRefused(null);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  };

  const publish = async (): Promise<IdeaPage | null> => {
    const checked = checkPublishable({ ...current.current, parents: [] });
    if (!checked.ok) {
      setRefused(checked.failure);
      return null;
    }
    setPublishing(true);
    clearTimeout(timer.current);
    await underWay.current;
    const result = await publishDraft(current.current);
    setPublishing(false);
    setRefused(result.ok ? null : result.failure);
    return result.ok ? result.value : null;
  };

  // The store may have sent what this page could not.
  const held = draft.dirty ? unsaved : null;
  const waits = draft.publishing && refused?.code === 'offline';
  const status: SavedState = held || waits ? 'notSent' : saving || draft.dirty ? 'saving' : 'saved';
  const failure = refused ?? held;
  return { draft, status, failure, type, publish, publishing };
}
