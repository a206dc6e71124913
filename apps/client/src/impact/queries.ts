/** Reads and acts of what an idea changed. */
import {
  readEffects,
  readEvaluations,
  readIdea,
  readImpactReview,
  type ChallengeId,
  type IdeaId,
  type Route,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useReview = (idea: IdeaId) => useRead(readImpactReview, { params: { idea } });
export const useEvaluations = (when = true) => useRead(readEvaluations, {}, { when });
export const useEffects = (challenge: ChallengeId) => useRead(readEffects, { params: { challenge } });

/** Each act of measuring changes all of these. */
export const useMeasuring = <R extends Route>(route: R) =>
  useAct(route, { refreshes: [readImpactReview, readIdea, readEvaluations, readEffects] });
