/** Ideas of agents without a mailbox. Nothing else of the server asks anything of it. */
import * as contracts from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { serve, serveAnyone, type Api } from '../platform/http.ts';
import type { EntriesSetup, EntryDeps } from './deps.ts';
import { enterIdea } from './enter-idea.ts';
import { entryStore } from './entries.store.ts';
import { claimEntry, followEntry, readEntry } from './follow-entry.ts';
import { findKiosk, kioskOf, openKiosk, readKiosk, shutKiosk } from './kiosk.ts';

/** Of an address: an office may share one. Sixty random bits are not found by trying, at any pace. */
const CODES = { points: 60, seconds: 900 };
const KIOSK_ENTRIES = { points: 60, seconds: 3_600 };

export function createEntries(setup: EntriesSetup): { serve(api: Api<Speaker>): void } {
  const deps: EntryDeps = { ...setup, store: entryStore(setup.database.connection) };
  return {
    serve(api) {
      serve(api, contracts.enterIdea, ({ params, body, speaker }) =>
        enterIdea(deps)({ ...params, ...body }, speaker),
      );
      serve(api, contracts.readEntry, ({ params, speaker }) => readEntry(deps)(params.idea, speaker));
      serve(api, contracts.openKiosk, ({ params, speaker }) => openKiosk(deps)(params.challenge, speaker));
      serve(api, contracts.findKiosk, ({ params, speaker }) => findKiosk(deps)(params.challenge, speaker));
      serve(api, contracts.shutKiosk, ({ params, speaker }) => shutKiosk(deps)(params.challenge, speaker));
      serveAnyone(api, contracts.followEntry, ({ body }) => followEntry(deps)(body), { rate: CODES });
      serveAnyone(api, contracts.claimEntry, ({ body }) => claimEntry(deps)(body), { rate: CODES });
      serveAnyone(api, contracts.readKiosk, ({ body }) => readKiosk(deps)(body), { rate: CODES });
      serveAnyone(
        api,
        contracts.enterAtKiosk,
        async ({ body: { token, ...entering } }) => {
          const opened = await kioskOf(deps, token);
          if (!opened.ok) return opened;
          const { kiosk, by } = opened.value;
          return enterIdea(deps)({ challenge: kiosk.challenge, ...entering }, by);
        },
        { rate: KIOSK_ENTRIES },
      );
    },
  };
}
