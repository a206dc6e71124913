/** Reads of families and of what was earned in them. */
import { listImpact, readIdea, readLineage, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useIdeaOfFamily = (idea: IdeaId) => useRead(readIdea, { params: { idea } });
export const useLineage = (idea: IdeaId) => useRead(readLineage, { params: { idea } });
export const useMyImpact = () => useRead(listImpact, {});
