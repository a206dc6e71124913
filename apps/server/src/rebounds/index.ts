/** What one adds to another's idea. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type { IdeaId, PersonId, PersonRef, Rebound, ReboundId } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { declineRebound } from './decline-rebound.ts';
import { asSeen, askedAbout, type ReboundDeps } from './deps.ts';
import { reboundOnIdea } from './rebound-on-idea.ts';
import { reboundStore } from './rebounds.store.ts';
import { finishTakings, takeRebound } from './take-rebound.ts';

export interface ReboundRecord {
  readonly id: ReboundId;
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly text: string;
  readonly at: Date;
  readonly answer: 'open' | 'taken' | 'declined';
  readonly answeredAt: Date | null;
  readonly grownInto: IdeaId | null;
  /** The passage it would be said instead of; null for a rebound beside the text. */
  readonly instead: string | null;
  /** Why it was left beside the text; empty where nobody said. */
  readonly reason: string;
}

/** Who began to take a rebound into the text, and with which line. */
export interface Taking {
  readonly by: PersonId;
  readonly at: Date;
  readonly brought: string | null;
  /** To the end of the text rather than where its passage stands. */
  readonly atEnd?: boolean;
}

export interface Rebounds {
  ofIdea(idea: IdeaId): Promise<ReboundRecord[]>;
  /** Of a person, under any of these identifiers. */
  byPerson(selves: readonly PersonId[]): Promise<ReboundRecord[]>;
  counts(ideas: readonly IdeaId[]): Promise<Map<IdeaId, number>>;
  record(id: ReboundId, tx?: Transaction): Promise<ReboundRecord | null>;
  /** As people see it; `passages`: of the text as it stands, asked of open suggestions only. */
  seen(
    rebound: ReboundRecord,
    known: { readonly person: PersonRef; readonly passages: readonly string[] },
  ): Rebound;
  markGrown(tx: Transaction, id: ReboundId, into: IdeaId): Promise<void>;
  /** What was said before the idea was one, kept as a rebound on it; told by whoever brings it. */
  create(tx: Transaction, record: ReboundRecord): Promise<void>;
}

export function createRebounds(
  setup: Omit<ReboundDeps, 'store'>,
): Rebounds & { serve(api: Api<Speaker>): void; start(): Promise<void> } {
  const store = reboundStore(setup.database.connection);
  const deps: ReboundDeps = { ...setup, store };
  return {
    ofIdea: (idea) => store.ofIdea(idea),
    byPerson: (selves) => store.byPerson(selves),
    counts: (ideas) => store.counts(ideas),
    record: (id, tx) => store.record(id, tx),
    seen: asSeen,
    markGrown: (tx, id, into) => store.markGrown(tx, id, into),
    create: (tx, record) => store.create(tx, record),
    start: () => finishTakings(deps),
    serve(api) {
      serve(api, contracts.reboundOnIdea, ({ params, body, speaker }) =>
        reboundOnIdea(deps)(params.idea, body, speaker),
      );
      serve(api, contracts.readPassages, async ({ params, speaker }) => {
        const about = await askedAbout(deps, params.idea, speaker);
        if (!about.ok) return about;
        return contracts.ok({ passages: [...(await deps.documents.passages(params.idea))] });
      });
      serve(api, contracts.takeRebound, ({ params, body, speaker }) =>
        takeRebound(deps)(params.rebound, body, speaker),
      );
      serve(api, contracts.declineRebound, ({ params, body, speaker }) =>
        declineRebound(deps)(params.rebound, body.reason, speaker),
      );
    },
  };
}
