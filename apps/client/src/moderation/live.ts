/** News of moderation → cache. What is published, changed or said may wait for a moderator, or wait no more. */
import {
  discussionChanged,
  ideaChanged,
  ideaPublished,
  moderationChanged,
  readModeration,
  type ChallengeId,
} from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

const again = ({ challenge }: { readonly challenge: ChallengeId }): void =>
  refresh(readModeration, { params: { challenge } });

export function listenToModeration(): () => void {
  const stops = [moderationChanged, ideaPublished, ideaChanged, discussionChanged].map((news) =>
    onNews(news, again),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
