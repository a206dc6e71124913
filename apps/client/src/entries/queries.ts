/** Reads and acts of ideas entered for agents without a mailbox. */
import {
  claimEntry,
  enterAtKiosk,
  enterIdea,
  findKiosk,
  followEntry,
  listDirectorates,
  listIdeas,
  openKiosk,
  readChallenge,
  readCharter,
  readEntry,
  readKiosk,
  shutKiosk,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { refresh, useAct, useRead } from '../platform/query.ts';

export const useDirectorateNames = () => useRead(listDirectorates, {});
export const useCharterOfEntries = () => useRead(readCharter, { query: {} });
export const readCharterAgain = (): void => refresh(readCharter);
export const useAsksOfEntries = (challenge: ChallengeId) => useRead(readChallenge, { params: { challenge } });
export const useEntry = (idea: IdeaId) => useRead(readEntry, { params: { idea } });
export const useEnterIdea = () => useAct(enterIdea, { refreshes: [listIdeas, listDirectorates] });
export const useFollowEntry = () => useAct(followEntry);
export const useClaimEntry = () => useAct(claimEntry);
export const useFoundKiosk = (challenge: ChallengeId) => useRead(findKiosk, { params: { challenge } });
export const useOpenKiosk = () => useAct(openKiosk, { refreshes: [findKiosk] });
export const useShutKiosk = () => useAct(shutKiosk, { refreshes: [findKiosk] });
export const useReadKiosk = () => useAct(readKiosk);
export const useEnterAtKiosk = () => useAct(enterAtKiosk);
