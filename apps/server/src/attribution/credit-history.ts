/** Everything the ledger holds about one idea, in order, with the names of today. */
import type { IdeaId, PersonRef } from '@butinerie/contracts';
import type { People } from '../accounts/index.ts';
import { eventOf, type LedgerStore } from './ledger.store.ts';
import type { LiveLedger } from './live-ledger.ts';
import { peopleIn, rebounderOf } from './named-in.ts';

interface HistoryDeps {
  readonly ledger: LedgerStore;
  readonly live: LiveLedger;
  readonly people: Pick<People, 'refs'>;
}

export async function creditHistory({ ledger, live, people }: HistoryDeps, idea: IdeaId) {
  await live.catchUp();
  const events = (await ledger.about([idea])).flatMap((row) => eventOf(row) ?? []);
  const told = events.map((event) => ({
    event,
    by: peopleIn(event.by)[0],
    person:
      peopleIn([Reflect.get(event, 'p'), Reflect.get(event, 'add')])[0] ?? rebounderOf(event, live.credits),
  }));
  const refs = await people.refs(new Set(told.flatMap(({ by, person }) => [by ?? [], person ?? []].flat())));
  const ref = (person: Parameters<typeof refs.get>[0] | undefined): PersonRef | null =>
    (person && refs.get(person)) ?? null;
  return {
    size: live.tree.size,
    events: told.map(({ event: { n, k, t }, by, person }) => ({
      n,
      kind: k,
      at: t,
      by: ref(by),
      person: ref(person),
      idea,
    })),
  };
}
