/** Reads and acts of the formats of the house. */
import {
  listFormats,
  offerFormat,
  readChallenge,
  renameFormat,
  saveFormat,
  type AnswerOf,
  type ChallengeId,
} from '@butinerie/contracts';
import { remember, useAct, useRead } from '../platform/query.ts';

export const useFormatsOfTheHouse = () => useRead(listFormats, {});
export const useChallengeToKeep = (challenge: ChallengeId) =>
  useRead(readChallenge, { params: { challenge } });
export const useSaveFormat = () => useAct(saveFormat);
export const useRenameFormat = () => useAct(renameFormat);
export const useOfferFormat = () => useAct(offerFormat);

export const showFormats = (value: AnswerOf<typeof listFormats>): void => remember(listFormats, {}, value);
