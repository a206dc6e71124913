/** The inbox of one person, newest first. */
import type { Notice, NoticeId, PersonId } from '@butinerie/contracts';
import type { Kit } from './deps.ts';
import type { NoticeStored } from './notices.store.ts';

const MOST = 200;

export async function shown(kit: Kit, stored: readonly NoticeStored[]): Promise<Notice[]> {
  const refs = await kit.people.refs(stored.flatMap(({ actor }) => (actor === null ? [] : [actor])));
  return stored.map(({ _id, kind, at, readAt, challenge, idea, about, actor, ...said }) => ({
    id: _id,
    kind,
    at: at.toISOString(),
    readAt: readAt === null ? null : readAt.toISOString(),
    challenge,
    idea,
    note: said.note ?? null,
    about,
    // A notice of before these fields has none.
    reason: said.reason ?? '',
    until: said.until ?? null,
    actor: actor === null ? null : (refs.get(actor) ?? null),
  }));
}

export async function listNotices(
  kit: Kit,
  person: PersonId,
): Promise<{ notices: Notice[]; unread: number }> {
  return {
    notices: await shown(kit, await kit.notices.latest(person, MOST)),
    unread: await kit.notices.unread(person),
  };
}

export async function markRead(
  kit: Kit,
  person: PersonId,
  notices: readonly NoticeId[],
): Promise<{ unread: number }> {
  if (notices.length > 0) await kit.notices.markRead(person, notices, kit.clock.now());
  return { unread: await kit.notices.unread(person) };
}
