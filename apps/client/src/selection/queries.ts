/** Reads and acts of the choosing. The question and the moderators come from the challenge. */
import {
  confirmResults,
  listChallenges,
  proposeResults,
  readChallenge,
  readSelection,
  type ChallengeId,
  type Selection,
} from '@butinerie/contracts';
import { refresh, remember, useAct, useRead } from '../platform/query.ts';

export const useSelection = (challenge: ChallengeId) => useRead(readSelection, { params: { challenge } });
export const useChallengeToAnswer = (challenge: ChallengeId) =>
  useRead(readChallenge, { params: { challenge } });

export const useProposeResults = () => useAct(proposeResults);
export const useConfirmResults = () => useAct(confirmResults, { refreshes: [readChallenge, listChallenges] });

export const rememberSelection = (selection: Selection): void =>
  remember(readSelection, { params: { challenge: selection.challenge } }, selection);
export const refreshSelection = (challenge: ChallengeId): void =>
  refresh(readSelection, { params: { challenge } });
