/**
 * Empties the outbox: whatever is due is taken under a lease, written, handed to the mail server or shown, tried again
 * later when the server refuses. Looks when told to, when the clock reaches the next one, and once a minute in case
 * another server wrote one.
 */
import type { MailId } from '@butinerie/contracts';
import { nextSendingTime } from '@butinerie/domain';
import { wakeAt } from '../platform/clock.ts';
import { withoutSecrets, type WrittenMail } from './compose-mail.ts';
import type { Kit } from './deps.ts';
import type { Mailer, OutgoingMail } from '../platform/mailer.ts';
import type { OutboxRow } from './outbox.store.ts';
import { sendingRules } from './tell.ts';
import { writeMail } from './write-mail.ts';

const MINUTE = 60_000;
/**
 * After it, the mail of a server that died is taken by another. A mail server may take longer (ten silent minutes): who
 * waits for it goes on holding the mail.
 */
const LEASE = 2 * MINUTE;
const HOLD_ON = MINUTE / 3;
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
  const underWay = new Set<MailId>();

  const rounds = async (): Promise<void> => {
    try {
      do {
        again = false;
        await Promise.all(Array.from({ length: HANDS }, () => empty(kit, underWay, () => stopped)));
        if (!again) await arm();
      } while (again && !stopped);
    } finally {
      // In the tick of the last question: whoever asks from now on begins a round of her own.
      round = undefined;
    }
  };
  const arm = async (): Promise<void> => {
    cancelWake();
    const due = stopped ? null : await kit.outbox.nextDue();
    if (due !== null && !stopped) cancelWake = wakeAt(kit.clock, due, () => void look());
  };
  const look = (): Promise<void> => {
    if (stopped) return round ?? Promise.resolve();
    again = true;
    round ??= rounds().catch((error: unknown) =>
      kit.log.error({ err: error }, 'the outbox could not be looked at'),
    );
    return round;
  };

  // Mails that a server left behind are due when its lease on them is over.
  kit.wakeUps.onGone(() => void look());
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

async function empty(kit: Kit, underWay: Set<MailId>, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const now = kit.clock.now();
    const row = await kit.outbox.take(now, leaseFrom(now), kit.wakeUps.self);
    if (row === null) return;
    // The clock was set past its lease while another of these hands is at it: it has a new one, and leaves once.
    if (underWay.has(row._id)) continue;
    underWay.add(row._id);
    try {
      await deliver(kit, row);
    } finally {
      underWay.delete(row._id);
    }
  }
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE);

async function deliver(kit: Kit, taken: OutboxRow): Promise<void> {
  try {
    const { mailer } = kit;
    if (mailer === null) {
      await written(kit, taken, (mail) => ({
        state: 'shown',
        sentAt: kit.clock.now(),
        written: mail,
        content: null,
      }));
      return;
    }
    const mail = await written(kit, taken, () => ({ leasedUntil: leaseFrom(kit.clock.now()) }));
    if (mail === null) return;
    await sendHolding(kit, mailer, { id: taken._id, ...mail });
    await kit.outbox.settle(taken._id, {
      state: 'sent',
      sentAt: kit.clock.now(),
      written: withoutSecrets(mail),
      content: null,
    });
  } catch (error) {
    // Whatever went wrong with one mail, the others leave.
    kit.log.warn({ err: error, mail: taken._id, attempts: taken.attempts + 1 }, 'a mail did not leave');
    await tryLater(kit, taken);
  }
}

/**
 * The mail as it may leave, settled so in one write with the look that nothing of it changed since it was read: a name
 * that was replaced meanwhile has it written again. Null when there is none, or, written slowly, it is another's by now.
 */
async function written(
  kit: Kit,
  taken: OutboxRow,
  settled: (mail: WrittenMail) => Partial<OutboxRow>,
): Promise<WrittenMail | null> {
  let row: OutboxRow | null = taken;
  while (row !== null) {
    const mail = row.written ?? (await writeMail(kit, row));
    if (mail === null || (await kit.outbox.settleAsRead(row, kit.wakeUps.self, settled(mail)))) return mail;
    row = await kit.outbox.held(row._id, kit.wakeUps.self);
  }
  return null;
}

async function sendHolding(
  kit: Kit,
  mailer: Mailer,
  mail: OutgoingMail & { readonly id: MailId },
): Promise<void> {
  const { id } = mail;
  const holding = setInterval(() => {
    kit.outbox
      .holdOn(id, leaseFrom(kit.clock.now()), kit.wakeUps.self)
      .catch((error: unknown) =>
        kit.log.warn({ err: error, mail: id }, 'a mail under way could not be held on to'),
      );
  }, HOLD_ON);
  holding.unref();
  try {
    await mailer.send(mail);
  } finally {
    clearInterval(holding);
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
