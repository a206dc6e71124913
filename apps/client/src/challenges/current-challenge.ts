/** Which challenge stands on the first page: the one where something can be done now, else the one that matters next. */
import type { Challenge, Phase } from '@butinerie/contracts';

const RANK: Readonly<Record<Phase, number>> = {
  ideation: 0,
  rebound: 0,
  closing: 1,
  deliberation: 2,
  scheduled: 3,
  decided: 4,
  delivery: 5,
  impact_review: 6,
  draft: 7,
  archived: 8,
  cancelled: 9,
};

/** The current one first, then the others in the order in which they matter. */
export function byImportance(challenges: readonly Challenge[]): Challenge[] {
  const closes = (challenge: Challenge): number => Date.parse(challenge.closesAt.instant);
  return [...challenges].sort((a, b) => {
    const rank = RANK[a.phase] - RANK[b.phase];
    if (rank !== 0) return rank;
    // What closes first comes first while it is open or to come; what closed last comes first afterwards.
    return RANK[a.phase] <= 3 ? closes(a) - closes(b) : closes(b) - closes(a);
  });
}
