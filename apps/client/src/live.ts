/** Who listens to the server's news: one line per concept, each for itself. */
import { listenToAdoptions } from './adoption/live.ts';
import { listenToAttachments } from './attachments/live.ts';
import { listenToChallenges } from './challenges/live.ts';
import { listenToDiscussions } from './discussion/live.ts';
import { listenToHistory } from './history/live.ts';
import { listenToImpact } from './impact/live.ts';
import { listenToIdeas } from './ideas/live.ts';
import { sendWaitingDrafts } from './ideas/send-draft.ts';
import { listenToKits } from './kit/live.ts';
import { listenToMerges } from './merges/live.ts';
import { listenToModeration } from './moderation/live.ts';
import { listenToNotes } from './notes/live.ts';
import { listenToNotices } from './notifications/live.ts';
import { listenToQuotations } from './quotations/live.ts';
import { listenToRebounds } from './rebounds/live.ts';
import { listenToSelection } from './selection/live.ts';

const LISTENERS: readonly (() => () => void)[] = [
  listenToNotices,
  listenToChallenges,
  listenToAttachments,
  listenToDiscussions,
  listenToNotes,
  listenToKits,
  listenToModeration,
  listenToIdeas,
  listenToHistory,
  listenToRebounds,
  listenToMerges,
  listenToQuotations,
  listenToSelection,
  listenToAdoptions,
  listenToImpact,
  sendWaitingDrafts,
];

export function startListening(): () => void {
  const stops = LISTENERS.map((listen) => listen());
  return () => {
    for (const stop of stops) stop();
  };
}
