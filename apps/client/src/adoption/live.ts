/** News that change what lies on a desk → cache. */
import { ideaAdopted, ideaChanged, readDesk, selectionMade } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export function listenToAdoptions(): () => void {
  const stops = [ideaAdopted, ideaChanged, selectionMade].map((news) =>
    onNews(news, () => refresh(readDesk)),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
