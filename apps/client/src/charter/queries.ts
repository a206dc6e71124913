/** Reads and acts of the charter. */
import { acceptCharter, readCharter, saveCharter, type Charter } from '@butinerie/contracts';
import { refresh, remember, useAct, useRead } from '../platform/query.ts';

export const useCharter = (version: string | null) =>
  useRead(readCharter, { query: version === null ? {} : { version } });
export const useAcceptCharter = () => useAct(acceptCharter, { refreshes: [readCharter] });
export const useSaveCharter = () => useAct(saveCharter);

export const showCharter = (charter: Charter): void => remember(readCharter, { query: {} }, charter);
export const readCharterAgain = (): void => refresh(readCharter);
