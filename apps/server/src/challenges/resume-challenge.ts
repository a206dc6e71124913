/** Ends a pause: the deadlines that were ahead move, and everybody hears of the new ones. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  resumeChallenge as contract,
  Result,
} from '@butinerie/contracts';
import {
  resumeByClock as dueByClock,
  resumeChallenge as decide,
  type ChallengeResumed,
  type StoodStill,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isClosed, momentOf, stateOf, timeBoxOf } from './challenge-times.ts';
import { commitAndTell, noticesOf, type Telling } from './commit-and-tell.ts';
import type { Transaction } from '../platform/mongo.ts';
import { loadChallenge, type ChallengeDeps, type ChallengeSetup, type ResumedListener } from './deps.ts';
import type { ChallengeRecord, Challenges } from './index.ts';

type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const resumeChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, version: number, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const command = { version, timeBox: timeBoxOf(record) };
    const decided = decide(stateOf(record), command, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const next = resumed(record, decided.value);
    const { at } = decided.value;
    const also = (tx: Transaction) => deps.resumed(tx, id, stoodStill(record, at));
    return commitAndTell(deps, { seen: record, next, by, tell: tellingOf(next, at), also });
  };

interface ByClock extends ChallengeSetup {
  readonly challenges: Pick<Challenges, 'change'>;
  readonly announce: (record: ChallengeRecord) => Promise<void>;
  readonly resumed: ResumedListener;
}

/** At the announced end. Somebody who was faster has resumed it already: nothing is told twice. */
export async function resumeByClock(deps: ByClock, record: ChallengeRecord): Promise<void> {
  const decided = dueByClock(stateOf(record), timeBoxOf(record), deps.clock.now());
  if (decided === null) return;
  const next = resumed(record, decided);
  const notices = await noticesOf(deps, next, { ...tellingOf(next, decided.at), actor: null });
  const told = await deps.database.transaction(async (tx) => {
    if (!(await deps.challenges.change(tx, record, next))) return null;
    const moved = await deps.resumed(tx, record.id, stoodStill(record, decided.at));
    await deps.notifications.tell(tx, [...notices, ...moved]);
    return [...notices, ...moved];
  });
  if (told === null) return;
  await deps.announce(next);
  deps.notifications.announce(told);
}

function resumed(record: ChallengeRecord, { timeBox, version }: ChallengeResumed): ChallengeRecord {
  return { ...record, ...timeBox, paused: null, version };
}

const stoodStill = ({ paused }: ChallengeRecord, resumedAt: Date): StoodStill => ({
  at: paused?.at ?? resumedAt,
  resumedAt,
});

/** With the deadline that comes next; after the results those of adoptions are told to each by herself. */
function tellingOf(record: ChallengeRecord, at: Date): Telling {
  if (record.results.publishedAt !== null) return { kind: 'challenge-resumed' };
  return {
    kind: 'challenge-resumed',
    until: momentOf(isClosed(record, at) ? record.decisionDueAt : record.closesAt),
  };
}
