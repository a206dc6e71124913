/**
 * An act on a delivery: read, decided, written, told to those concerned, all in one commit. The same act sent again
 * because its answer was lost is the act that stands, and nothing is written twice.
 */
import type { Delivery, Failure, IdeaId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import type { DeliveryEvent } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { AnswersRecord } from '../adoption/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { DeliveryRecord } from './deliveries.store.ts';
import { loadDelivery, moderatorsOf, type DeliveryDeps, type Loaded } from './deps.ts';
import { noticesOf } from './notices.ts';
import { showDelivery } from './show-delivery.ts';

/** What follows besides the event itself. */
export interface Decided {
  readonly event: DeliveryEvent;
  /** What stands between directorates and the idea from now on, where that changes. */
  readonly answers?: AnswersRecord;
  readonly acts?: readonly CreditAct[];
}

export interface Act<F extends Failure> {
  /** Whether this last event is what is asked for now. */
  readonly isSame: (last: DeliveryEvent) => boolean;
  readonly decide: (loaded: Loaded, tx: Transaction) => Result<Decided, F> | Promise<Result<Decided, F>>;
}

interface Performed {
  readonly idea: IdeaRecord;
  readonly answers: AnswersRecord;
  readonly record: DeliveryRecord;
  readonly notices: readonly NoticeToTell[];
}

async function perform<F extends Failure>(
  deps: DeliveryDeps,
  id: IdeaId,
  by: Speaker,
  { isSame, decide }: Act<F>,
): Promise<Result<Performed, F | Failure<'not-found' | 'idea-state'>>> {
  const performed = await deps.database.transaction(
    async (tx): Promise<Result<Performed, F | Failure<'not-found' | 'idea-state'>>> => {
      const found = await loadDelivery(deps, id, { by, tx });
      if (!found.ok) return found;
      const { idea, answers, record, asked } = found.value;
      const last = record.events.at(-1);
      if (last !== undefined && last.by === asked.by.person && isSame(last))
        return ok({ idea, answers, record, notices: [] });
      const decided = await decide(found.value, tx);
      return decided.ok ? commit(deps, tx, { ...found.value, ...decided.value, before: answers }) : decided;
    },
  );
  if (performed.ok) await announce(deps, performed.value);
  return performed;
}

type ToCommit = Pick<Loaded, 'idea' | 'record' | 'deliverable'> &
  Decided & { readonly before: AnswersRecord };

export async function commit(
  deps: DeliveryDeps,
  tx: Transaction,
  { idea, record, deliverable, event, before, answers = before, acts = [] }: ToCommit,
): Promise<Result<Performed, Failure<'idea-state'>>> {
  if (event.from !== event.to && !(await deps.ideas.move(tx, idea.id, event.from, event.to)))
    return refuse('idea-state', { state: idea.state, act: event.type });
  if (answers !== before) await deps.adoptions.put(tx, answers);
  const added = await deps.store.add(tx, record, event);
  if (acts.length > 0) await deps.ledger.record(tx, acts);
  const [moderators, sponsorships] = await Promise.all([
    moderatorsOf(deps, idea),
    deps.roles.sponsorships(idea.challenge),
  ]);
  const sponsors = sponsorships.map(({ person }) => person);
  const { adoption } = before;
  const notices = noticesOf(idea, event, { deliverable, adoption, moderators, sponsors });
  await deps.notifications.tell(tx, notices);
  return ok({ idea, answers, record: added, notices });
}

export async function announce(
  deps: DeliveryDeps,
  { idea, notices }: Pick<Performed, 'idea' | 'notices'>,
): Promise<void> {
  if (notices.length === 0) return;
  deps.notifications.announce(notices);
  deps.ideas.announce(idea);
  await deps.challenges.announce(idea.challenge);
}

/** The act, and the delivery as it stands after it. */
export async function performAndShow<F extends Failure>(
  deps: DeliveryDeps,
  id: IdeaId,
  by: Speaker,
  act: Act<F>,
): Promise<Result<Delivery, F | Failure<'not-found' | 'idea-state'>>> {
  const performed = await perform(deps, id, by, act);
  if (!performed.ok) return performed;
  const { answers, record } = performed.value;
  const idea = await deps.ideas.record(id);
  if (idea === null) return refuse('not-found', { what: 'idea' });
  return ok(await showDelivery(deps, { idea, answers, record }));
}
