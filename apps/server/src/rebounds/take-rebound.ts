/**
 * An author takes a rebound into the text, with a line on what it brings where she wants to say. Its words enter the
 * living document under an id of the rebounder, so that they stay hers.
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
import type { IdeaRecord } from '../ideas/index.ts';
import { noticeTo, reboundAnd, shown, type ReboundDeps } from './deps.ts';
import type { ReboundRecord, Taking } from './index.ts';
import { finishTaking, takeIntoText, type TakingSteps } from './into-text.ts';

type Answer = Result<Rebound, Failure<CodesOf<typeof contract>>>;

interface Sent {
  readonly brought?: string | undefined;
  readonly place?: 'passage' | 'end' | undefined;
}

export const takeRebound =
  (deps: ReboundDeps) =>
  async (id: ReboundId, sent: Sent, by: Speaker): Promise<Answer> => {
    const loaded = await reboundAnd(deps, id, by);
    if (!loaded.ok) return loaded;
    const { rebound, idea, asked } = loaded.value;
    // Taken before by an author: the answer to a retry whose first answer was lost.
    if (rebound.answer === 'taken' && isAuthor(idea, by.person)) return ok(await shown(deps, rebound));
    const line = sent.brought?.replace(/\p{Surrogate}/gu, '\uFFFD');
    const decided = decide(rebound, { ...idea, sealedAt: idea.seal?.at ?? null }, asked, line);
    if (!decided.ok) return decided;
    const { at, brought } = decided.value;
    const done = await takeIntoText(stepsFor(deps, rebound, idea), {
      by: by.person,
      at,
      brought,
      atEnd: sent.place === 'end',
    });
    if (done.outcome === 'refused') return { ok: false, failure: done.failure };
    if (done.outcome === 'taken') return ok(await announced(deps, rebound, idea, done));
    const now = await deps.store.record(id);
    return now?.answer === 'taken'
      ? ok(await shown(deps, now))
      : refuse('already-answered', { answer: now?.answer ?? 'declined' });
  };

function stepsFor(deps: ReboundDeps, rebound: ReboundRecord, idea: IdeaRecord): TakingSteps<Taking> {
  const { id, person, text, instead } = rebound;
  const as = { person, via: 'rebound', ref: id } as const;
  return {
    begin: (mark) => deps.store.beginTaking(id, mark),
    write: ({ atEnd }) =>
      instead === null || atEnd === true
        ? deps.documents.addParagraph(idea.id, as, text)
        : deps.documents.replacePassage(idea.id, as, { passage: instead, text }),
    letGo: () => deps.store.endTaking(id),
    take: ({ by, at, brought }) =>
      deps.database.transaction(async (tx) => {
        if (!(await deps.store.take(tx, id, at))) return false;
        const said = { idea: idea.id, by, person };
        await deps.ledger.record(tx, [
          { act: 'rebound.taken', ...said, rebound: id },
          ...(brought === null ? [] : [{ act: 'contributor.credited' as const, ...said, text: brought }]),
        ]);
        if (brought !== null) await deps.contributions.keep(tx, { ...said, about: id, brought, at });
        await deps.notifications.tell(tx, [noticeOf(rebound, idea, { by, brought })]);
        return true;
      }),
  };
}

const noticeOf = (
  { person, instead }: ReboundRecord,
  idea: IdeaRecord,
  { by, brought }: Pick<Taking, 'by' | 'brought'>,
) => ({
  ...noticeTo(person, instead === null ? 'rebound-taken' : 'suggestion-taken', idea, by),
  reason: brought ?? '',
});

async function announced(
  deps: ReboundDeps,
  rebound: ReboundRecord,
  idea: IdeaRecord,
  { mark, now }: { readonly mark: Taking; readonly now: boolean },
): Promise<Rebound> {
  const answered = await shown(deps, { ...rebound, answer: 'taken', answeredAt: mark.at });
  if (now) {
    deps.notifications.announce([noticeOf(rebound, idea, mark)]);
    const told = { challenge: idea.challenge, idea: idea.id, rebound: answered };
    deps.realtime.announce(reboundAnswered, told, 'everybody');
    deps.ideas.announce(idea);
  }
  return answered;
}

/** At start: what a crash left half taken is taken, or open again where the text was sealed before. */
export async function finishTakings(deps: ReboundDeps): Promise<void> {
  for (const { rebound, taking } of await deps.store.beingTaken()) {
    const idea = await deps.ideas.record(rebound.idea);
    if (idea === null) throw new Error(`the rebound ${rebound.id} was made on an idea that is not there`);
    await finishTaking(stepsFor(deps, rebound, idea), taking);
  }
  // Taken by an earlier version, which wrote the words last.
  for (const { id, idea, person, text } of await deps.store.takenButNotInText()) {
    const written = await deps.documents.addParagraph(idea, { person, via: 'rebound', ref: id }, text);
    if (written.ok) await deps.store.markInText(id);
  }
}
