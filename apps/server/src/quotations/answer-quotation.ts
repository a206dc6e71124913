/** An author answers whether a passage that stands in an older idea is to be credited: kept, registered, told in one commit. */
import type {
  answerQuotation as contract,
  ArgsOf,
  CodesOf,
  Failure,
  IdeaId,
  Quotation,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { answerQuotation as decide, creditedByQuotation } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { standsInBoth, type ServedDeps } from './deps.ts';
import { readerOf, shown } from './show-quotations.ts';

type Answer = Result<Quotation, Failure<CodesOf<typeof contract>>>;

export const answerQuotation =
  (deps: ServedDeps) =>
  async (
    of: { readonly idea: IdeaId; readonly source: IdeaId },
    said: ArgsOf<typeof contract>['body'],
    by: Speaker,
  ): Promise<Answer> => {
    const done = await deps.database.transaction(async (tx) => {
      const [idea, source] = [await deps.ideas.record(of.idea, tx), await deps.ideas.record(of.source, tx)];
      const challenge = idea && (await deps.challenges.record(idea.challenge, tx));
      if (!idea || !source || !challenge || readerOf(idea, by) === null)
        return refuse('not-found', { what: 'idea' });
      const record = (await deps.store.ofIdea(idea.id, tx)).find((each) => each.source === source.id);
      if (record === undefined || !standsInBoth(idea, source)) return refuse('not-found', { what: 'idea' });
      const phase = deps.challenges.standing(challenge);
      const now = deps.clock.now();
      const decided = decide(record, idea, said, { by, challenge: challenge.id, phase, now });
      if (!decided.ok) return decided;
      const { answer, reason } = decided.value;
      const answered = { by: by.person, at: now, reason };
      if (!(await deps.store.answer(tx, of, { answer, answered })))
        return refuse('already-answered', { answer });
      const credited = answer === 'credited' ? creditedByQuotation(idea, source) : [];
      await deps.ledger.record(
        tx,
        credited.map((person) => ({
          act: 'contributor.credited' as const,
          idea: idea.id,
          by: by.person,
          person,
          text: source.title,
        })),
      );
      const notices = credited.map((to) => ({
        to,
        kind: 'contribution-credited' as const,
        challenge: idea.challenge,
        idea: idea.id,
        about: idea.title,
        actor: by.person,
        reason: source.title,
      }));
      await deps.notifications.tell(tx, notices);
      return ok({ idea, record: { ...record, answer, answered }, notices });
    });
    if (!done.ok) return done;
    const { idea, record, notices } = done.value;
    deps.notifications.announce(notices);
    deps.ideas.announce(idea);
    const [one] = await shown(deps, idea, [record], by);
    return one === undefined ? refuse('not-found', { what: 'idea' }) : ok(one);
  };
