/** News of files → cache. */
import { attachmentsChanged, listAttachments } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToAttachments = (): (() => void) =>
  onNews(attachmentsChanged, ({ idea }) => refresh(listAttachments, { params: { idea } }));
