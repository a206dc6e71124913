/** Acts of who is speaking: entering, leaving, choosing a language. */
import {
  readSession,
  requestLink,
  setLanguage,
  signInAsDemonstration,
  signInWithLink,
  signInWithPassword,
  signOut,
} from '@butinerie/contracts';
import { useAct } from '../platform/query.ts';

export const useSignInWithLink = () => useAct(signInWithLink);
export const useSignInWithPassword = () => useAct(signInWithPassword);
export const useSignInAsDemonstration = () => useAct(signInAsDemonstration);
export const useRequestLink = () => useAct(requestLink);
export const useSignOut = () => useAct(signOut);
export const useSetLanguage = () => useAct(setLanguage, { refreshes: [readSession] });
