/** What every part of the slice is given. */
import type { ChallengeId, Grant, PersonId } from '@butinerie/contracts';
import type { CalendarDate } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { OwnWords } from '../platform/own-words.ts';
import type { Mailer, MailFile } from '../platform/mailer.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { FollowsStore } from './follows.store.ts';
import type { NoticesStore } from './notices.store.ts';
import type { OutboxStore } from './outbox.store.ts';
import type { PreferencesStore } from './preferences.store.ts';

/** What the composition root hands over. */
export interface NotificationsDeps {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly people: Pick<People, 'refs' | 'mailboxes' | 'signInLink' | 'openLinks'>;
  /** Who is behind a pseudonym; whoever is nobody's pseudonym is herself. */
  readonly ownerOf?: (person: PersonId) => PersonId;
  /** The roles of these people: a mail that signs somebody with a role in is shown without its link. */
  readonly grantsOf: (people: Iterable<PersonId>) => Promise<ReadonlyMap<PersonId, readonly Grant[]>>;
  /** Null where no mail server is set: mails are then read on the mail page. */
  readonly mailer: Mailer | null;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly instanceName: string;
  /** The product's where it is not said. */
  readonly ownWords?: OwnWords;
  readonly publicUrl: URL;
  readonly timeZone: string;
  /** Days on which challenges close: quiet hours do not hold on them. */
  readonly closingDays?: () => Promise<readonly CalendarDate[]>;
  /** Of these people, those a challenge is for: the others hear nothing of it. Everybody where it is not said. */
  readonly among?: (challenge: ChallengeId, people: Iterable<PersonId>) => Promise<ReadonlySet<PersonId>>;
  readonly log: Log;
  /** What proves the acts that name a person, as files to keep. */
  readonly receipts: ReceiptsToMail;
}

export interface ReceiptsToMail {
  /** Those she was not mailed yet, marked as mailed in this transaction; nothing when the ledger does not sign. */
  take(tx: Transaction, person: PersonId): Promise<MailedReceipts>;
}
export interface MailedReceipts {
  readonly files: readonly MailFile[];
  /** How many more there are than one mail carries. */
  readonly more: number;
  /** Some are of a pseudonym: the mail's address tells who is behind it. */
  readonly sealed?: boolean;
}

export interface Kit extends NotificationsDeps {
  readonly ownWords: OwnWords;
  readonly notices: NoticesStore;
  readonly outbox: OutboxStore;
  readonly preferences: PreferencesStore;
  readonly follows: FollowsStore;
}
