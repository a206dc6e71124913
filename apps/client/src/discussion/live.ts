/** News of talks → cache. */
import { discussionChanged, listComments } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToDiscussions = (): (() => void) =>
  onNews(discussionChanged, ({ idea }) => refresh(listComments, { params: { idea } }));
