/** What every comment goes through, whatever it is about: slowed down, kept and told in one commit, once for each id. */
import { ok, refuse, type Failure, type IdeaId, type NoteId, type Result } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import type { DiscussionDeps } from './deps.ts';
import type { CommentRecord } from './index.ts';

/** Half of a surrogate pair has no UTF-8: kept as the sign for it, here as in the database. */
export function asStored<B extends { readonly text: string }>(body: B): B {
  return { ...body, text: body.text.replace(/\p{Surrogate}/gu, '\uFFFD') };
}

/** A retry whose first answer was lost gets the same answer. */
export function saidAgain(
  known: CommentRecord,
  about: { readonly idea: IdeaId } | { readonly note: NoteId },
  body: { readonly text: string },
  by: Speaker,
): boolean {
  const same = 'idea' in about ? known.idea === about.idea : known.note === about.note;
  return same && known.person === by.person && known.text === asStored(body).text.trim();
}

export async function keepComment(
  deps: DiscussionDeps,
  record: CommentRecord,
  notices: readonly NoticeToTell[],
): Promise<Result<true, Failure<'too-many-requests' | 'id-taken'>>> {
  for (const limit of deps.limits) {
    const slowDown = await limit(record.person);
    if (slowDown) return { ok: false, failure: slowDown };
  }
  try {
    await deps.database.transaction(async (tx) => {
      await deps.store.create(tx, record);
      await deps.notifications.tell(tx, notices);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // The same comment sent twice at once: the other one was kept.
    const kept = await deps.store.record(record.id);
    const { idea, note, person, text } = record;
    const same = kept?.idea === idea && kept.note === note && kept.person === person && kept.text === text;
    return same ? ok(true) : refuse('id-taken', { id: record.id });
  }
  deps.notifications.announce(notices);
  return ok(true);
}
