/** Reads of the mails that this instance wrote. */
import { listMails } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useMails = () => useRead(listMails, {});
