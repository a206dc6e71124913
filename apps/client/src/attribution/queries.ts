/** Reads of the register of credits. */
import { listReceipts, readIdea, readVerificationKeys, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useProvenIdea = (idea: IdeaId) => useRead(readIdea, { params: { idea } });
export const useReceipts = () => useRead(listReceipts, {});
export const useKeys = () => useRead(readVerificationKeys, {});

/** Keys come one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
