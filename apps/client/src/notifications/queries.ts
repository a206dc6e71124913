/** Reads and acts of the inbox. */
import { listNotices, markNoticesRead } from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useNotices = () => useRead(listNotices, {});
export const useMarkNoticesRead = () => useAct(markNoticesRead, { refreshes: [listNotices] });
