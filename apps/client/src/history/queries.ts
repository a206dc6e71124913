/** Reads and acts of the history of a text. */
import {
  readAuthorship,
  readIdea,
  readTextHistory,
  readTextVersion,
  restoreRemoval,
  restoreVersion,
  type IdeaId,
} from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useTextHistory = (idea: IdeaId) => useRead(readTextHistory, { params: { idea } });
export const useTextVersion = (idea: IdeaId, version: number) =>
  useRead(readTextVersion, { params: { idea, version } });

const refreshes = [readTextHistory, readTextVersion, readIdea, readAuthorship];
export const useRestoreVersion = () => useAct(restoreVersion, { refreshes });
export const useRestoreRemoval = () => useAct(restoreRemoval, { refreshes });
