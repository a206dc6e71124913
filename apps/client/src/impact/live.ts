/** News after which something may have been measured → cache. */
import { ideaChanged, readEffects, readEvaluations, readImpactReview } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToImpact = (): (() => void) =>
  onNews(ideaChanged, ({ idea }) => {
    refresh(readImpactReview, { params: { idea } });
    refresh(readEvaluations);
    refresh(readEffects);
  });
