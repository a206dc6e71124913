/** News of the inbox → cache. */
import { listNotices, noticeArrived } from '@butinerie/contracts';
import { revise } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToNotices = (): (() => void) =>
  onNews(noticeArrived, ({ notice }) =>
    revise(listNotices, {}, (inbox) =>
      // A news can come twice, and after the list that already holds it.
      inbox.notices.some(({ id }) => id === notice.id)
        ? inbox
        : { notices: [notice, ...inbox.notices], unread: inbox.unread + 1 },
    ),
  );
