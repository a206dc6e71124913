/** Reminds followers and authors that a challenge closes: once for each reminder, by the record's own memory. */
import type { ChallengeId, PersonId } from '@butinerie/contracts';
import { closingReminderDue, nextClosingReminder } from '@butinerie/domain';
import { instantOf, momentOf } from './challenge-times.ts';
import type { ChallengeStore } from './challenges.store.ts';
import { noticesOf } from './commit-and-tell.ts';
import type { ChallengeSetup } from './deps.ts';
import type { ChallengeRecord } from './index.ts';

export interface ReminderDeps extends ChallengeSetup {
  readonly store: ChallengeStore;
  /** Authors of its published ideas. */
  readonly authorsOf: (challenge: ChallengeId) => Promise<readonly PersonId[]>;
}

const runs = ({ scheduledAt, paused, cancelled }: ChallengeRecord): boolean =>
  scheduledAt !== null && paused === null && cancelled === null;

export function nextReminder(record: ChallengeRecord, now: Date): Date | null {
  return runs(record) ? nextClosingReminder(instantOf(record.closesAt), now) : null;
}

export const remindClosing =
  (deps: ReminderDeps) =>
  async (record: ChallengeRecord): Promise<void> => {
    const now = deps.clock.now();
    if (!runs(record) || instantOf(record.opensAt) > now) return;
    const closesAt = instantOf(record.closesAt);
    const sent = await deps.store.remindersOf(record.id, closesAt);
    const due = closingReminderDue({ closesAt, sent }, now);
    if (due === null) return;
    const [followers, authors] = await Promise.all([
      deps.notifications.followersOf(record.id),
      deps.authorsOf(record.id),
    ]);
    const notices = await noticesOf(deps, record, {
      kind: 'closing-soon',
      until: momentOf(record.closesAt),
      to: [...new Set([...followers, ...authors])],
      actor: null,
    });
    const first = await deps.database.transaction(async (tx) => {
      // Paused, put off or cancelled since it was looked at: whoever looks at the change decides on the new dates.
      if ((await deps.store.record(record.id, tx))?.version !== record.version) return false;
      const marked = await deps.store.markReminded(tx, record.id, { closesAt, hours: due });
      if (marked) await deps.notifications.tell(tx, notices);
      return marked;
    });
    if (first) deps.notifications.announce(notices);
  };
