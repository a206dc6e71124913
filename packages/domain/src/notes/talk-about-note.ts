/** Talking about a note, taking a practice up elsewhere, and what moderators do about either. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import type { NOTE_MODERATION } from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import { say, type Around, type Said, type Saying } from '../discussion/talk.ts';
import { checkNoteState, mayModerateNote, noteState, type NoteFacts } from './note-facts.ts';

/** Nobody is committed to anything between two challenges: a question is a comment. */
export function commentOnNote(
  note: NoteFacts,
  saying: Saying,
  around: Around,
  asked: Asked,
): Result<Said, Failure<'note-state' | 'text-missing' | 'text-too-long'>> {
  const read = checkNoteState(note, 'published', 'commentOnNote');
  if (!read.ok) return read;
  const kind = saying.kind === 'thanks' ? 'thanks' : 'comment';
  return say({ ...saying, kind }, around, asked, (said) => [
    [note.author, said === 'thanks' ? 'note-thanked' : 'note-commented'],
  ]);
}

/** Only what works somewhere is taken up elsewhere, by anybody but whoever wrote it. */
export function takeUpPractice(
  note: NoteFacts,
  { by, now }: Asked,
): Result<{ readonly at: Date }, Failure<'note-state' | 'not-allowed'>> {
  const act = 'takeUpPractice';
  if (note.kind !== 'practice') return refuse('not-allowed', { act, why: 'not-a-practice' });
  if (note.author === by.person) return refuse('not-allowed', { act, why: 'own-note' });
  const read = checkNoteState(note, 'published', act);
  return read.ok ? ok({ at: now }) : read;
}

export type NoteModeration = (typeof NOTE_MODERATION)[number];

export function moderateNote(
  note: NoteFacts,
  { act, reason, comment }: { act: NoteModeration; reason: string; comment: boolean },
  { by, now }: Asked,
): Result<{ readonly at: Date }, Failure<'not-allowed' | 'note-state' | 'text-missing'>> {
  if (!mayModerateNote(note, by)) {
    const why = note.author === by.person ? 'own-note' : 'not-a-moderator';
    return refuse('not-allowed', { act: 'moderateNote', why });
  }
  if (act === 'hide' && reason.trim() === '') return refuse('text-missing', { field: 'reason' });
  const state = noteState(note);
  // Of a hidden note the page says so already; a comment under it is another matter.
  if (!comment && act !== 'keep' && (act === 'hide') === (state === 'hidden'))
    return refuse('note-state', { state, act: 'moderateNote' });
  return ok({ at: now });
}
