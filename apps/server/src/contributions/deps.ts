/** What the use cases of this slice are handed by the composition root. */
import type { Contribution } from '@butinerie/contracts';
import type { People } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Discussion } from '../discussion/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { ContributionStore } from './contributions.store.ts';
import type { ContributionRecord } from './index.ts';

export interface ContributionSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly ledger: Ledger;
  readonly people: People;
  readonly notifications: Notifications;
  readonly discussion: Discussion;
}
export interface ContributionDeps extends ContributionSetup {
  readonly store: ContributionStore;
}

/** As people see them, with names. */
export async function shownAll(
  { people }: Pick<ContributionSetup, 'people'>,
  records: readonly ContributionRecord[],
): Promise<Contribution[]> {
  const refs = await people.refs(records.flatMap(({ person, by }) => [person, by]));
  return records.map((record) => {
    const [person, by] = [refs.get(record.person), refs.get(record.by)];
    if (!person || !by) throw new Error(`the contribution ${record.about} names somebody who is not known`);
    return { ...record, person, by, at: record.at.toISOString() };
  });
}

export async function shown(
  deps: Pick<ContributionSetup, 'people'>,
  record: ContributionRecord,
): Promise<Contribution> {
  const [one] = await shownAll(deps, [record]);
  if (one === undefined) throw new Error('a contribution was not shown');
  return one;
}
