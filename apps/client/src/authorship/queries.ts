/** The reads of « qui a écrit quoi ». */
import { readAuthorship, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useAuthorship = (idea: IdeaId) => useRead(readAuthorship, { params: { idea } });
