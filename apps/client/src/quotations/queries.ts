/** Reads and acts of passages that stand in an older idea too. */
import { answerQuotation, listQuotations, readIdea, type IdeaId } from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useQuotations = (idea: IdeaId) => useRead(listQuotations, { params: { idea } });
export const useAnswerQuotation = () => useAct(answerQuotation, { refreshes: [listQuotations, readIdea] });
