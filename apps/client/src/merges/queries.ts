/** Reads and acts of merges. */
import {
  answerMerge,
  listIdeas,
  listMerges,
  proposeMerge,
  readIdea,
  undoMerge,
  type IdeaId,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

const REFRESHES = [listMerges, readIdea, listIdeas];
export const useMerges = (idea: IdeaId) => useRead(listMerges, { params: { idea } });
export const useProposeMerge = () => useAct(proposeMerge, { refreshes: REFRESHES });
export const useAnswerMerge = () => useAct(answerMerge, { refreshes: REFRESHES });
export const useUndoMerge = () => useAct(undoMerge, { refreshes: REFRESHES });
