/** Keeps a draft from its first word: the words go into the living document at once, as the author's. */
import type {
  AnswerOf,
  CodesOf,
  Failure,
  IdeaId,
  Particulars,
  Result,
  saveDraft as contract,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import {
  keepParticulars,
  lengthOf,
  mayModerate,
  mayReadIdea,
  NO_PARTICULARS,
  saveDraft as decide,
  type GrowingRebound,
  type Lineage,
} from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { askedIn, factsOf, particularsOf, type IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

type Draft = z.infer<(typeof contract)['body']>;
type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const saveDraft =
  (deps: IdeaDeps) =>
  async (idea: IdeaId, draft: Draft, by: Speaker): Promise<Answer> => {
    const asked = await askedIn(deps, draft.challenge, by);
    if (!asked.ok) return asked;
    const current = await deps.store.record(idea);
    const grownFrom = await reboundOf(deps, draft);
    if (!grownFrom.ok) return grownFrom;
    const parents = await parentsOf(deps, draft, by);
    if (!parents.ok) return parents;
    const grownOn = grownFrom.value === null ? [] : [grownFrom.value.idea];
    const lineage = await lineageOf(deps, [...draft.parents, ...grownOn]);
    const decided = decide(
      current && { ...factsOf(current), challenge: current.challenge },
      { idea, parents: draft.parents, grownFrom: grownFrom.value, lineage },
      asked.value.asked,
    );
    if (!decided.ok) return decided;

    const { created, at, parents: linked } = decided.value;
    const sent = draft.particulars;
    const particulars =
      sent === undefined
        ? ok({})
        : keepParticulars(
            asked.value.challenge,
            sent,
            current === null ? NO_PARTICULARS : particularsOf(current),
          );
    if (!particulars.ok) return particulars;
    const keeping = { idea, draft, by, parents: linked, at, created, particulars: particulars.value };
    const kept = await keep(deps, keeping);
    if (!kept.ok) return kept;
    const text = { title: draft.title, text: draft.text };
    const written = await deps.documents.setText(idea, by.person, 'draft', text);
    if (!written.ok) return written;
    return ok({
      idea,
      savedAt: at.toISOString(),
      titleLength: lengthOf(written.value.title),
      textLength: lengthOf(written.value.text),
    });
  };

interface Keeping {
  idea: IdeaId;
  draft: Draft;
  by: Speaker;
  parents: readonly IdeaId[];
  at: Date;
  created: boolean;
  /** Empty where they were not sent. */
  particulars: Partial<Particulars>;
}

async function keep(
  deps: IdeaDeps,
  keeping: Keeping,
): Promise<Result<true, Failure<'id-taken' | 'idea-state'>>> {
  const { idea, draft, by, parents, at, created, particulars } = keeping;
  try {
    return await deps.database.transaction(async (tx) => {
      if (created) await deps.store.create(tx, newDraft(keeping));
      else if (
        !(await deps.store.amend(tx, idea, 'draft', {
          parents,
          savedAt: at,
          ...wishOf(draft),
          ...particulars,
        }))
      )
        return refuse('idea-state', { state: 'published', act: 'saveDraft' });
      if (created && draft.grownFrom !== null) await deps.rebounds.markGrown(tx, draft.grownFrom, idea);
      return ok(true);
    });
  } catch (error) {
    // Two first saves of the same draft crossed: the other one made it, this one's words are written all the same.
    if (!created || !isDuplicateKey(error)) throw error;
    const other = await deps.store.record(idea);
    return other?.originators.includes(by.person) ? ok(true) : refuse('id-taken', { id: idea });
  }
}

/** Unsaid, the author's wish stays what it was. */
function wishOf({ underPseudonym }: Draft): Pick<IdeaRecord, 'underPseudonym'> {
  return underPseudonym === undefined ? {} : { underPseudonym };
}

function newDraft({ idea, draft, by, parents, at, particulars }: Keeping): IdeaRecord {
  return {
    id: idea,
    challenge: draft.challenge,
    state: 'draft',
    title: '',
    text: '',
    theme: null,
    answers: [],
    ...particulars,
    originators: [by.person],
    coauthors: [],
    requests: [],
    openTo: 'invited',
    parents,
    grownFrom: draft.grownFrom,
    ...wishOf(draft),
    savedAt: at,
    publishedAt: null,
    seal: null,
    answer: null,
    answerPublishedAt: null,
    withdrawal: null,
    source: null,
    importedSupports: 0,
  };
}

async function reboundOf(
  deps: IdeaDeps,
  { grownFrom }: Draft,
): Promise<Result<GrowingRebound | null, Failure<'not-found'>>> {
  if (grownFrom === null) return ok(null);
  const rebound = await deps.rebounds.record(grownFrom);
  return rebound === null ? refuse('not-found', { what: 'rebound' }) : ok(rebound);
}

/** What an idea builds on is published and readable; anything else would tell of other people's drafts. */
async function parentsOf(
  deps: IdeaDeps,
  { parents, challenge }: Draft,
  by: Speaker,
): Promise<Result<true, Failure<'not-found'>>> {
  const found = await deps.store.byIds(parents);
  const readable = found.filter(
    (parent) => parent.publishedAt !== null && mayReadIdea(parent, by.person, mayModerate(by, challenge)),
  );
  return readable.length === new Set(parents).size ? ok(true) : refuse('not-found', { what: 'parent' });
}

/** Parents of parents as far as they go: what a cycle could be made of. */
async function lineageOf(deps: IdeaDeps, from: readonly IdeaId[]): Promise<Lineage> {
  const lineage = new Map<IdeaId, readonly IdeaId[]>();
  let ahead = [...from];
  while (ahead.length > 0) {
    const found = await deps.store.byIds(ahead);
    for (const idea of found) lineage.set(idea.id, idea.parents);
    ahead = found.flatMap((idea) => idea.parents).filter((id) => !lineage.has(id));
  }
  return lineage;
}
