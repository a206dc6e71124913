/** News of moderation → cache. */
import { moderationChanged, readModeration } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToModeration = (): (() => void) =>
  onNews(moderationChanged, ({ challenge }) => refresh(readModeration, { params: { challenge } }));
