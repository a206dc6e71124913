/** Acts of rebounds. What is read comes with the idea's page. */
import {
  declineRebound,
  readIdea,
  readPassages,
  reboundOnIdea,
  takeRebound,
  type IdeaId,
  type Rebound,
} from '@butinerie/contracts';
import { revise, useAct, useRead } from '../platform/query.ts';

export const useReboundOnIdea = () => useAct(reboundOnIdea);
export const usePassages = (idea: IdeaId) => useRead(readPassages, { params: { idea } });
export const useTakeRebound = () => useAct(takeRebound);
export const useDeclineRebound = () => useAct(declineRebound);

/** Puts a rebound where it belongs; the same one again replaces itself. */
export function showRebound(rebound: Rebound): void {
  revise(readIdea, { params: { idea: rebound.idea } }, (page) => ({
    ...page,
    rebounds: page.rebounds.some(({ id }) => id === rebound.id)
      ? page.rebounds.map((shown) => (shown.id === rebound.id ? rebound : shown))
      : [...page.rebounds, rebound],
  }));
}
