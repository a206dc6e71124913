/** News that change what is merged with what → cache. */
import { ideaChanged, listMerges } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToMerges = (): (() => void) =>
  onNews(ideaChanged, ({ idea }) => refresh(listMerges, { params: { idea } }));
