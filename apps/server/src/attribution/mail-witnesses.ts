/**
 * Once a day the signed state of the register goes to those who keep a copy elsewhere: what nobody who holds this server
 * can take back. A register that does not sign is told as such: silence would look like a mail that was lost.
 */
import { sayKeyChange, type KeyChange } from '@butinerie/attribution';
import { mintId, type Witness } from '@butinerie/contracts';
import type { MailToSend, Notifications } from '../notifications/index.ts';
import { wakeAt, type Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database } from '../platform/mongo.ts';
import type { SignedHead, Signing } from './sign-head.ts';
import type { SigningKeys } from './signing-keys.ts';
import { WITNESS_WORDS } from './witness-words.ts';
import type { WitnessesStore } from './witnesses.store.ts';

export interface WitnessDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly sign: Signing;
  readonly witnesses: WitnessesStore;
  readonly notifications: Pick<Notifications, 'mailNow' | 'announce'>;
  readonly keys: Pick<SigningKeys, 'current' | 'lines'>;
  /** How the key changed, in order. */
  readonly changes: readonly KeyChange[];
  readonly publicUrl: URL;
  /** Of the page that verifies offline, hex; null where this server serves no pages. */
  readonly verifierDigest: () => string | null;
}

/** Five in the morning by UTC: before anybody's working day here, summer and winter. */
const HOUR = 5;
/** A change of the key is said in each mail for as long as the old one signs beside it. */
const SAID_FOR_MS = 30 * 86_400_000;

export type WitnessMails = ReturnType<typeof witnessMails>;

export function witnessMails(deps: WitnessDeps) {
  let cancel = (): void => {};
  let underWay: Promise<void> = Promise.resolve();
  let stopped = true;

  async function lookOnce(): Promise<void> {
    // One reading of the clock: an hour that strikes meanwhile is looked at next, at once.
    const now = deps.clock.now();
    await mailToday(deps, now).catch((error: unknown) =>
      deps.log.error({ err: error }, 'the state of the register was not mailed to its witnesses'),
    );
    cancel();
    if (!stopped) cancel = wakeAt(deps.clock, nextHour(now), look);
  }
  function look(): void {
    underWay = underWay.then(() => (stopped ? undefined : lookOnce()));
  }
  return {
    /** Also after the choice of witnesses: the first state leaves at once. */
    look,
    start(): void {
      stopped = false;
      look();
    },
    async stop(): Promise<void> {
      stopped = true;
      cancel();
      await underWay;
      cancel();
    },
  };
}

function nextHour(now: Date): Date {
  const due = new Date(now);
  due.setUTCHours(HOUR, 0, 0, 0);
  if (due <= now) due.setUTCDate(due.getUTCDate() + 1);
  return due;
}

/** The day whose mail is due: until the hour it is still that of yesterday. */
function dayOf(now: Date): string {
  return new Date(now.getTime() - HOUR * 3_600_000).toISOString().slice(0, 10);
}

async function mailToday(deps: WitnessDeps, now: Date): Promise<void> {
  const day = dayOf(now);
  const known = await deps.witnesses.read();
  if (known.witnesses.length === 0 || known.day >= day) return;
  const head = await deps.sign.head();
  await deps.database.transaction(async (tx) => {
    for (const witness of await deps.witnesses.takeDay(tx, day))
      await deps.notifications.mailNow(tx, stateMail(deps, head, { witness, day }));
  });
  deps.notifications.announce([]);
}

/** Every line of the state is a paragraph of its own: whoever pastes the mail into the verifier is understood. */
function stateMail(
  deps: Pick<WitnessDeps, 'keys' | 'changes' | 'clock' | 'publicUrl' | 'verifierDigest'>,
  head: SignedHead,
  { witness, day }: { witness: Witness; day: string },
): MailToSend {
  const say = WITNESS_WORDS[witness.language];
  // A row of the outbox is somebody's; a witness is nobody of the instance.
  const to = {
    person: mintId('person'),
    mailbox: witness,
    link: { url: new URL('/verifier', deps.publicUrl).href, label: say.label },
  };
  if (!head.ok)
    return {
      ...to,
      subject: say.broken,
      paragraphs: [say.brokenWhat, head.failure.reason, say.brokenDo],
    };
  const digest = deps.verifierDigest();
  const page = digest === null ? [] : [say.verifier, digest];
  const { note } = head.value;
  const { changes, keys } = deps;
  const since = new Date(deps.clock.now().getTime() - SAID_FOR_MS).toISOString();
  const dayOfChange = (t: string): string => t.slice(0, 10);
  const changed = changes
    .filter(({ t }) => t > since)
    .map((change) => sayKeyChange(change, say.keys, dayOfChange));
  const chain = changes.length === 0 ? [] : [{ name: say.keysFile, text: `${keys.lines().join('\n')}\n` }];
  return {
    ...to,
    subject: say.subject(day),
    paragraphs: [
      say.keep,
      ...note.split('\n').filter(Boolean),
      ...changed,
      say.key,
      deps.keys.current(),
      ...page,
      say.how,
    ],
    files: [{ name: say.file(day), text: note }, ...chain],
  };
}
