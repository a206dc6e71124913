/** Reads and acts of the inbox, of mail preferences and of following. */
import {
  followChallenge,
  followIdea,
  followNote,
  listFollows,
  listNotices,
  markNoticesRead,
  readMailPreferences,
  writeMailPreferences,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useNotices = () => useRead(listNotices, {});
export const useMarkNoticesRead = () => useAct(markNoticesRead, { refreshes: [listNotices] });
export const useMailPreferences = () => useRead(readMailPreferences, {});
export const useWriteMailPreferences = () => useAct(writeMailPreferences);
export const useFollows = () => useRead(listFollows, {});
export const useFollowIdea = () => useAct(followIdea);
export const useFollowNote = () => useAct(followNote);
export const useFollowChallenge = () => useAct(followChallenge);
