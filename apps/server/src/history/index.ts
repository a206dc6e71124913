/** What a text was, day by day, and going back to it. Nothing of it is stored: it is read from the log. */
import * as contracts from '@butinerie/contracts';
import type { IdeaId } from '@butinerie/contracts';
import type { LogRow, Provenance } from '@butinerie/collaboration/server';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import type { Database } from '../platform/mongo.ts';
import { readTextHistory, readTextVersion } from './read-history.ts';
import { restoreRemoval, restoreVersion } from './restore.ts';
import { watchRemovals } from './watch-removals.ts';

export interface HistoryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: Pick<People, 'refs'>;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly documents: Documents;
  readonly notifications: Notifications;
  /** Whose words a log is made of, and who took which out. */
  readonly provenance: (idea: IdeaId, rows: readonly LogRow[]) => Promise<Provenance>;
  /** The zone in which a row's moment becomes a day. */
  readonly timeZone: string;
}

export function createHistory(deps: HistoryDeps): { serve(api: Api<Speaker>): void; stop(): Promise<void> } {
  const watching = watchRemovals(deps);
  return {
    serve(api) {
      serve(api, contracts.readTextHistory, ({ params, speaker }) =>
        readTextHistory(deps)(params.idea, speaker),
      );
      serve(api, contracts.readTextVersion, ({ params, speaker }) => readTextVersion(deps)(params, speaker));
      serve(api, contracts.restoreVersion, ({ params, speaker }) => restoreVersion(deps)(params, speaker));
      serve(api, contracts.restoreRemoval, ({ params, speaker }) => restoreRemoval(deps)(params, speaker));
    },
    stop: () => watching.stop(),
  };
}
