/** A note under somebody's hands: kept on this device at each keystroke, saved to the server at each pause. */
import { noteId, noteKind, type NoteId, type NoteKind, type PersonId } from '@butinerie/contracts';
import { useEffect, useRef, useState } from 'react';
import { textsOf, useKept } from '../platform/kept.ts';
import { onReconnect } from '../platform/socket.ts';
import type { SavedState } from '../ui/status-line.tsx';
import { useSaveNoteDraft } from './queries.ts';

const PAUSE = 900;

export interface NoteDraft {
  readonly note: NoteId;
  readonly kind: NoteKind;
  readonly title: string;
  readonly text: string;
}

function recallNote(raw: unknown): NoteDraft | null {
  const texts = textsOf(raw, ['note', 'kind', 'title', 'text']);
  const note = noteId.safeParse(texts?.note);
  const kind = noteKind.safeParse(texts?.kind);
  return texts && note.success && kind.success
    ? { note: note.data, kind: kind.data, title: texts.title, text: texts.text }
    : null;
}

/** `start`: what the server has, or an empty one; what this device kept of the same note goes before it. */
export function useNoteDraft(person: PersonId, start: NoteDraft) {
  const [kept, keep] = useKept(`butinerie.note.${person}.${start.note}`, recallNote);
  const { run, failure } = useSaveNoteDraft();
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [saved, setSaved] = useState<NoteDraft>(start);
  const draft = kept ?? start;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = async (now: NoteDraft): Promise<boolean> => {
    clearTimeout(timer.current);
    const { note, kind, title, text } = now;
    const result = await run({ params: { note }, body: { kind, title, text } });
    if (!result.ok) return false;
    setSaved(now);
    setSavedAt(result.value.savedAt);
    return true;
  };
  const latest = useRef({ draft, saved, save });
  useEffect(() => {
    latest.current = { draft, saved, save };
  });
  useEffect(() => {
    const stop = onReconnect(() => {
      const { draft: now, saved: there, save: send } = latest.current;
      if (!sameDraft(now, there)) void send(now);
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, []);

  const type = (change: Partial<Omit<NoteDraft, 'note'>>): void => {
    // Two fields may change before the next draw.
    const next = { ...latest.current.draft, ...change };
    latest.current = { ...latest.current, draft: next };
    keep(next);
    clearTimeout(timer.current);
    if (next.title.trim() === '' && next.text.trim() === '' && savedAt === null) return;
    timer.current = setTimeout(() => void save(next), PAUSE);
  };
  const status: SavedState =
    failure?.code === 'offline' ? 'offline' : sameDraft(draft, saved) ? 'saved' : 'saving';
  return { draft, type, save: () => save(draft), forget: () => keep(null), savedAt, status, failure };
}

function sameDraft(a: NoteDraft, b: NoteDraft): boolean {
  return a.kind === b.kind && a.title === b.title && a.text === b.text;
}
