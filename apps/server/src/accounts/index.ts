/** Who is speaking: people, directorates, roles, sign-in links, sessions. What other slices may ask of it. */
import type {
  Directorate,
  DirectorateId,
  Grant,
  Language,
  PersonId,
  PersonRef,
  Role,
  ChallengeId,
} from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';

/** The signed-in person, as every use case and policy sees her. */
export interface Speaker {
  readonly person: PersonId;
  readonly name: string;
  readonly directorate: DirectorateId | null;
  readonly grants: readonly Grant[];
}

export interface Mailbox {
  readonly person: PersonId;
  readonly name: string;
  readonly mail: string | null;
  readonly language: Language;
}

export interface People {
  refs(people: Iterable<PersonId>): Promise<Map<PersonId, PersonRef>>;
  holders(role: Role, of: { challenge?: ChallengeId; directorate?: DirectorateId }): Promise<PersonId[]>;
  mailboxes(people: Iterable<PersonId>): Promise<Map<PersonId, Mailbox>>;
  directorate(id: DirectorateId): Promise<Directorate | null>;
  /** Everybody who can be named pilot: every person with an account. */
  all(): Promise<PersonRef[]>;
  /**
   * The person an import names, made without account when unknown (claimable later); the same `source` or mail is the
   * same person. Registers her in the ledger as any other.
   */
  ensureAuthor(
    tx: Transaction,
    author: { name: string; mail: string | null; directorate: string; source: string },
  ): Promise<PersonId>;
  /** Invites in one go, with the ids given: what `invitePeople` and the demonstration both use. */
  invite(
    tx: Transaction,
    people: readonly {
      id: PersonId;
      name: string;
      directorate: string;
      mail: string | null;
      grants?: readonly Grant[];
    }[],
  ): Promise<void>;
  /** A link that signs this person in and lands on `path`; its token is stored hashed. */
  signInLink(
    person: PersonId,
    kind: 'invitation' | 'slip' | 'request' | 'administrator',
    path: string,
    tx?: Transaction,
  ): Promise<string>;
}
