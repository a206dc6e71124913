/** News after which passages may have been found or answered → cache. */
import { ideaChanged, listQuotations } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToQuotations = (): (() => void) =>
  onNews(ideaChanged, ({ idea }) => refresh(listQuotations, { params: { idea } }));
