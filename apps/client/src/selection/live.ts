/** News of answers and results → cache. */
import { challengeChanged, selectionMade } from '@butinerie/contracts';
import { onNews } from '../platform/socket.ts';
import { refreshSelection } from './queries.ts';

export function listenToSelection(): () => void {
  // Moderators hear of each answer as a change of the challenge: its version is the one they answer against.
  const changed = onNews(challengeChanged, ({ challenge }) => refreshSelection(challenge));
  const made = onNews(selectionMade, ({ challenge }) => refreshSelection(challenge));
  return () => {
    changed();
    made();
  };
}
