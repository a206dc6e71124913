/** Bringing a challenge in with its ideas, authors and supports, and giving everything back. */
import * as contracts from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { serve, serveTask, type Api } from '../platform/http.ts';
import type { TransferDeps } from './deps.ts';
import { exportChallenge } from './export-challenge.ts';
import { importChallenge } from './import-challenge.ts';

export function createTransfer(deps: TransferDeps): { serve(api: Api<Speaker>): void } {
  return {
    serve(api) {
      serveTask(api, contracts.importChallenge, ({ body, speaker }) =>
        importChallenge(deps)(body, speaker?.person ?? null),
      );
      serve(api, contracts.exportChallenge, ({ params, speaker }) =>
        exportChallenge(deps)(params.challenge, speaker),
      );
    },
  };
}
