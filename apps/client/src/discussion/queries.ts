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
import { remember, useAct, useRead, type Act, type Read } from '../platform/query.ts';

type Saying = z.input<(typeof commentOnIdea)['body']>;
type Thread = AnswerOf<typeof listComments>;

export interface TalkAt {
  readonly place: IdeaId | NoteId;
  /** Where one looks for anybody of the challenge to address. */
  readonly idea: IdeaId | null;
  /** What one may say there. */
  readonly kinds: readonly CommentKind[];
  readonly read: Read<typeof listComments>;
  /** True once the server has it. */
  readonly say: (body: Saying) => Promise<boolean>;
  readonly pending: boolean;
  readonly failure: Act<typeof commentOnIdea>['failure'] | Act<typeof commentOnNote>['failure'];
  readonly clear: () => void;
  readonly show: (value: Thread) => void;
}

export function useIdeaTalk(idea: IdeaId): TalkAt {
  const params = { idea };
  const { run, pending, failure, clear } = useAct(commentOnIdea);
  const show = (value: Thread): void => remember(listComments, { params }, value);
  return {
    place: idea,
    idea,
    kinds: ['comment', 'question', 'thanks'],
    read: useRead(listComments, { params }),
    pending,
    failure,
    clear,
    show,
    async say(body) {
      const result = await run({ params, body });
      if (result.ok) show(result.value);
      return result.ok;
    },
  };
}

/** Between two challenges no directorate is committed to answer: there are no questions to them. */
export function useNoteTalk(note: NoteId): TalkAt {
  const params = { note };
  const { run, pending, failure, clear } = useAct(commentOnNote);
  const show = (value: Thread): void => remember(listNoteComments, { params }, value);
  return {
    place: note,
    idea: null,
    kinds: ['comment', 'thanks'],
    read: useRead(listNoteComments, { params }),
    pending,
    failure,
    clear,
    show,
    async say(body) {
      const result = await run({ params, body });
      if (result.ok) show(result.value);
      return result.ok;
    },
  };
}
export const useWithdrawComment = () => useAct(withdrawComment);
export const useRestoreComment = () => useAct(restoreComment);
