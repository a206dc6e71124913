/** An author credits who wrote a comment, with a line on what it brought: kept, registered and told in one commit. */
import type {
  CodesOf,
  CommentId,
  Contribution,
  creditComment as contract,
  Failure,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { creditComment as decide, mayModerate, mayReadComment, mayReadIdea } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { shown, type ContributionDeps } from './deps.ts';

type Answer = Result<Contribution, Failure<CodesOf<typeof contract>>>;

export const creditComment =
  (deps: ContributionDeps) =>
  async (id: CommentId, typed: string, by: Speaker): Promise<Answer> => {
    const comment = await deps.discussion.record(id);
    const about = comment?.idea ?? null;
    const idea = about === null ? null : await deps.ideas.record(about);
    const challenge = idea && (await deps.challenges.record(idea.challenge));
    if (!comment || !idea || !challenge) return refuse('not-found', { what: 'comment' });
    const moderates = mayModerate(by, idea.challenge);
    if (!mayReadIdea(idea, by.person, moderates) || !mayReadComment(comment, by.person, moderates))
      return refuse('not-found', { what: 'comment' });
    // Half of a surrogate pair has no UTF-8: kept as the sign for it, here as in the ledger.
    const line = typed.replace(/\p{Surrogate}/gu, '\uFFFD');
    const phase = deps.challenges.standing(challenge);
    const decided = decide(idea, comment, line, {
      by,
      challenge: challenge.id,
      phase,
      now: deps.clock.now(),
    });
    if (!decided.ok) return decided;
    const { type: _type, ...record } = decided.value;
    const known = await deps.store.record(id);
    if (known !== null) return again(deps, record, known);

    const { person, brought } = record;
    const notice = {
      to: person,
      kind: 'contribution-credited' as const,
      challenge: idea.challenge,
      idea: idea.id,
      about: idea.title,
      actor: by.person,
      reason: brought,
    };
    try {
      await deps.database.transaction(async (tx) => {
        await deps.store.keep(tx, record);
        await deps.ledger.record(tx, [
          { act: 'contributor.credited', idea: idea.id, by: by.person, person, text: brought },
        ]);
        await deps.notifications.tell(tx, [notice]);
      });
    } catch (error) {
      const kept = isDuplicateKey(error) ? await deps.store.record(id) : null;
      if (kept === null) throw error;
      return again(deps, record, kept);
    }
    deps.notifications.announce([notice]);
    deps.ideas.announce(idea);
    return ok(await shown(deps, record));
  };

/** The same line by the same person is a retry whose answer was lost; another one is too late: a name is credited once. */
async function again(
  deps: ContributionDeps,
  said: { readonly by: string; readonly brought: string },
  kept: Parameters<typeof shown>[1],
): Promise<Answer> {
  if (kept.by === said.by && kept.brought === said.brought) return ok(await shown(deps, kept));
  return refuse('already-answered', { answer: 'credited' });
}
