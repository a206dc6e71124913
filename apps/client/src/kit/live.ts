/** News of a challenge → its kit: somebody saved a text or signed. */
import { challengeChanged, readKit } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToKits = (): (() => void) =>
  onNews(challengeChanged, ({ challenge }) => refresh(readKit, { params: { challenge } }));
