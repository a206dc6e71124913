/** Writing a note: kept at any length, published within the limits of an idea, rewritten without losing what it said. */
import {
  ok,
  refuse,
  type Failure,
  type NoteId,
  type NoteState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { checkPublishable } from '../ideas/publish-idea.ts';
import { checkNoteState, checkOwnNote, type NoteFacts } from './note-facts.ts';

export interface NoteWords {
  readonly title: string;
  readonly text: string;
}
type TextRefusals = 'title-missing' | 'text-missing' | 'title-too-long' | 'text-too-long';
type Publishing = Failure<TextRefusals | 'not-allowed' | 'note-state'>;

/** What is wrong with a note on its way to being read by others: the client asks the same before it sends. */
export function checkNoteWords(words: NoteWords): Result<true, Failure<TextRefusals>> {
  const checked = checkPublishable({ ...words, parents: [] });
  if (checked.ok) return checked;
  const { failure } = checked;
  // A note has no parents to be the same as.
  return failure.code === 'same-as-parent' ? ok(true) : { ok: false, failure };
}

/** `current`: null for a new one. Somebody else's is not told from one that is taken. */
export function saveNoteDraft(
  current: NoteFacts | null,
  id: NoteId,
  { by }: Asked,
): Result<{ readonly created: boolean }, Failure<'id-taken' | 'note-state'>> {
  if (current === null) return ok({ created: true });
  if (current.author !== by.person) return refuse('id-taken', { id });
  const draft = checkNoteState(current, 'draft', 'saveNoteDraft');
  return draft.ok ? ok({ created: false }) : draft;
}

export function publishNote(
  note: NoteFacts,
  words: NoteWords,
  { by, now }: Asked,
): Result<{ readonly at: Date }, Publishing> {
  const may = checkMay(note, by.person, 'draft', 'publishNote');
  if (!may.ok) return may;
  const checked = checkNoteWords(words);
  return checked.ok ? ok({ at: now }) : checked;
}

export function rewriteNote(
  note: NoteFacts,
  { version, ...words }: NoteWords & { readonly version: number },
  { by, now }: Asked,
): Result<{ readonly at: Date }, Publishing | Failure<'stale-version'>> {
  const may = checkMay(note, by.person, 'published', 'rewriteNote');
  if (!may.ok) return may;
  const current = checkVersion(note.version, version);
  if (!current.ok) return current;
  const checked = checkNoteWords(words);
  return checked.ok ? ok({ at: now }) : checked;
}

/** Taken back, or put back: its author's, at any time. Nothing of others goes with it. */
export function setNoteWithdrawn(
  note: NoteFacts,
  act: 'withdrawNote' | 'restoreNote',
  { by, now }: Asked,
): Result<{ readonly withdrawnAt: Date | null }, Failure<'not-allowed' | 'note-state'>> {
  const back = act === 'withdrawNote';
  const may = checkMay(note, by.person, back ? 'published' : 'withdrawn', act);
  return may.ok ? ok({ withdrawnAt: back ? now : null }) : may;
}

function checkMay(
  note: NoteFacts,
  person: PersonId,
  state: NoteState,
  act: string,
): Result<NoteFacts, Failure<'not-allowed' | 'note-state'>> {
  const own = checkOwnNote(note, person, act);
  return own.ok ? checkNoteState(note, state, act) : own;
}
