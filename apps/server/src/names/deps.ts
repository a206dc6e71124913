/** What the use cases of this slice are handed, and how the person concerned is told. */
import type { NameRequest, PersonId } from '@butinerie/contracts';
import { PARIS } from '@butinerie/domain';
import type { Identities, People } from '../accounts/index.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Notifications, RenamesInMails } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { OwnWords } from '../platform/own-words.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { nameMail, type Said } from './name-mails.ts';
import type { NameRequestRecord, NamesStore } from './names.store.ts';

export interface NamesSetup {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: URL;
  readonly people: Pick<People, 'refs' | 'mailboxes' | 'all'>;
  readonly ownWords: Pick<OwnWords, 'say'>;
  readonly identities: Identities;
  /** A person and the pseudonyms that are hers. */
  readonly selvesOf: (person: PersonId) => readonly PersonId[];
  readonly ledger: Pick<Attribution, 'record' | 'closeIdentity'>;
  readonly notifications: Pick<Notifications, 'mailNow' | 'announce'> & RenamesInMails;
  /** Closes what a session has open. */
  readonly dropSession: (session: string) => void;
}
export interface NamesDeps extends NamesSetup {
  readonly store: NamesStore;
  /** Looks again when the next request is due. */
  readonly changed: () => void;
}

/** Writes her a mail in this transaction; nothing where she has no mailbox. */
export async function tellHer(
  deps: NamesDeps,
  tx: Transaction,
  told: { person: PersonId; step: Parameters<typeof nameMail>[0]; said: Omit<Said, 'day'>; dueAt?: Date },
): Promise<void> {
  const { person, step, said, dueAt } = told;
  const mailbox = (await deps.people.mailboxes([person])).get(person);
  if (mailbox === undefined || mailbox.mail === null) return;
  const { name, mail, language } = mailbox;
  const day =
    dueAt === undefined
      ? {}
      : { day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: PARIS }).format(dueAt) };
  const { subject, paragraphs, label } = deps.ownWords.say(nameMail, language)(step, language, {
    ...said,
    ...day,
  });
  await deps.notifications.mailNow(tx, {
    person,
    // When it is sent she may not be known any more.
    mailbox: { name, mail, language },
    subject,
    paragraphs,
    link: { url: new URL('/mon-nom', deps.publicUrl).href, label },
  });
}

export async function shown(deps: NamesDeps, records: readonly NameRequestRecord[]): Promise<NameRequest[]> {
  const refs = await deps.people.refs(records.map(({ person }) => person));
  return records.flatMap(({ id, person: who, change, state, reference, askedAt, dueAt, doneAt }) => {
    const person = refs.get(who);
    if (person === undefined) return [];
    const moments = {
      askedAt: askedAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      doneAt: doneAt?.toISOString() ?? null,
    };
    return [{ id, person, change, state, reference, ...moments }];
  });
}

export async function shownOne(deps: NamesDeps, record: NameRequestRecord): Promise<NameRequest> {
  const [one] = await shown(deps, [record]);
  if (one === undefined) throw new Error('a request of nobody');
  return one;
}
