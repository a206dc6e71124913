/** Open pages hear of their notices after the commit; what cannot be announced is still in the inbox. */
import { noticeArrived } from '@butinerie/contracts';
import { personRoom } from '../platform/realtime.ts';
import type { Kit } from './deps.ts';
import type { NoticeToTell } from './index.ts';
import { shown } from './inbox.ts';
import type { NoticeStored } from './notices.store.ts';
import { addressed } from './tell.ts';

export async function announce(kit: Kit, told: readonly NoticeToTell[]): Promise<void> {
  const stored: NoticeStored[] = [];
  for (const { to, kind, challenge, idea, note = null, actor } of await addressed(kit, told)) {
    const notice = await kit.notices.latestLike({ to, kind, challenge, idea, note, actor });
    if (notice !== null) stored.push(notice);
  }
  const notices = await shown(kit, stored);
  notices.forEach((notice, index) => {
    const to = stored[index]?.to;
    if (to !== undefined) kit.realtime.announce(noticeArrived, { notice }, { room: personRoom(to) });
  });
}
