/** What changing the register's key is handed, how it is shown and how administrators are told. */
import type { PersonId } from '@butinerie/contracts';
import { keyChangeStateAt } from '@butinerie/domain';
import type { Identities, People } from '../../accounts/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Database, Transaction } from '../../platform/mongo.ts';
import type { CreditAct } from '../acts.ts';
import type { KeyFiles } from '../key-file.ts';
import type { LiveLedger } from '../live-ledger.ts';
import type { Signing } from '../sign-head.ts';
import type { SigningKeys } from '../signing-keys.ts';
import type { KeyChangesStore } from './key-changes.store.ts';
import { keyMail, type KeyMailStep } from './key-mails.ts';

export interface KeysSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: URL;
  readonly live: LiveLedger;
  readonly sign: Signing;
  readonly keys: SigningKeys;
  readonly files: KeyFiles;
  readonly record: (tx: Transaction, acts: readonly CreditAct[]) => Promise<number>;
  readonly people: Pick<People, 'refs' | 'mailboxes'>;
  readonly identities: Pick<Identities, 'administrators'>;
  readonly notifications: Pick<Notifications, 'mailNow' | 'announce'>;
}
export interface KeysDeps extends KeysSetup {
  readonly store: KeyChangesStore;
}
/** False where she has no mailbox. */
export async function tellAdministrator(
  deps: KeysDeps,
  tx: Transaction,
  told: {
    readonly person: PersonId;
    readonly step: KeyMailStep;
    readonly said: Parameters<typeof keyMail>[2];
  },
): Promise<boolean> {
  const mailbox = (await deps.people.mailboxes([told.person], tx)).get(told.person);
  if (mailbox === undefined || mailbox.mail === null) return false;
  const { subject, paragraphs, label } = keyMail(told.step, mailbox.language, told.said);
  const link = { url: new URL('/registre', deps.publicUrl).href, label };
  await deps.notifications.mailNow(tx, { person: told.person, subject, paragraphs, link });
  return true;
}

/** How things stand, for the page of administrators. */
export async function shown(deps: KeysDeps) {
  await deps.sign.begin();
  const records = await deps.store.all();
  const refs = await deps.people.refs(records.flatMap(({ by, second }) => [by, second ?? []].flat()));
  const fault = deps.live.fault();
  const lost = deps.sign.lost();
  const now = deps.clock.now();
  return {
    state: fault !== null ? ('refuses' as const) : lost === null ? ('signs' as const) : ('lost' as const),
    reason: fault,
    current: lost?.old ?? deps.keys.current(),
    changes: records.flatMap((record) => {
      const by = refs.get(record.by);
      if (by === undefined) return [];
      return [
        {
          id: record.id,
          kind: record.kind,
          state: keyChangeStateAt(record, now),
          by,
          second: (record.second && refs.get(record.second)) ?? null,
          askedAt: record.askedAt.toISOString(),
          expiresAt: record.expiresAt?.toISOString() ?? null,
          doneAt: record.doneAt?.toISOString() ?? null,
          newKey: record.newKey,
        },
      ];
    }),
  };
}
