/** Reads of families and of what was earned in them. */
import { listImpact, readLineage, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useLineage = (idea: IdeaId) => useRead(readLineage, { params: { idea } });
export const useMyImpact = () => useRead(listImpact, {});
