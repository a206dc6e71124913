/** Told, not harassed: the inbox, the durable outbox, the mail page. */
import {
  followChallenge,
  followIdea,
  followNote,
  listFollows,
  listMails,
  listNotices,
  markNoticesRead,
  ok,
  readMailPreferences,
  writeMailPreferences,
  type ChallengeId,
  type IdeaId,
  type Moment,
  type NoteId,
  type NoticeKind,
  type PersonId,
} from '@butinerie/contracts';
import type { Edges } from '../accounts/index.ts';
import { serve } from '../platform/http.ts';
import type { MailFile } from '../platform/mailer.ts';
import type { Transaction } from '../platform/mongo.ts';
import { PRODUCT_WORDS } from '../platform/own-words.ts';
import { announce } from './announce.ts';
import type { Kit, NotificationsDeps } from './deps.ts';
import { followsStore } from './follows.store.ts';
import * as inbox from './inbox.ts';
import * as mailPage from './list-mails.ts';
import { noticesStore } from './notices.store.ts';
import { outboxStore, type Outsider } from './outbox.store.ts';
import { createPostman } from './postman.ts';
import { preferencesStore } from './preferences.store.ts';
import { renameInMails, type NameChanged } from './rename-in-mails.ts';
import { serveStopMails } from './stop-mails.ts';
import { mailAllNow, promiseReceipts, tell } from './tell.ts';

export interface NoticeToTell {
  readonly to: PersonId;
  readonly kind: NoticeKind;
  readonly challenge: ChallengeId | null;
  readonly idea: IdeaId | null;
  readonly note?: NoteId | null;
  /** Title of the idea or question of the challenge, as it stood. */
  readonly about: string;
  readonly actor: PersonId | null;
  /** Somebody's reason, in their own words. */
  readonly reason?: string;
  /** The hour it moves something to. */
  readonly until?: Moment;
}

export interface MailToSend {
  readonly person: PersonId;
  /** Instead of the mailbox of her account: somebody who has none. */
  readonly mailbox?: Outsider;
  readonly files?: readonly MailFile[];
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly url: string; readonly label: string };
  /** An invitation waits for working hours; what she asked for herself a moment ago leaves at once (default). */
  readonly purpose?: 'requested' | 'invitation';
}

export interface Notifications {
  /**
   * Writes the notices in the act's transaction, each with its place in the outbox: a mail follows, at most one a day
   * and person, grouped. Never tells a person of her own act.
   */
  tell(tx: Transaction, notices: readonly NoticeToTell[]): Promise<void>;
  /** Called after the commit: open pages hear of it, the outbox looks at once. */
  announce(notices: readonly NoticeToTell[]): void;
  /** A mail that somebody asked for or that opens the door (invitation, requested link): outside the daily cap. */
  mailNow(tx: Transaction, mail: MailToSend): Promise<void>;
  followersOf(challenge: ChallengeId): Promise<PersonId[]>;
}

export type { MailedReceipts, NotificationsDeps } from './deps.ts';

/** For a whole list of people in one act. */
export interface MailsToMany {
  mailAllNow(tx: Transaction, mails: readonly MailToSend[]): Promise<void>;
}

/** In the transaction that changes a name: what did not leave yet does not say the old one. */
export interface RenamesInMails {
  renameInMails(tx: Transaction, changed: NameChanged): Promise<void>;
}

export interface NotificationsSlice extends Notifications, MailsToMany, RenamesInMails {
  serve(edges: Pick<Edges, 'http'>): void;
  /** Takes up what a stopped server left. */
  start(): Promise<void>;
  /** Waits for the mail under way. */
  stop(): Promise<void>;
  /** Those who can be mailed get the receipts of what was written about them, as they prefer, in this transaction's wake. */
  promiseReceipts(tx: Transaction, people: readonly PersonId[]): Promise<void>;
  /** Sends what is due and resolves when it is sent: what scripts and tests wait for. */
  settled(): Promise<void>;
}

export function createNotifications(deps: NotificationsDeps): NotificationsSlice {
  const kit: Kit = {
    ...deps,
    ownWords: deps.ownWords ?? PRODUCT_WORDS,
    notices: noticesStore(deps.database),
    outbox: outboxStore(deps.database),
    preferences: preferencesStore(deps.database),
    follows: followsStore(deps.database),
  };
  const postman = createPostman(kit);
  const underWay = new Set<Promise<void>>();

  return {
    tell: (tx, notices) => tell(kit, tx, notices),
    renameInMails: (tx, changed) => renameInMails(kit, tx, changed),
    followersOf: (challenge) => kit.follows.ofChallenge(challenge),
    promiseReceipts: (tx, people) => promiseReceipts(kit, tx, people),
    mailNow: (tx, mail) => mailAllNow(kit, tx, [mail]),
    mailAllNow: (tx, mails) => mailAllNow(kit, tx, mails),
    announce(notices) {
      const told: Promise<void> = announce(kit, notices)
        .catch((error: unknown) => kit.log.error({ err: error }, 'notices were not announced'))
        .finally(() => underWay.delete(told));
      underWay.add(told);
      void postman.look();
    },
    serve({ http }) {
      serve(http, listNotices, async ({ speaker }) => ok(await inbox.listNotices(kit, speaker.person)));
      serve(http, markNoticesRead, async ({ body, speaker }) =>
        ok(await inbox.markRead(kit, speaker.person, body.notices)),
      );
      serve(http, readMailPreferences, async ({ speaker: { person } }) =>
        ok((await kit.preferences.of([person]))(person)),
      );
      serve(http, writeMailPreferences, async ({ body, speaker }) => {
        await kit.preferences.write(speaker.person, body);
        return ok(body);
      });
      const followsOf = async (person: PersonId) => ok(await kit.follows.of(person));
      serve(http, listFollows, ({ speaker }) => followsOf(speaker.person));
      // Nobody else ever learns who follows what.
      serve(
        http,
        followIdea,
        async ({ params, body, speaker }) => {
          await kit.follows.set(speaker.person, params, body.followed);
          return followsOf(speaker.person);
        },
        { asHerself: true },
      );
      serve(http, followNote, async ({ params, body, speaker }) => {
        await kit.follows.set(speaker.person, params, body.followed);
        return followsOf(speaker.person);
      });
      serve(http, followChallenge, async ({ params, body, speaker }) => {
        await kit.follows.set(speaker.person, params, body.followed);
        return followsOf(speaker.person);
      });
      serveStopMails(kit, http.router);
      serve(http, listMails, ({ speaker }) => mailPage.listMails(kit, speaker));
    },
    async start() {
      await postman.look();
    },
    async stop() {
      await postman.stop();
      await Promise.all(underWay);
    },
    async settled() {
      await postman.look();
      await Promise.all(underWay);
    },
  };
}
