/** From when each challenge is in impact review, in memory: it follows from its ideas and is asked with every phase. */
import type { ChallengeId } from '@butinerie/contracts';
import { reviewFrom, type Outcomes } from '@butinerie/domain';
import { stateOf } from './challenge-times.ts';
import type { ChallengeStore } from './challenges.store.ts';

type ReadOutcomes = (id: ChallengeId) => Promise<Outcomes>;

export interface ReviewDates {
  readonly of: (id: ChallengeId) => Date | null;
  /** Knows what became of the ideas as it is committed now. Before the results nothing is asked. */
  readonly look: (id: ChallengeId) => Promise<void>;
  readonly readFrom: (read: ReadOutcomes) => void;
}

export function reviewDates(store: Pick<ChallengeStore, 'record'>): ReviewDates {
  const known = new Map<ChallengeId, Date>();
  /** Readings are numbered as they begin: one that was slow does not undo what a later one found. */
  const latest = new Map<ChallengeId, number>();
  let readings = 0;
  let read: ReadOutcomes | null = null;
  return {
    of: (id) => known.get(id) ?? null,
    async look(id) {
      const reading = (readings += 1);
      const record = read === null ? null : await store.record(id);
      if (read === null || record === null || record.results.publishedAt === null) return;
      const from = reviewFrom(stateOf(record), await read(id));
      if (reading < (latest.get(id) ?? 0)) return;
      latest.set(id, reading);
      if (from === null) known.delete(id);
      else known.set(id, from);
    },
    readFrom(from) {
      read = from;
    },
  };
}
