/** What becomes of people's names: asked, confirmed, cancelled, and done when its delay is over. */
import * as contracts from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { mayOrderNameChange } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { wakeAt } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import { lookedAfter } from '../platform/servers/looked-after.ts';
import { limiter } from '../platform/rates.ts';
import { askNameChange } from './ask-name-change.ts';
import { cancelNameChange } from './cancel-name-change.ts';
import { confirmNameChange } from './confirm-name-change.ts';
import { shown, type NamesDeps, type NamesSetup } from './deps.ts';
import { namesStore } from './names.store.ts';
import { orderNameChange } from './order-name-change.ts';
import { perform } from './perform.ts';

/** A code is eight digits: nobody has a mailbox filled, or tries them all over many requests. */
const ASKING = { points: 5, seconds: 3_600 };
/** Of what failed. */
const RETRY_AFTER = 60_000;

export function createNames(setup: NamesSetup) {
  let cancel = (): void => {};
  let stopped = true;
  let round: Promise<void> = Promise.resolve();
  const look = (): void => {
    round = round
      .then(() => (stopped ? undefined : lookOnce()))
      .catch((error: unknown) => {
        setup.log.error({ err: error }, 'requests about names were not followed; trying again');
        wake(soon());
      });
  };
  const soon = (): Date => new Date(setup.clock.now().getTime() + RETRY_AFTER);
  const wake = (at: Date): void => {
    if (!stopped) cancel = wakeAt(setup.clock, at, look);
  };
  const tellOthers = lookedAfter(setup.wakeUps, 'names', look);
  const deps: NamesDeps = {
    ...setup,
    store: namesStore(setup.database.connection),
    changed() {
      look();
      tellOthers();
    },
  };

  async function lookOnce(): Promise<void> {
    cancel();
    const waiting = await deps.store.waiting();
    // One reading of the clock: what falls due while the others are done is ahead, and looked at again at once.
    const now = deps.clock.now();
    const next = waiting.flatMap(({ dueAt }) => (dueAt !== null && dueAt > now ? [dueAt] : []));
    for (const record of waiting)
      if (record.dueAt !== null && record.dueAt <= now)
        await perform(deps, record).catch((error: unknown) => {
          // The others do not wait for it.
          deps.log.error({ err: error, request: record.id }, 'a name was not changed; trying again');
          next.push(soon());
        });
    const [first] = next.sort((a, b) => a.getTime() - b.getTime());
    if (first !== undefined) wake(first);
  }

  return {
    serve(api: Api<Speaker>): void {
      const mayAsk = limiter(ASKING);
      serve(api, contracts.readMyNameRequests, async ({ speaker }) =>
        ok({ requests: await shown(deps, await deps.store.of(speaker.person)) }),
      );
      serve(api, contracts.askNameChange, async ({ body, speaker }) => {
        const tooOften = await mayAsk(speaker.person);
        return tooOften ? { ok: false, failure: tooOften } : askNameChange(deps, body, speaker);
      });
      serve(api, contracts.confirmNameChange, ({ params, body, speaker }) =>
        confirmNameChange(deps, { id: params.request, typed: body.code }, speaker),
      );
      serve(api, contracts.cancelNameChange, ({ params, speaker }) =>
        cancelNameChange(deps, params.request, speaker),
      );
      serve(api, contracts.orderNameChange, ({ body, speaker }) => orderNameChange(deps, body, speaker));
      serve(api, contracts.listNameRequests, async ({ speaker }) =>
        mayOrderNameChange(speaker)
          ? ok({ requests: await shown(deps, await deps.store.all()), people: await deps.people.all() })
          : refuse('not-allowed', { act: 'listNameRequests', why: 'data-protection-officers' }),
      );
    },
    start(): void {
      stopped = false;
      look();
    },
    async stop(): Promise<void> {
      stopped = true;
      cancel();
      await round;
      cancel();
    },
  };
}
