/** News of rebounds → cache: a rebound appears on an open page without being asked for. */
import { ideaRebounded, listMine, reboundAnswered } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';
import { showRebound } from './queries.ts';

export function listenToRebounds(): () => void {
  const stops = [
    onNews(ideaRebounded, ({ rebound }) => {
      showRebound(rebound);
      refresh(listMine);
    }),
    onNews(reboundAnswered, ({ rebound }) => {
      showRebound(rebound);
      refresh(listMine);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
