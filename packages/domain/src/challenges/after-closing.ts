/** Whether texts are closed for good: from then on counts may be shown and orders are the same for everybody. */
import type { Phase } from '@butinerie/contracts';

const CLOSED: Readonly<Record<Phase, boolean>> = {
  draft: false,
  scheduled: false,
  ideation: false,
  rebound: false,
  closing: false,
  deliberation: true,
  decided: true,
  delivery: true,
  impact_review: true,
  archived: true,
  cancelled: false,
};

export function afterClosing(phase: Phase): boolean {
  return CLOSED[phase];
}
