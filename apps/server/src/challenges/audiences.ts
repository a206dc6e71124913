/** Whom each challenge is for, in memory: asked with every request, every notice and every news. */
import type { ChallengeId } from '@butinerie/contracts';
import { ALL_AGENTS, isForAllAgents, isInAudience, type Audience } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ChallengeStore } from './challenges.store.ts';

export interface Audiences {
  readonly isFor: (id: ChallengeId, speaker: Speaker) => boolean;
  readonly allAreFor: (speaker: Speaker) => boolean;
  /** Knows the challenge as it is committed now. Whoever changed an audience waits for it before answering. */
  readonly look: (id: ChallengeId) => Promise<void>;
  readonly start: () => Promise<void>;
}

export function audiences(store: Pick<ChallengeStore, 'record' | 'all'>): Audiences {
  /** Only those that are not simply for all agents. */
  const particular = new Map<ChallengeId, Audience>();
  const keep = (id: ChallengeId, audience: Audience): void => {
    if (isForAllAgents(audience)) particular.delete(id);
    else particular.set(id, audience);
  };
  return {
    isFor: (id, speaker) => isInAudience(particular.get(id) ?? ALL_AGENTS, id, speaker),
    allAreFor: (speaker) => particular.size === 0 && speaker.outside !== true,
    async look(id) {
      const record = await store.record(id);
      if (record !== null) keep(id, record.audience);
    },
    async start() {
      for (const { id, audience } of await store.all()) keep(id, audience);
    },
  };
}
