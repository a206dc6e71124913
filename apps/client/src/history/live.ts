/** News of ideas → the history that is on a screen. */
import { ideaChanged, readTextHistory, readTextVersion } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export function listenToHistory(): () => void {
  return onNews(ideaChanged, ({ idea }) => {
    refresh(readTextHistory, { params: { idea } });
    refresh(readTextVersion);
  });
}
