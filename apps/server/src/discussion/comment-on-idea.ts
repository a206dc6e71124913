/** Says something about an idea: kept and told in one commit, once for each id. */
import type {
  AnswerOf,
  CodesOf,
  commentOnIdea as contract,
  Failure,
  IdeaId,
  Result,
} from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { commentOnIdea as decide, type IdeaCommented } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { askedAbout, type DiscussionDeps } from './deps.ts';
import type { CommentRecord } from './index.ts';
import { listComments } from './list-comments.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const commentOnIdea =
  (deps: DiscussionDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const known = await deps.store.record(body.id);
    if (known !== null) return again(deps, id, { known, body, by });
    const about = await askedAbout(deps, id, by);
    if (!about.ok) return about;
    const { idea, asked } = about.value;
    const answered = body.parent === null ? null : await deps.store.record(body.parent);
    if (body.parent !== null && answered?.idea !== id) return refuse('not-found', { what: 'comment' });
    const [sponsors, mentioned] = await Promise.all([
      deps.people.holders('sponsor', { challenge: idea.challenge }),
      deps.people.mailboxes(body.mentions),
    ]);
    const around = { answered, sponsors, known: new Set(mentioned.keys()) };
    // Half of a surrogate pair has no UTF-8: kept as the sign for it, here as in the database.
    const saying = { ...body, text: body.text.replace(/\p{Surrogate}/gu, '\uFFFD') };
    const decided = decide(idea, saying, around, asked);
    if (!decided.ok) return decided;
    for (const limit of deps.limits) {
      const slowDown = await limit(by.person);
      if (slowDown) return { ok: false, failure: slowDown };
    }
    const notices = noticesOf(idea, decided.value);
    try {
      await deps.database.transaction(async (tx) => {
        await deps.store.create(tx, recordOf(idea, decided.value));
        await deps.notifications.tell(tx, notices);
      });
    } catch (error) {
      // The same comment sent twice at once: the other one was kept.
      if (!isDuplicateKey(error)) throw error;
      const kept = await deps.store.record(body.id);
      return kept === null ? refuse('id-taken', { id: body.id }) : again(deps, id, { known: kept, body, by });
    }
    deps.notifications.announce(notices);
    deps.announce({ challenge: idea.challenge, idea: id });
    return listComments(deps)(id, by);
  };

/** A retry whose first answer was lost gets the same answer. */
async function again(
  deps: DiscussionDeps,
  id: IdeaId,
  { known, body, by }: { known: CommentRecord; body: Body; by: Speaker },
): Promise<Answer> {
  const same = known.idea === id && known.person === by.person && known.text === body.text.trim();
  return same ? listComments(deps)(id, by) : refuse('id-taken', { id: body.id });
}

function recordOf(idea: IdeaRecord, said: IdeaCommented): CommentRecord {
  const { comment, parent, kind, person, text, mentions, at } = said;
  return {
    id: comment,
    challenge: idea.challenge,
    idea: idea.id,
    parent,
    kind,
    person,
    text,
    mentions,
    at,
    withdrawnAt: null,
    hiddenAt: null,
  };
}

function noticesOf(idea: IdeaRecord, { tell, person }: IdeaCommented): NoticeToTell[] {
  return [...tell].map(([to, kind]) => ({
    to,
    kind,
    challenge: idea.challenge,
    idea: idea.id,
    about: idea.title,
    actor: person,
  }));
}
