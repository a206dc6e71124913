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
import { askedAbout, type DiscussionDeps } from './deps.ts';
import type { CommentRecord } from './index.ts';
import { asStored, keepComment, saidAgain } from './keep-comment.ts';
import { listComments } from './list-comments.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const commentOnIdea =
  (deps: DiscussionDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const known = await deps.store.record(body.id);
    if (known !== null)
      return saidAgain(known, { idea: id }, body, by)
        ? listComments(deps)(id, by)
        : refuse('id-taken', { id: body.id });
    const about = await askedAbout(deps, id, by);
    if (!about.ok) return about;
    const { idea, asked } = about.value;
    const answered = body.parent === null ? null : await deps.store.record(body.parent);
    if (body.parent !== null && answered?.idea !== id) return refuse('not-found', { what: 'comment' });
    const [sponsors, mentioned, within] = await Promise.all([
      deps.people.holders('sponsor', { challenge: idea.challenge }),
      deps.people.mailboxes(body.mentions),
      deps.among(idea.challenge, body.mentions),
    ]);
    const told = new Set([...mentioned.keys()].filter((person) => within.has(person)));
    const decided = decide(idea, asStored(body), { answered, sponsors, known: told }, asked);
    if (!decided.ok) return decided;
    const kept = await keepComment(deps, recordOf(idea, decided.value), noticesOf(idea, decided.value));
    if (!kept.ok) return kept;
    deps.announce({ challenge: idea.challenge, idea: id });
    return listComments(deps)(id, by);
  };

function recordOf(idea: IdeaRecord, said: IdeaCommented): CommentRecord {
  const { comment, parent, kind, person, text, mentions, at } = said;
  return {
    id: comment,
    challenge: idea.challenge,
    idea: idea.id,
    note: null,
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
