/** A note between two challenges: whose it is, who reads it, and what may be done with it. */
import {
  ok,
  refuse,
  type Failure,
  type NoteId,
  type NoteKind,
  type NoteState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { mayModerate, type Speaker } from '../accounts/policy.ts';

export interface NoteFacts {
  readonly id: NoteId;
  readonly kind: NoteKind;
  readonly author: PersonId;
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly hiddenAt: Date | null;
}

/** Hidden stands over taken back: its author cannot bring back what moderators hid. */
export function noteState({ publishedAt, withdrawnAt, hiddenAt }: NoteFacts): NoteState {
  if (publishedAt === null) return 'draft';
  if (hiddenAt !== null) return 'hidden';
  return withdrawnAt === null ? 'published' : 'withdrawn';
}

/** Whether its page is there at all: a draft is its author's alone; of the rest at least the talk is everybody's. */
export function maySeeNote(note: NoteFacts, person: PersonId): boolean {
  return note.publishedAt !== null || note.author === person;
}

/** Who reads the words: of a hidden note its author and moderators, of one taken back its author. */
export function mayReadNote(note: NoteFacts, by: Pick<Speaker, 'person' | 'grants'>): boolean {
  if (note.author === by.person) return true;
  const state = noteState(note);
  return state === 'published' || (state === 'hidden' && mayModerate(by));
}

/** Moderators of any challenge look after what is between two; nobody after her own note. */
export function mayModerateNote(note: NoteFacts, by: Pick<Speaker, 'person' | 'grants'>): boolean {
  return mayModerate(by) && note.author !== by.person && note.publishedAt !== null;
}

export function checkOwnNote(
  note: NoteFacts,
  person: PersonId,
  act: string,
): Result<NoteFacts, Failure<'not-allowed'>> {
  return note.author === person ? ok(note) : refuse('not-allowed', { act, why: 'not-its-author' });
}

export function checkNoteState(
  note: NoteFacts,
  state: NoteState,
  act: string,
): Result<NoteFacts, Failure<'note-state'>> {
  const now = noteState(note);
  return now === state ? ok(note) : refuse('note-state', { state: now, act });
}
