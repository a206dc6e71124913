/** Reads and acts on people: the list, invitations, slips, roles. */
import {
  grantRole,
  invitePeople,
  listChallenges,
  listDirectorates,
  listPeople,
  previewPeople,
  printSlips,
  readChallenge,
  revokeRole,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const usePeople = () => useRead(listPeople, {});
export const useDirectorates = () => useRead(listDirectorates, {});
export const useChallengesToStaff = () => useRead(listChallenges, {});

/** Where roles are shown. */
const STAFFED = [listPeople, listChallenges, readChallenge];

export const usePreviewPeople = () => useAct(previewPeople);
export const useInvitePeople = () => useAct(invitePeople, { refreshes: [listPeople, listDirectorates] });
export const usePrintSlips = () => useAct(printSlips);
export const useGrantRole = () => useAct(grantRole, { refreshes: STAFFED });
export const useRevokeRole = () => useAct(revokeRole, { refreshes: STAFFED });
