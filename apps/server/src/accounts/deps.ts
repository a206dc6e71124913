/** What every use case of the slice is given. */
import type { Ledger } from '../attribution/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database } from '../platform/mongo.ts';
import type { OwnWords } from '../platform/own-words.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { SessionCookie } from '../platform/cookies.ts';
import type { DirectoratesStore } from './directorates.store.ts';
import type { InstanceStore } from './instance.store.ts';
import type { LinksStore } from './links.store.ts';
import type { PeopleStore } from './people.store.ts';
import type { WebSessionsStore } from './web-sessions.store.ts';

/** What the composition root hands over. */
export interface AccountsDeps {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'record'>;
  readonly publicUrl: URL;
  readonly cookie: Pick<SessionCookie, 'read'>;
  readonly log: Log;
  /** True where no mail server is set: mails are read on a page. */
  readonly mailPage: boolean;
  /** The product's where it is not said. */
  readonly ownWords?: OwnWords;
}

export interface Kit extends AccountsDeps {
  readonly ownWords: OwnWords;
  readonly people: PeopleStore;
  readonly directorates: DirectoratesStore;
  readonly links: LinksStore;
  readonly sessions: WebSessionsStore;
  readonly instance: InstanceStore;
}
