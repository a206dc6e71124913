/** Reads and acts of whoever prepares a challenge. */
import {
  cancelChallenge,
  draftChallenge,
  listChallenges,
  listPeople,
  readChallenge,
  readSession,
  scheduleChallenge,
  type ChallengeId,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useChallengesToPrepare = () => useRead(listChallenges, {});
export const useChallengeToPrepare = (challenge: ChallengeId) =>
  useRead(readChallenge, { params: { challenge } });
export const useStaff = () => useRead(listPeople, {});

// Whoever begins a challenge moderates it: the session learns it too.
export const useDraftChallenge = () =>
  useAct(draftChallenge, { refreshes: [readChallenge, listChallenges, listPeople, readSession] });
export const useScheduleChallenge = () =>
  useAct(scheduleChallenge, { refreshes: [readChallenge, listChallenges] });
export const useCancelChallenge = () =>
  useAct(cancelChallenge, { refreshes: [readChallenge, listChallenges] });
