/** The talk about an idea as its reader sees it: what was taken back or hidden keeps its place and loses its words. */
import type {
  AnswerOf,
  Comment,
  Failure,
  IdeaId,
  listComments as contract,
  PersonId,
  Result,
} from '@butinerie/contracts';
import { mintId, ok } from '@butinerie/contracts';
import { commentOnIdea, mayModerate, mayReadComment, unanswered } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { askedAbout, type DiscussionDeps } from './deps.ts';
import type { CommentRecord } from './index.ts';

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
    const comments = await shownTo(deps, records, { person: by.person, moderates, sponsors });
    return ok({ comments, mayComment: mayComment(idea, asked) });
  };

interface Reader {
  readonly person: PersonId;
  readonly moderates: boolean;
  /** Those whose answer a question waits for. */
  readonly sponsors: readonly PersonId[];
}
export async function shownTo(
  deps: Pick<DiscussionDeps, 'people'>,
  records: readonly CommentRecord[],
  { person: reader, moderates, sponsors }: Reader,
): Promise<Comment[]> {
  const waiting = new Set(unanswered(records, new Set(sponsors)).map((record) => record.id));
  const refs = await deps.people.refs(records.flatMap(({ person, mentions }) => [person, ...mentions]));
  return records.flatMap((record): Comment[] => {
    const person = refs.get(record.person);
    if (person === undefined) return [];
    const { id, idea, note, parent, kind, withdrawnAt, hiddenAt } = record;
    const read = mayReadComment(record, reader, moderates);
    return [
      {
        id,
        idea,
        note,
        parent,
        kind,
        person,
        text: read ? record.text : null,
        mentions: read ? record.mentions.flatMap((mentioned) => refs.get(mentioned) ?? []) : [],
        at: record.at.toISOString(),
        state: hiddenAt !== null ? 'hidden' : withdrawnAt !== null ? 'withdrawn' : 'shown',
        answered: kind === 'question' && !waiting.has(id),
        mine: record.person === reader,
      },
    ];
  });
}

/** As the decision itself would say of one word. */
function mayComment(
  idea: Parameters<typeof commentOnIdea>[0],
  asked: Parameters<typeof commentOnIdea>[3],
): boolean {
  const word = { id: PROBE, kind: 'comment' as const, text: '.', mentions: [] };
  return commentOnIdea(idea, word, { answered: null, sponsors: [], known: new Set() }, asked).ok;
}
export const PROBE = mintId('comment');
