/** Reads and acts of ideas. */
import {
  answerCoauthor,
  askToCoauthor,
  listIdeas,
  listMine,
  openPseudonym,
  patchIdea,
  readIdea,
  setParticulars,
  supportIdea,
  withdrawIdea,
  type ArgsOf,
  type ChallengeId,
  type IdeaId,
  type IdeaPage,
} from '@butinerie/contracts';

import { remember, useAct, useRead } from '../platform/query.ts';

type ListQuery = NonNullable<ArgsOf<typeof listIdeas>['query']>;
export const useIdeas = (challenge: ChallengeId, query: ListQuery) =>
  useRead(listIdeas, { params: { challenge }, query });
export const useIdea = (idea: IdeaId, when = true) => useRead(readIdea, { params: { idea } }, { when });
export const useMine = () => useRead(listMine, {});

export const useAskToCoauthor = () => useAct(askToCoauthor);
export const useAnswerCoauthor = () => useAct(answerCoauthor);
export const usePatchIdea = () => useAct(patchIdea);
export const useSetParticulars = () => useAct(setParticulars, { refreshes: [listIdeas] });
export const useWithdrawIdea = () => useAct(withdrawIdea, { refreshes: [listIdeas, listMine] });
export const useOpenPseudonym = () => useAct(openPseudonym, { refreshes: [listIdeas, listMine] });
export const useSupportIdea = () => useAct(supportIdea);

/** An act that answers the whole page puts it on the screen at once. */
export function showPage(page: IdeaPage): void {
  remember(readIdea, { params: { idea: page.id } }, page);
}
