/** Reads and acts of a talk, under an idea or under a note: one and the same thing to the screen. */
import {
  commentOnIdea,
  commentOnNote,
  listComments,
  listNoteComments,
  restoreComment,
  withdrawComment,
  type AnswerOf,
  type CommentKind,
  type IdeaId,
  type NoteId,
} from '@butinerie/contracts';
import type { z } from 'zod';
import type { CallResult } from '../platform/call.ts';
import { remember, useAct, useRead, type Read } from '../platform/query.ts';

type Saying = z.input<(typeof commentOnIdea)['body']>;
type Thread = AnswerOf<typeof listComments>;
type Told = CallResult<typeof commentOnIdea> | CallResult<typeof commentOnNote>;
type Refused = Extract<Told, { ok: false }>['failure'];

export interface TalkAt {
  readonly place: IdeaId | NoteId;
  /** Where one looks for anybody of the challenge to address. */
  readonly idea: IdeaId | null;
  /** What one may say there. */
  readonly kinds: readonly CommentKind[];
  readonly read: Read<typeof listComments>;
  /** Null once the server has it; else what it was refused for. */
  readonly say: (body: Saying) => Promise<Refused | null>;
  readonly pending: boolean;
  readonly failure: Refused | null;
  readonly clear: () => void;
  readonly show: (value: Thread) => void;
}

/** Says it there, and shows the talk with it. */
const saying =
  (send: (body: Saying) => Promise<Told>, show: TalkAt['show']): TalkAt['say'] =>
  async (body) => {
    const told = await send(body);
    if (!told.ok) return told.failure;
    show(told.value);
    return null;
  };

export function useIdeaTalk(idea: IdeaId): TalkAt {
  const params = { idea };
  const { run, ...act } = useAct(commentOnIdea);
  const read = useRead(listComments, { params });
  const show = (value: Thread): void => remember(listComments, { params }, value);
  const say = saying((body) => run({ params, body }), show);
  return { ...act, place: idea, idea, kinds: ['comment', 'question', 'thanks'], read, show, say };
}

/** Between two challenges no directorate is committed to answer: there are no questions to them. */
export function useNoteTalk(note: NoteId): TalkAt {
  const params = { note };
  const { run, ...act } = useAct(commentOnNote);
  const read = useRead(listNoteComments, { params });
  const show = (value: Thread): void => remember(listNoteComments, { params }, value);
  const say = saying((body) => run({ params, body }), show);
  return { ...act, place: note, idea: null, kinds: ['comment', 'thanks'], read, show, say };
}

export const useWithdrawComment = () => useAct(withdrawComment);
export const useRestoreComment = () => useAct(restoreComment);
