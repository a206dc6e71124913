/** Moderators choose with a written reason for every idea; a second person confirms. */
import * as contracts from '@butinerie/contracts';
import type { Edges } from '../accounts/index.ts';
import { serve } from '../platform/http.ts';
import { answerIdea } from './answer-idea.ts';
import { confirmResults } from './confirm-results.ts';
import type { SelectionDeps } from './deps.ts';
import { proposeResults } from './propose-results.ts';
import { readSelection } from './read-selection.ts';

export function createSelection(deps: SelectionDeps): { serve(edges: Pick<Edges, 'http'>): void } {
  return {
    serve({ http }) {
      serve(http, contracts.readSelection, ({ params, speaker }) =>
        readSelection(deps)(params.challenge, speaker),
      );
      serve(
        http,
        contracts.answerIdea,
        ({ params, body, speaker }) => answerIdea(deps)(params, body, speaker),
        { asHerself: true },
      );
      serve(http, contracts.proposeResults, ({ params, body, speaker }) =>
        proposeResults(deps)(params.challenge, body.version, speaker),
      );
      serve(http, contracts.confirmResults, ({ params, body, speaker }) =>
        confirmResults(deps)(params.challenge, body.version, speaker),
      );
    },
  };
}
