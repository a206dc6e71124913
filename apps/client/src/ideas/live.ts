/** News of ideas → cache. */
import {
  ideaAdopted,
  ideaChanged,
  ideaPublished,
  listIdeas,
  listMine,
  readIdea,
  selectionMade,
  type ChallengeId,
} from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

/** A text under many hands changes twice a second; a list of three hundred is read again at most this often. */
const LIST_PAUSE = 4_000;
const waiting = new Map<ChallengeId, ReturnType<typeof setTimeout>>();

function refreshList(challenge: ChallengeId): void {
  if (waiting.has(challenge)) return;
  const timer = setTimeout(() => {
    waiting.delete(challenge);
    refresh(listIdeas, { params: { challenge } });
  }, LIST_PAUSE);
  waiting.set(challenge, timer);
}

export function listenToIdeas(): () => void {
  const stops = [
    onNews(ideaPublished, ({ challenge }) => {
      refresh(listIdeas, { params: { challenge } });
      refresh(listMine);
    }),
    onNews(ideaChanged, ({ challenge, idea }) => {
      refresh(readIdea, { params: { idea } });
      refresh(listMine);
      refreshList(challenge);
    }),
    onNews(ideaAdopted, ({ challenge, idea }) => {
      refresh(readIdea, { params: { idea } });
      refresh(listIdeas, { params: { challenge } });
    }),
    onNews(selectionMade, ({ challenge }) => {
      refresh(readIdea);
      refresh(listIdeas, { params: { challenge } });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
