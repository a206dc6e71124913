/** Reads and acts of moderation. */
import {
  moderate,
  readModeration,
  reportContent,
  undoModeration,
  type AnswerOf,
  type ChallengeId,
} from '@butinerie/contracts';
import { remember, useAct, useRead } from '../platform/query.ts';

export const useModeration = (challenge: ChallengeId) => useRead(readModeration, { params: { challenge } });
export const useModerate = () => useAct(moderate);
export const useUndoModeration = () => useAct(undoModeration);
export const useReportContent = () => useAct(reportContent);

export const showQueue = (challenge: ChallengeId, value: AnswerOf<typeof readModeration>): void =>
  remember(readModeration, { params: { challenge } }, value);
