/** The routes by which two administrators change the key of the register. */
import * as contracts from '@butinerie/contracts';
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import { mayAdminister } from '@butinerie/domain';
import type { Speaker } from '../../accounts/index.ts';
import { serve, type Api } from '../../platform/http.ts';
import { askKeyChange, cancelKeyChange, sendKeyCode } from './ask-key-change.ts';
import { confirmKeyChange } from './confirm-key-change.ts';
import { shown, type KeysDeps, type KeysSetup } from './deps.ts';
import { keyChangesStore } from './key-changes.store.ts';
import { limiter } from '../../platform/rates.ts';

/** Nobody has a mailbox filled, or tries codes all over many requests. */
const ASKING = { points: 6, seconds: 3_600 };

export function serveKeys(api: Api<Speaker>, setup: KeysSetup): void {
  const deps: KeysDeps = { ...setup, store: keyChangesStore(setup.database.connection) };
  const mayAsk = limiter(ASKING);
  const told = async <Refused extends Failure>(
    done: Result<true, Refused>,
  ): Promise<Result<Awaited<ReturnType<typeof shown>>, Refused>> => {
    deps.notifications.announce([]);
    return done.ok ? ok(await shown(deps)) : done;
  };
  serve(api, contracts.readRegisterKeys, async ({ speaker }) =>
    mayAdminister(speaker)
      ? ok(await shown(deps))
      : refuse('not-allowed', { act: 'readRegisterKeys', why: 'administrators' }),
  );
  serve(api, contracts.askKeyChange, async ({ body, speaker }) => {
    const tooOften = await mayAsk(speaker.person);
    return tooOften
      ? { ok: false as const, failure: tooOften }
      : told(await askKeyChange(deps, body, speaker));
  });
  serve(api, contracts.sendKeyCode, async ({ params, speaker }) => {
    const tooOften = await mayAsk(speaker.person);
    return tooOften
      ? { ok: false, failure: tooOften }
      : told(await sendKeyCode(deps, params.change, speaker));
  });
  serve(api, contracts.confirmKeyChange, async ({ params, body, speaker }) =>
    told(await confirmKeyChange(deps, { id: params.change, typed: body.code }, speaker)),
  );
  serve(api, contracts.cancelKeyChange, async ({ params, speaker }) =>
    told(await cancelKeyChange(deps, params.change, speaker)),
  );
}
