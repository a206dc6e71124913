/** Reads and acts of whoever says what a challenge is made of. */
import {
  changeBanner,
  inviteOutsiders,
  listChallenges,
  listDirectorates,
  listPeople,
  readChallenge,
  releaseOutsider,
  setAudience,
  setColour,
  setFields,
  setLabels,
  setThemes,
  type ChallengeId,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

const refreshes = [readChallenge, listChallenges, listPeople];

export const useChallengeToSet = (challenge: ChallengeId) =>
  useRead(readChallenge, { params: { challenge } });
export const useDirectorates = () => useRead(listDirectorates, {});
export const useSetAudience = () => useAct(setAudience, { refreshes });
export const useSetThemes = () => useAct(setThemes, { refreshes });
export const useSetFields = () => useAct(setFields, { refreshes });
export const useSetLabels = () => useAct(setLabels, { refreshes });
export const useSetColour = () => useAct(setColour, { refreshes });
export const useChangeBanner = () => useAct(changeBanner, { refreshes });
export const useInviteOutsiders = () => useAct(inviteOutsiders, { refreshes });
export const useReleaseOutsider = () => useAct(releaseOutsider, { refreshes });
