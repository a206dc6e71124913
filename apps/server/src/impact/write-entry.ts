/** Every act of measuring: load, decide, add one entry. Sent twice it is the same entry. */
import {
  mintId,
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type ImpactEntryId,
  type ImpactReview,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge, ImpactSaid, MeasuredIdea } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';
import { loadImpact, type ImpactDeps, type Loaded } from './deps.ts';
import { showReview } from './show-review.ts';

export interface Decided {
  readonly said: ImpactSaid;
  readonly becomes?: IdeaRecord['state'];
}
export type Decide<F extends Failure> = (idea: MeasuredIdea, asked: AskedInChallenge) => Result<Decided, F>;
type Answer<F extends Failure> = Promise<
  Result<ImpactReview, F | Failure<'not-found' | 'id-taken' | 'idea-state'>>
>;

/** Times that somebody else may have been faster before it is given up. */
const ATTEMPTS = 5;

export async function writeEntry<F extends Failure>(
  deps: ImpactDeps,
  { idea, id, by }: { readonly idea: IdeaId; readonly id: ImpactEntryId; readonly by: Speaker },
  decide: Decide<F>,
): Answer<F> {
  let notices: readonly NoticeToTell[] = [];
  const write = (): Promise<Result<Loaded | null, F | Failure<'not-found' | 'id-taken' | 'idea-state'>>> =>
    deps.database.transaction(async (tx) => {
      const loaded = await loadImpact(deps, idea, { by, tx });
      if (!loaded.ok) return loaded;
      const { record, entries, asked } = loaded.value;
      const known = await deps.store.byId(tx, id);
      if (known !== null)
        return known.idea === idea && known.by === asked.by.person ? ok(null) : refuse('id-taken', { id });
      const decided = decide(loaded.value.idea, asked);
      if (!decided.ok) return decided;
      const { said, becomes } = decided.value;
      if (becomes !== undefined && !(await deps.ideas.move(tx, idea, record.state, becomes)))
        return refuse('idea-state', { state: record.state, act: 'concludeMeasure' });
      await deps.store.add(tx, {
        id,
        idea,
        said,
        challenge: record.challenge,
        place: entries.length,
        by: asked.by.person,
        at: asked.now,
      });
      notices = said.type === 'conclusion' ? await noticesOf(deps, loaded.value, said.unknown) : [];
      await deps.notifications.tell(tx, notices);
      return loaded;
    });
  const done = await again(write);
  if (!done.ok) return done;
  const now = await loadImpact(deps, idea, { by });
  if (!now.ok) return now;
  if (done.value !== null) {
    deps.notifications.announce(notices);
    deps.ideas.announce(now.value.record);
    if (now.value.record.state !== done.value.record.state)
      await deps.challenges.announce(now.value.record.challenge);
  }
  return ok(await showReview(deps, now.value));
}

/** Whoever is named in the idea, and who promised it, hear that it was measured and what is still not known. */
async function noticesOf(
  deps: ImpactDeps,
  { record, promised, asked }: Loaded,
  reason: string,
): Promise<NoticeToTell[]> {
  const credits = (await deps.ledger.credits([record.id])).get(record.id);
  const { originators = [], coauthors = [], rebounders = [], carrier = null } = credits ?? {};
  const people = [...originators, ...coauthors, ...rebounders, ...(carrier === null ? [] : [carrier])];
  const { id: idea, challenge, title: about } = record;
  return [...new Set([...people, ...promised])].map((to) => ({
    to,
    kind: 'idea-measured',
    challenge,
    idea,
    about,
    actor: asked.by.person,
    reason,
  }));
}

/** Two entries at once want one place: whoever comes second looks again at what there is. */
async function again<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await write();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isDuplicateKey(error)) throw error;
    }
}

/** The delivery begins, in the transaction that moves the idea. */
export async function writeStart(
  deps: ImpactDeps,
  tx: Transaction,
  {
    idea,
    by,
    unmeasured,
  }: { readonly idea: IdeaRecord; readonly by: PersonId; readonly unmeasured: boolean },
): Promise<void> {
  const { length: place } = await deps.store.ofIdea(idea.id, tx);
  await deps.store.add(tx, {
    id: mintId('impactEntry'),
    idea: idea.id,
    challenge: idea.challenge,
    place,
    by,
    at: deps.clock.now(),
    said: { type: 'start', unmeasured },
  });
}
