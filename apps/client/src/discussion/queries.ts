/** Reads and acts of the talk about an idea. */
import {
  commentOnIdea,
  listComments,
  restoreComment,
  withdrawComment,
  type AnswerOf,
  type IdeaId,
} from '@butinerie/contracts';
import { remember, useAct, useRead } from '../platform/query.ts';

export const useComments = (idea: IdeaId) => useRead(listComments, { params: { idea } });
export const useCommentOnIdea = () => useAct(commentOnIdea);
export const useWithdrawComment = () => useAct(withdrawComment);
export const useRestoreComment = () => useAct(restoreComment);

export const showComments = (idea: IdeaId, value: AnswerOf<typeof listComments>): void =>
  remember(listComments, { params: { idea } }, value);
