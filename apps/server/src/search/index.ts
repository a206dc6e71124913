/** Finding ideas: lists in order, words that forgive, what is alike. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type { ChallengeId, IdeaId, ListQuery, PersonId, Phase } from '@butinerie/contracts';
import { afterClosing } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Choices, Found } from './board.ts';
import { findSimilar } from './find-similar.ts';
import { followIdeas, type FollowDeps } from './follow-ideas.ts';

export { createIdeaIndex, type IdeaIndex } from './idea-index.ts';

export interface FoundIdeas extends Choices, Found {}

export interface Search {
  list(
    challenge: ChallengeId,
    query: ListQuery,
    reader: { readonly person: PersonId; readonly phase: Phase },
  ): Promise<FoundIdeas>;
  /** Pairs of listed ideas that may say the same thing. */
  alike(challenge: ChallengeId): Promise<readonly (readonly [IdeaId, IdeaId])[]>;
}

export interface SearchSetup extends FollowDeps {
  readonly challenges: Challenges;
  readonly pseudonyms: Pick<Pseudonyms, 'selvesOf'>;
}

export function createSearch(setup: SearchSetup): Search & {
  serve(api: Api<Speaker>): void;
  /** Reads every listed idea, in the background: whoever lists meanwhile waits for the records, whoever searches for the words. */
  start(): void;
  stop(): Promise<void>;
} {
  const followed = followIdeas(setup);
  return {
    async list(challenge, { from = 0, count = contracts.LIST_LIMIT, ...filters }, { person, phase }) {
      const words = (filters.search ?? '').trim() !== '';
      const board = await (words ? followed.searchable(challenge) : followed.board(challenge));
      if (board === null) return { ids: [], total: 0, directorates: [], states: [] };
      const order = afterClosing(phase) ? 'alphabet' : ({ own: person } as const);
      return { ...board.list(filters, order, { from, count }), ...board.choices() };
    },
    alike: async (challenge) => (await followed.searchable(challenge))?.alike() ?? [],
    serve(api) {
      serve(api, contracts.findSimilar, ({ params, body, speaker }) =>
        findSimilar({ ...setup, board: followed.searchable })(params.challenge, body, speaker),
      );
    },
    start: followed.start,
    stop: followed.stop,
  };
}
