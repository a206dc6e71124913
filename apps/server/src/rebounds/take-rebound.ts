/**
 * An author takes a rebound into the text. Its words enter the living document under an id of the rebounder, so that
 * they stay hers; then the taking is written with its leaf and its notice.
 */
import type {
  CodesOf,
  Failure,
  Rebound,
  ReboundId,
  Result,
  takeRebound as contract,
} from '@butinerie/contracts';
import { ok, reboundAnswered, refuse } from '@butinerie/contracts';
import { isAuthor, takeRebound as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { noticeTo, reboundAnd, shown, type ReboundDeps } from './deps.ts';
import type { ReboundRecord } from './index.ts';

type Answer = Result<Rebound, Failure<CodesOf<typeof contract>>>;

export const takeRebound =
  (deps: ReboundDeps) =>
  async (id: ReboundId, by: Speaker): Promise<Answer> => {
    const loaded = await reboundAnd(deps, id, by);
    if (!loaded.ok) return loaded;
    const { rebound, idea, asked } = loaded.value;
    // Taken before by an author: the answer to a retry whose first answer was lost.
    if (rebound.answer === 'taken' && isAuthor(idea, by.person)) return ok(await shown(deps, rebound));
    const decided = decide(rebound, { ...idea, sealedAt: idea.seal?.at ?? null }, asked);
    if (!decided.ok) return decided;
    const { at, rebounder } = decided.value;

    const notices = [noticeTo(rebounder, 'rebound-taken', idea, by.person)];
    const committed = await deps.database.transaction(async (tx) => {
      if (!(await deps.store.answer(tx, id, 'taken', at)))
        return refuse('already-answered', { answer: 'taken' });
      await deps.ledger.record(tx, [
        { act: 'rebound.taken', idea: idea.id, rebound: id, by: by.person, person: rebounder },
      ]);
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) return committed;
    // After the commit that only one taker can win, so that the paragraph enters the text once.
    const written = await writeIntoText(deps, rebound);
    const answered = await shown(deps, { ...rebound, answer: 'taken', answeredAt: at });
    deps.notifications.announce(notices);
    deps.realtime.announce(
      reboundAnswered,
      { challenge: idea.challenge, idea: idea.id, rebound: answered },
      'everybody',
    );
    deps.ideas.announce(idea);
    return written.ok ? ok(answered) : written;
  };

async function writeIntoText(
  deps: ReboundDeps,
  { id, idea, person, text }: ReboundRecord,
): ReturnType<ReboundDeps['documents']['addParagraph']> {
  const written = await deps.documents.addParagraph(idea, { person, via: 'rebound', ref: id }, text);
  if (written.ok) await deps.store.markInText(id);
  return written;
}

/** At start: what a crash left taken but not written is written now. A sealed text stays as it is. */
export async function finishTaking(deps: ReboundDeps): Promise<void> {
  for (const rebound of await deps.store.takenButNotInText()) await writeIntoText(deps, rebound);
}
