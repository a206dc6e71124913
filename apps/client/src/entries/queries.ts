/** Reads and acts of ideas entered for agents without a mailbox. */
import {
  claimEntry,
  enterAtKiosk,
  enterIdea,
  followEntry,
  listDirectorates,
  listIdeas,
  openKiosk,
  readCharter,
  readEntry,
  readKiosk,
  shutKiosk,
  type IdeaId,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useDirectorateNames = () => useRead(listDirectorates, {});
export const useCharterOfEntries = () => useRead(readCharter, { query: {} });
export const useEntry = (idea: IdeaId) => useRead(readEntry, { params: { idea } });
export const useEnterIdea = () => useAct(enterIdea, { refreshes: [listIdeas, listDirectorates] });
export const useFollowEntry = () => useAct(followEntry);
export const useClaimEntry = () => useAct(claimEntry);
export const useOpenKiosk = () => useAct(openKiosk);
export const useShutKiosk = () => useAct(shutKiosk);
export const useReadKiosk = () => useAct(readKiosk);
export const useEnterAtKiosk = () => useAct(enterAtKiosk);
