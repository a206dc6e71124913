/** Adds something to another's idea: kept, credited and told in one commit. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  Rebound,
  ReboundId,
  reboundOnIdea as contract,
  Result,
} from '@butinerie/contracts';
import { ideaRebounded, ok, refuse } from '@butinerie/contracts';
import { reboundOnIdea as decide, type IdeaRebounded } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { askedAbout, noticeTo, shown, type ReboundDeps } from './deps.ts';
import type { ReboundRecord } from './index.ts';

type Answer = Result<Rebound, Failure<CodesOf<typeof contract>>>;

interface Sent {
  readonly id: ReboundId;
  readonly text: string;
  readonly instead?: string | undefined;
}

export const reboundOnIdea =
  (deps: ReboundDeps) =>
  async (id: IdeaId, sent: Sent, by: Speaker): Promise<Answer> => {
    // Half of a surrogate pair has no UTF-8: kept as the sign for it, here as in the database and in the ledger.
    const command = { ...sent, text: sent.text.replace(/\p{Surrogate}/gu, '\uFFFD') };
    const again = await sameAgain(deps, id, command, by);
    if (again !== null) return again;
    const about = await askedAbout(deps, id, by);
    if (!about.ok) return about;
    const { idea, asked } = about.value;
    const passages = sent.instead === undefined ? [] : await deps.documents.passages(id);
    const decided = decide(idea, command, asked, passages);
    if (!decided.ok) return decided;

    const record = recordOf(decided.value);
    const kind = record.instead === null ? 'idea-rebounded' : 'change-suggested';
    const notices = decided.value.tell.map((person) => noticeTo(person, kind, idea, by.person));
    try {
      await deps.database.transaction(async (tx) => {
        await deps.store.create(tx, record);
        await deps.ledger.record(tx, [
          { act: 'rebound.made', idea: id, rebound: record.id, by: by.person, text: record.text },
        ]);
        await deps.notifications.tell(tx, notices);
      });
    } catch (error) {
      // The same rebound sent twice at once: the other one was kept.
      if (!isDuplicateKey(error)) throw error;
      return (await sameAgain(deps, id, command, by)) ?? refuse('id-taken', { id: command.id });
    }
    const rebound = await shown(deps, record);
    deps.notifications.announce(notices);
    deps.realtime.announce(ideaRebounded, { challenge: idea.challenge, idea: id, rebound }, 'everybody');
    deps.ideas.announce(idea);
    return ok(rebound);
  };

/** A retry names the same rebound: it gets the same answer, even after closing. */
async function sameAgain(
  deps: ReboundDeps,
  idea: IdeaId,
  command: Sent,
  by: Speaker,
): Promise<Answer | null> {
  const existing = await deps.store.record(command.id);
  if (existing === null) return null;
  const same =
    existing.idea === idea &&
    existing.person === by.person &&
    existing.text === command.text.trim() &&
    existing.instead === (command.instead ?? null);
  return same ? ok(await shown(deps, existing)) : refuse('id-taken', { id: command.id });
}

function recordOf({ rebound, idea, person, text, instead, at }: IdeaRebounded): ReboundRecord {
  const open = { answer: 'open', answeredAt: null, grownInto: null, reason: '' } as const;
  return { id: rebound, idea, person, text, instead, at, ...open };
}
