/** One change of a challenge with the word of it to everybody concerned, in one commit; then open pages hear of it. */
import type { Challenge, Failure, Moment, NoticeKind, PersonId, Result } from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { invitedTo, moderatorsOf, stale, type ChallengeDeps, type ChallengeSetup } from './deps.ts';
import type { ChallengeRecord } from './index.ts';
import { showChallenge } from './show-challenge.ts';

export interface Telling {
  readonly kind: NoticeKind;
  readonly reason?: string;
  readonly until?: Moment;
  /** Everybody invited unless said; of a draft, those who prepare it. */
  readonly to?: readonly PersonId[];
}

export async function commitAndTell(
  deps: ChallengeDeps,
  change: {
    seen: ChallengeRecord;
    next: ChallengeRecord;
    by: Speaker;
    tell: Telling;
    /** What else this changes, in the same commit, and who hears of that. */
    also?: (tx: Transaction) => Promise<readonly NoticeToTell[]>;
  },
): Promise<Result<Challenge, Failure<'stale-version'>>> {
  const { seen, next, by, tell } = change;
  const notices = await noticesOf(deps, next, { ...tell, actor: by.person });
  const committed = await deps.database.transaction(async (tx) => {
    if (!(await deps.challenges.change(tx, seen, next))) return stale(deps, seen.id, tx);
    const told = [...notices, ...((await change.also?.(tx)) ?? [])];
    await deps.notifications.tell(tx, told);
    return ok(told);
  });
  if (!committed.ok) return committed;
  await deps.challenges.announce(seen.id);
  deps.notifications.announce(committed.value);
  return ok(await showChallenge(deps, next, by));
}

export async function noticesOf(
  deps: Pick<ChallengeSetup, 'people'>,
  record: ChallengeRecord,
  telling: Telling & { readonly actor: PersonId | null },
): Promise<NoticeToTell[]> {
  const { kind, reason, until, actor } = telling;
  const to = telling.to ?? (await concernedBy(deps, record));
  return to.map((person) => ({
    to: person,
    kind,
    challenge: record.id,
    idea: null,
    about: record.question,
    actor,
    ...(reason === undefined ? {} : { reason }),
    ...(until === undefined ? {} : { until }),
  }));
}

async function concernedBy(
  { people }: Pick<ChallengeSetup, 'people'>,
  record: ChallengeRecord,
): Promise<readonly PersonId[]> {
  if (record.scheduledAt === null) return moderatorsOf(people, record.id);
  return invitedTo(people, record);
}
