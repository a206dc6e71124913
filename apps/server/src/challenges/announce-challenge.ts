/** Open pages hear that a challenge changed: everybody's, or those of who prepares it while it is a draft. */
import { challengeChanged } from '@butinerie/contracts';
import { phaseAt } from '@butinerie/domain';
import { personRoom } from '../platform/realtime.ts';
import { stateOf } from './challenge-times.ts';
import { moderatorsOf, type ChallengeSetup } from './deps.ts';
import type { ChallengeRecord } from './index.ts';

export const announceChallenge =
  ({ realtime, clock, people }: ChallengeSetup, { here = false } = {}) =>
  async (record: ChallengeRecord): Promise<void> => {
    const now = clock.now();
    const news = {
      challenge: record.id,
      phase: phaseAt(stateOf(record), now),
      serverTime: now.toISOString(),
    };
    if (record.scheduledAt !== null) {
      realtime.announce(challengeChanged, news, here ? 'everybody here' : 'everybody');
      return;
    }
    for (const person of await moderatorsOf(people, record.id))
      realtime.announce(challengeChanged, news, { room: personRoom(person), here });
  };
