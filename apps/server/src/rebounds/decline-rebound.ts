/** An author leaves a rebound beside the text. Its credit stays the rebounder's. */
import type {
  CodesOf,
  declineRebound as contract,
  Failure,
  Rebound,
  ReboundId,
  Result,
} from '@butinerie/contracts';
import { ok, reboundAnswered, refuse } from '@butinerie/contracts';
import { declineRebound as decide, isAuthor } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { noticeTo, reboundAnd, shown, type ReboundDeps } from './deps.ts';

type Answer = Result<Rebound, Failure<CodesOf<typeof contract>>>;

export const declineRebound =
  (deps: ReboundDeps) =>
  async (id: ReboundId, typed: string | undefined, by: Speaker): Promise<Answer> => {
    const loaded = await reboundAnd(deps, id, by);
    if (!loaded.ok) return loaded;
    const { rebound, idea, asked } = loaded.value;
    if (rebound.answer === 'declined' && isAuthor(idea, by.person)) return ok(await shown(deps, rebound));
    const decided = decide(rebound, idea, asked, typed?.replace(/\p{Surrogate}/gu, '\uFFFD'));
    if (!decided.ok) return decided;
    const { at, rebounder, reason } = decided.value;
    const kind = rebound.instead === null ? 'rebound-declined' : 'suggestion-declined';
    const notices = [{ ...noticeTo(rebounder, kind, idea, by.person), reason }];
    const committed = await deps.database.transaction(async (tx) => {
      if (!(await deps.store.decline(tx, id, { at, reason })))
        return refuse('already-answered', { answer: 'taken' });
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) return committed;
    const answered = await shown(deps, { ...rebound, answer: 'declined', answeredAt: at, reason });
    deps.notifications.announce(notices);
    deps.realtime.announce(
      reboundAnswered,
      { challenge: idea.challenge, idea: idea.id, rebound: answered },
      'everybody',
    );
    return ok(answered);
  };
