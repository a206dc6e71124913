/** The talk about an idea as its reader sees it: what was taken back or hidden keeps its place and loses its words. */
import type {
  AnswerOf,
  Comment,
  Failure,
  IdeaId,
  listComments as contract,
  Result,
} from '@butinerie/contracts';
import { mintId, ok } from '@butinerie/contracts';
import { commentOnIdea, mayModerate, mayReadComment, unanswered } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { askedAbout, type DiscussionDeps } from './deps.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<'not-found'>>;

export const listComments =
  (deps: DiscussionDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Answer> => {
    const about = await askedAbout(deps, id, by);
    if (!about.ok) return about;
    const { idea, asked } = about.value;
    const moderates = mayModerate(by, idea.challenge);
    const [records, sponsors] = await Promise.all([
      deps.store.ofIdea(id),
      deps.people.holders('sponsor', { challenge: idea.challenge }),
    ]);
    const waiting = new Set(unanswered(records, new Set(sponsors)).map((record) => record.id));
    const refs = await deps.people.refs(records.flatMap(({ person, mentions }) => [person, ...mentions]));
    const comments = records.flatMap((record): Comment[] => {
      const person = refs.get(record.person);
      if (person === undefined) return [];
      const { withdrawnAt, hiddenAt, kind } = record;
      const read = mayReadComment(record, by.person, moderates);
      return [
        {
          id: record.id,
          idea: id,
          parent: record.parent,
          kind,
          person,
          text: read ? record.text : null,
          mentions: read ? record.mentions.flatMap((mentioned) => refs.get(mentioned) ?? []) : [],
          at: record.at.toISOString(),
          state: hiddenAt !== null ? 'hidden' : withdrawnAt !== null ? 'withdrawn' : 'shown',
          answered: kind === 'question' && !waiting.has(record.id),
          mine: record.person === by.person,
        },
      ];
    });
    return ok({ comments, mayComment: mayComment(idea, asked) });
  };

/** As the decision itself would say of one word. */
function mayComment(
  idea: Parameters<typeof commentOnIdea>[0],
  asked: Parameters<typeof commentOnIdea>[3],
): boolean {
  const word = { id: PROBE, kind: 'comment' as const, text: '.', mentions: [] };
  return commentOnIdea(idea, word, { answered: null, sponsors: [], known: new Set() }, asked).ok;
}
const PROBE = mintId('comment');
