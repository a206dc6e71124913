/** News of challenges → cache. */
import { challengeChanged, listChallenges, readChallenge } from '@butinerie/contracts';
import { setServerTime } from '../platform/clock.ts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToChallenges = (): (() => void) =>
  onNews(challengeChanged, ({ challenge, serverTime }) => {
    // The server's clock may have been moved: every timer of this page is armed again.
    setServerTime(serverTime);
    refresh(readChallenge, { params: { challenge } });
    refresh(listChallenges);
  });
