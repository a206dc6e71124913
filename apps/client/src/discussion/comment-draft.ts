/** A comment being typed, kept on the device with the id it will have: sending it twice is still one comment. */
import {
  commentId,
  mintId,
  type CommentId,
  type IdeaId,
  type NoteId,
  type PersonId,
} from '@butinerie/contracts';
import { readKept, writeKept } from '../platform/kept.ts';

export interface CommentDraft {
  readonly id: CommentId;
  readonly text: string;
}

const keyOf = (person: PersonId, place: IdeaId | NoteId | CommentId): string =>
  `butinerie.comment.${person}.${place}`;

function recall(raw: unknown): CommentDraft | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw) || !('text' in raw)) return null;
  const id = commentId.safeParse(raw.id);
  return id.success && typeof raw.text === 'string' ? { id: id.data, text: raw.text } : null;
}

/** `place`: the idea or the note, or the comment it answers. */
export function keptComment(person: PersonId, place: IdeaId | NoteId | CommentId): CommentDraft {
  return readKept(keyOf(person, place), recall) ?? { id: mintId('comment'), text: '' };
}

export function keepComment(person: PersonId, place: IdeaId | NoteId | CommentId, draft: CommentDraft): void {
  writeKept(keyOf(person, place), draft.text === '' ? null : draft);
}
