/** What this person began, wrote and answered, and the challenges it belongs to. */
import { listChallenges, listMine, readIdea, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useMine = () => useRead(listMine, {});
export const useChallengesOfMine = () => useRead(listChallenges, {});
/** The whole page, for what a list does not say: the offer that waits for an answer. */
export const useWholeIdea = (idea: IdeaId, when: boolean) =>
  useRead(readIdea, { params: { idea } }, { when });
