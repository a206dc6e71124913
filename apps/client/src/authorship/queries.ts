/** The reads of « qui a écrit quoi ». */
import { readAuthorship, readIdea, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useIdeaToColour = (idea: IdeaId) => useRead(readIdea, { params: { idea } });
export const useAuthorship = (idea: IdeaId) => useRead(readAuthorship, { params: { idea } });
