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
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isClosed, momentOf, stateOf, timeBoxOf } from './challenge-times.ts';
import { commitAndTell, noticesOf, type Telling } from './commit-and-tell.ts';
import { loadChallenge, type ChallengeDeps, type ChallengeSetup } from './deps.ts';
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
    return commitAndTell(deps, { seen: record, next, by, tell: tellingOf(next, decided.value.at) });
  };

interface ByClock extends ChallengeSetup {
  readonly challenges: Pick<Challenges, 'change'>;
  readonly announce: (record: ChallengeRecord) => Promise<void>;
}

/** At the announced end. Somebody who was faster has resumed it already: nothing is told twice. */
export async function resumeByClock(deps: ByClock, record: ChallengeRecord): Promise<void> {
  const decided = dueByClock(stateOf(record), timeBoxOf(record), deps.clock.now());
  if (decided === null) return;
  const next = resumed(record, decided);
  const notices = await noticesOf(deps, next, { ...tellingOf(next, decided.at), actor: null });
  const first = await deps.database.transaction(async (tx) => {
    const changed = await deps.challenges.change(tx, record, next);
    if (changed) await deps.notifications.tell(tx, notices);
    return changed;
  });
  if (!first) return;
  await deps.announce(next);
  deps.notifications.announce(notices);
}

function resumed(record: ChallengeRecord, { timeBox, version }: ChallengeResumed): ChallengeRecord {
  return { ...record, ...timeBox, paused: null, version };
}

/** With the deadline that comes next. */
function tellingOf(record: ChallengeRecord, at: Date): Telling {
  return {
    kind: 'challenge-resumed',
    until: momentOf(isClosed(record, at) ? record.decisionDueAt : record.closesAt),
  };
}
