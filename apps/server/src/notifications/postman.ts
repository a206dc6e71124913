/**
 * Empties the outbox: whatever is due is taken under a lease, written, handed to the mail server or shown, tried again
 * later when the server refuses. Looks when told to, when the clock reaches the next one, and once a minute in case
 * another server wrote one.
 */
import { nextSendingTime } from '@butinerie/domain';
import { wakeAt } from '../platform/clock.ts';
import { withoutSecrets } from './compose-mail.ts';
import type { Kit } from './deps.ts';
import type { OutboxRow } from './outbox.store.ts';
import { sendingRules } from './tell.ts';
import { writeMail } from './write-mail.ts';

const MINUTE = 60_000;
/** Longer than a mail server may take (ten silent minutes); after it, the mail of a server that died is taken by another. */
const LEASE = 15 * MINUTE;
const RETRY_AFTER = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);
const LOOK_AGAIN = MINUTE;
/** Mails under way at once. */
const HANDS = 4;

export interface Postman {
  /** Looks at once; resolves when nothing is due any more. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export function createPostman(kit: Kit): Postman {
  let round: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let cancelWake = (): void => {};

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      await Promise.all(Array.from({ length: HANDS }, () => empty(kit, () => stopped)));
    } while (again && !stopped);
    await arm();
  };
  const arm = async (): Promise<void> => {
    cancelWake();
    const due = stopped ? null : await kit.outbox.nextDue();
    if (due !== null && !stopped) cancelWake = wakeAt(kit.clock, due, () => void look());
  };
  const look = (): Promise<void> => {
    if (stopped) return round ?? Promise.resolve();
    again = true;
    round ??= rounds()
      .catch((error: unknown) => kit.log.error({ err: error }, 'the outbox could not be looked at'))
      .finally(() => {
        round = undefined;
      });
    return round;
  };

  const poll = setInterval(() => void look(), LOOK_AGAIN);
  poll.unref();
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(poll);
      cancelWake();
      await round;
      cancelWake();
    },
  };
}

async function empty(kit: Kit, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const now = kit.clock.now();
    const row = await kit.outbox.take(now, new Date(now.getTime() + LEASE));
    if (row === null) return;
    await deliver(kit, row);
  }
}

async function deliver(kit: Kit, row: OutboxRow): Promise<void> {
  try {
    const written = row.written ?? (await writeMail(kit, row));
    if (written === null) return;
    if (kit.mailer === null) {
      await kit.outbox.settle(row._id, {
        state: 'shown',
        sentAt: kit.clock.now(),
        written,
        content: null,
      });
      return;
    }
    await kit.mailer.send({ id: row._id, ...written });
    await kit.outbox.settle(row._id, {
      state: 'sent',
      sentAt: kit.clock.now(),
      written: withoutSecrets(written),
      content: null,
    });
  } catch (error) {
    // Whatever went wrong with one mail, the others leave.
    kit.log.warn({ err: error, mail: row._id, attempts: row.attempts + 1 }, 'a mail did not leave');
    await tryLater(kit, row);
  }
}

async function tryLater(kit: Kit, row: OutboxRow): Promise<void> {
  const wait = RETRY_AFTER[row.attempts];
  const attempts = row.attempts + 1;
  const retryAt = new Date(kit.clock.now().getTime() + (wait ?? 0));
  const dueAt = nextSendingTime(retryAt, await sendingRules(kit, row.purpose, []));
  await kit.outbox.settle(
    row._id,
    wait === undefined ? { state: 'failed', attempts } : { attempts, dueAt, leasedUntil: new Date(0) },
  );
}
