/** Reads and acts of whoever prepares a challenge. */
import {
  askExtension,
  agreeToCancellation,
  archiveChallenge,
  cancelChallenge,
  draftChallenge,
  listChallenges,
  listFormats,
  listPeople,
  pauseChallenge,
  readChallenge,
  readSession,
  resumeChallenge,
  scheduleChallenge,
  type ChallengeId,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useChallengesToPrepare = () => useRead(listChallenges, {});
export const useChallengeToPrepare = (challenge: ChallengeId) =>
  useRead(readChallenge, { params: { challenge } });
export const useHouseFormats = () => useRead(listFormats, {});
export const useStaff = () => useRead(listPeople, {});

// Whoever begins a challenge moderates it: the session learns it too.
export const useDraftChallenge = () =>
  useAct(draftChallenge, { refreshes: [readChallenge, listChallenges, listPeople, readSession] });
export const useScheduleChallenge = () =>
  useAct(scheduleChallenge, { refreshes: [readChallenge, listChallenges] });
export const useAgreeToCancellation = () =>
  useAct(agreeToCancellation, { refreshes: [readChallenge, listChallenges] });
export const useCancelChallenge = () =>
  useAct(cancelChallenge, { refreshes: [readChallenge, listChallenges] });
export const useArchiveChallenge = () =>
  useAct(archiveChallenge, { refreshes: [readChallenge, listChallenges] });
export const usePauseChallenge = () => useAct(pauseChallenge, { refreshes: [readChallenge, listChallenges] });
export const useResumeChallenge = () =>
  useAct(resumeChallenge, { refreshes: [readChallenge, listChallenges] });
export const useAskExtension = () => useAct(askExtension, { refreshes: [readChallenge, listChallenges] });
