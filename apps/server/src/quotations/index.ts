/** Passages of sealed ideas that stand in older ideas of other people: found at the seal, answered by the authors. */
import * as contracts from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import { answerQuotation } from './answer-quotation.ts';
import type { QuotationSetup, ServedDeps } from './deps.ts';
import { compareChallenge, compareLate } from './find-quotations.ts';
import { quotationStore } from './quotations.store.ts';
import { showQuotations } from './show-quotations.ts';

export function createQuotations(setup: QuotationSetup): {
  serve(api: Api<Speaker>, within: ServedDeps['within']): void;
} {
  const store = quotationStore(setup.database.connection);
  return {
    serve(api, within) {
      const deps: ServedDeps = { ...setup, store, within };
      setup.ideas.onSealed({ all: compareChallenge(deps), late: compareLate(deps) });

      serve(api, contracts.listQuotations, ({ params, speaker }) =>
        showQuotations(deps)(params.idea, speaker),
      );
      serve(api, contracts.answerQuotation, ({ params, body, speaker }) =>
        answerQuotation(deps)(params, body, speaker),
      );
    },
  };
}
