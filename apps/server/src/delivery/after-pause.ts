/** A challenge goes on after a pause: an answer and a hearing that were waited for are waited for as much longer. */
import type { ChallengeId } from '@butinerie/contracts';
import { dayAfterPause, deliveryOf, PARIS, type StoodStill } from '@butinerie/domain';
import type { NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { DeliveryDeps } from './deps.ts';

/** In the commit that ends the pause; everybody concerned hears of the pause itself. */
export const moveHearings =
  (deps: Pick<DeliveryDeps, 'store' | 'ideas'>) =>
  async (tx: Transaction, challenge: ChallengeId, stood: StoodStill): Promise<readonly NoticeToTell[]> => {
    for (const record of await deps.store.waitingIn(tx, challenge)) {
      const { proposed, abandonment } = deliveryOf(record.events);
      const waits = abandonment ?? proposed;
      const idea = await deps.ideas.record(record.idea, tx);
      if (waits === null || idea === null) continue;
      const until = dayAfterPause(waits.until, stood, PARIS);
      if (until === waits.until) continue;
      const unsaid = { by: null, as: null, words: '', link: null };
      const moved = { type: 'term_moved', at: stood.resumedAt, from: idea.state, to: idea.state } as const;
      await deps.store.add(tx, record, { ...moved, ...unsaid, until });
    }
    return [];
  };
