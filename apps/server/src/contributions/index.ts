/** Lines on what people brought. What other slices may ask of them. */
import * as contracts from '@butinerie/contracts';
import type { CommentId, Contribution, IdeaId, PersonId, ReboundId } from '@butinerie/contracts';
import type { People, Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import { contributionStore } from './contributions.store.ts';
import { creditComment } from './credit-comment.ts';
import { shownAll, type ContributionSetup } from './deps.ts';

export interface ContributionRecord {
  readonly idea: IdeaId;
  readonly about: CommentId | ReboundId;
  readonly person: PersonId;
  readonly brought: string;
  readonly by: PersonId;
  readonly at: Date;
}

export interface Contributions {
  ofIdea(idea: IdeaId): Promise<Contribution[]>;
  /** In the commit of the act that it is said with. */
  keep(tx: Transaction, record: ContributionRecord): Promise<void>;
}

interface Setup {
  readonly database: Database;
  readonly people: People;
}

export function createContributions(setup: Setup): Contributions & {
  serve(api: Api<Speaker>, late: Omit<ContributionSetup, keyof Setup>): void;
} {
  const store = contributionStore(setup.database.connection);
  return {
    ofIdea: async (idea) => shownAll(setup, await store.ofIdea(idea)),
    keep: (tx, record) => store.keep(tx, record),
    serve(api, late) {
      const deps = { ...setup, ...late, store };
      serve(api, contracts.creditComment, ({ params, body, speaker }) =>
        creditComment(deps)(params.comment, body.brought, speaker),
      );
    },
  };
}
