/** Who is speaking: people, directorates, roles, sign-in links, sessions. What other slices may ask of it. */
import type {
  OutsiderRow,
  Failure,
  Result,
  Directorate,
  DirectorateId,
  Grant,
  Language,
  PersonId,
  PersonRef,
  Role,
  ChallengeId,
} from '@butinerie/contracts';
import type { MailsToMany, Notifications } from '../notifications/index.ts';
import type { Api } from '../platform/http.ts';
import { PRODUCT_WORDS } from '../platform/own-words.ts';
import type { Identify } from '../platform/identity.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { AccountsDeps, Kit } from './deps.ts';
import { directoratesStore } from './directorates.store.ts';
import { firstAdministratorLink } from './first-administrator.ts';
import { identitiesPort, type Identities } from './identities-port.ts';
import { instanceStore, type DemonstrationPart, type Instance } from './instance.store.ts';
import { linksStore } from './links.store.ts';
import { markDemonstration } from './mark-demonstration.ts';
import { peoplePort } from './people-port.ts';
import { peopleStore } from './people.store.ts';
import { rolesPort, type Roles } from './roles-port.ts';
import { serveAccounts } from './serve-accounts.ts';
import { servePeople } from './serve-people.ts';
import { webSessionsStore } from './web-sessions.store.ts';
import { speakerOf } from './web-sessions.ts';

/** The signed-in person, as every use case and policy sees her. */
export interface Speaker {
  readonly person: PersonId;
  readonly name: string;
  readonly directorate: DirectorateId | null;
  readonly grants: readonly Grant[];
  /** Somebody of another organisation, invited to a challenge by name. */
  readonly outside?: boolean;
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
  mailboxes(people: Iterable<PersonId>, tx?: Transaction): Promise<Map<PersonId, Mailbox>>;
  directorate(id: DirectorateId): Promise<Directorate | null>;
  /** After the commit that changed somebody's name or directorate. */
  onChanged(listener: (person: PersonId) => void): void;
  /** Every agent with an account: who can be named pilot. */
  all(): Promise<PersonRef[]>;
  /** As policies see them: these people, or everybody with an account. */
  speakers(among?: Iterable<PersonId>): Promise<Speaker[]>;
  directorates(): Promise<Directorate[]>;
  /**
   * The person an import names, made without account when unknown (claimable later); the same mail is the same person,
   * and so is the same `source` of the same challenge. Registers her in the ledger as any other.
   */
  ensureAuthor(
    tx: Transaction,
    author: {
      name: string;
      mail: string | null;
      directorate: string;
      source: string;
      /** The import it came with: « 12 » is somebody else in the next file. */
      challenge: ChallengeId;
    },
  ): Promise<PersonId>;
  /** Whoever had none may sign in from now on. */
  openAccount(tx: Transaction, person: PersonId): Promise<void>;
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
  /** People of other organisations, each known by her mail if she was here before; all of them or none. */
  admitOutsiders(
    tx: Transaction,
    rows: readonly OutsiderRow[],
  ): Promise<Result<PersonId[], Failure<'invalid-people'>>>;
  /** A link that signs this person in and lands on `path`; its token is stored hashed. */
  signInLink(
    person: PersonId,
    kind: 'invitation' | 'notices' | 'slip' | 'request' | 'administrator',
    path: string,
    tx?: Transaction,
  ): Promise<string>;
  /** Of the tokens of sign-in links, those that still sign somebody in. */
  openLinks(tokens: readonly string[]): Promise<ReadonlySet<string>>;
}

export type { AccountsDeps } from './deps.ts';
export type { Identities } from './identities-port.ts';
export type { Roles } from './roles-port.ts';
export type { DemonstrationPart, Instance } from './instance.store.ts';

/** The two edges, as every slice is handed them. */
export interface Edges {
  readonly http: Api<Speaker>;
  readonly realtime: Realtime<Speaker>;
}

export interface Accounts {
  readonly people: People;
  readonly roles: Roles;
  /** The one look-up of who is speaking, for HTTP and for the handshake of sockets. */
  readonly speakerOf: Identify<Speaker>;
  instance(): Promise<Instance>;
  /** The roles of these people, for those who decide what may be shown of them. */
  readonly grantsOf: (people: Iterable<PersonId>) => Promise<Map<PersonId, readonly Grant[]>>;
  /** What becomes of a person's name; asked by the slice that knows when. */
  readonly identities: Identities;
  /** A link for the console while no administrator ever signed in, else null. */
  firstAdministratorLink(): Promise<string | null>;
  /** Turns an instance where nobody is yet into a demonstration, before its people come; false for any other. */
  markDemonstration(
    tx: Transaction,
    as: { name: string; parts: readonly DemonstrationPart[] },
  ): Promise<boolean>;
  serve(edges: Edges, late: { notifications: Notifications & MailsToMany }): void;
  /** Waits for what is still under way. */
  stop(): Promise<void>;
}

/** Makes the instance's document at the very first start. Comes before everything that signs in its name. */
export async function openInstance(database: Database, name: string): Promise<Instance> {
  return instanceStore(database).open(name);
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const kit: Kit = {
    ...deps,
    ownWords: deps.ownWords ?? PRODUCT_WORDS,
    people: peopleStore(deps.database, deps.wakeUps),
    directorates: directoratesStore(deps.database),
    links: linksStore(deps.database),
    sessions: webSessionsStore(deps.database),
    instance: instanceStore(deps.database),
  };
  const underWay = new Set<Promise<void>>();
  const later = (work: Promise<void>): void => {
    const watched: Promise<void> = work
      .catch((error: unknown) => deps.log.error({ err: error }, 'a requested link was not sent'))
      .finally(() => underWay.delete(watched));
    underWay.add(watched);
  };
  return {
    people: peoplePort(kit),
    roles: rolesPort(kit),
    identities: identitiesPort(kit),
    speakerOf: speakerOf(kit),
    instance: () => kit.instance.read(),
    async grantsOf(people) {
      return new Map((await kit.people.byIds(people)).map(({ _id, grants }) => [_id, grants]));
    },
    firstAdministratorLink: () => firstAdministratorLink(kit),
    markDemonstration: (tx, as) => markDemonstration(kit, tx, as),
    serve(edges, { notifications }) {
      serveAccounts(kit, edges, { notifications, later });
      servePeople(kit, edges, { notifications });
    },
    async stop() {
      await Promise.all(underWay);
    },
  };
}
