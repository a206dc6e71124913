/** Reads and acts of the kit of a challenge. */
import {
  listIdeas,
  readChallenge,
  readIdea,
  readIdeaCode,
  readKit,
  saveKitText,
  signCommitment,
  validateProtection,
  type ChallengeId,
  type IdeaId,
  type Kit,
} from '@butinerie/contracts';
import { remember, useAct, useRead } from '../platform/query.ts';

export const useKit = (challenge: ChallengeId) => useRead(readKit, { params: { challenge } });
export const useChallengeOfKit = (challenge: ChallengeId) =>
  useRead(readChallenge, { params: { challenge } });
export const useSaveKitText = () => useAct(saveKitText);
export const useSignCommitment = () => useAct(signCommitment);
export const useValidateProtection = () => useAct(validateProtection, { refreshes: [readChallenge] });
/** Those on which nobody has rebounded yet. */
export const useOrphans = (challenge: ChallengeId) =>
  useRead(listIdeas, { params: { challenge }, query: { without: 'rebounds', count: '20' } });
export const useProjected = (idea: IdeaId) => useRead(readIdea, { params: { idea } });
export const useIdeaCode = (idea: IdeaId) => useRead(readIdeaCode, { params: { idea } });

export const showKit = (kit: Kit): void => remember(readKit, { params: { challenge: kit.challenge } }, kit);
