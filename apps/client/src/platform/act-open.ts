/** Whether a challenge lets anybody do this now, as it stands: the phase, or that it is paused in one. */
import type { Challenge } from '@butinerie/contracts';
import { actAllowed, standingOf, type Act } from '@butinerie/domain';

export function actOpen({ phase, paused }: Pick<Challenge, 'phase' | 'paused'>, act: Act): boolean {
  return actAllowed(standingOf(phase, paused !== null), act);
}
