/** Told, not harassed: the inbox, the durable outbox, the mail page. */
import type { ChallengeId, IdeaId, NoticeKind, PersonId } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';

export interface NoticeToTell {
  readonly to: PersonId;
  readonly kind: NoticeKind;
  readonly challenge: ChallengeId | null;
  readonly idea: IdeaId | null;
  /** Title of the idea or question of the challenge, as it stood. */
  readonly about: string;
  readonly actor: PersonId | null;
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
  mailNow(
    tx: Transaction,
    mail: {
      person: PersonId;
      subject: string;
      paragraphs: readonly string[];
      link: { url: string; label: string };
      /** An invitation waits for working hours; what she asked for herself a moment ago leaves at once (default). */
      purpose?: 'requested' | 'invitation';
    },
  ): Promise<void>;
}
