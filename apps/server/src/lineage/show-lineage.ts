/** Families and what was earned in them, as people see them. */
import type { AnswerOf, Failure, IdeaId, IdeaRef, Impact, readLineage, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { childrenOf, earnedIn, mayModerate, mayReadIdea, parentsFirst, waysFrom } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { familyOf, type Family } from './family.ts';
import type { LineageDeps } from './index.ts';

/** What was published and may be read, wherever it is. */
const readBy =
  (deps: LineageDeps, reader: Speaker) =>
  async (found: readonly IdeaRecord[]): Promise<readonly IdeaRecord[]> => {
    const within = await deps.within(
      reader,
      found.map(({ challenge }) => challenge),
    );
    return found.filter(
      (idea) =>
        idea.publishedAt !== null &&
        within.has(idea.challenge) &&
        mayReadIdea(idea, reader.person, mayModerate(reader, idea.challenge)),
    );
  };

interface Drawn {
  readonly ref: (id: IdeaId) => IdeaRef;
  readonly adoptedBy: (id: IdeaId) => string | null;
}

async function drawn(deps: LineageDeps, { ideas }: Family): Promise<Drawn> {
  const records = [...ideas.values()];
  const [credited, adoptions] = await Promise.all([
    deps.ideas.credited(records),
    deps.adoptions.ofIdeas(records.filter(({ state }) => earnedIn(state) !== null).map(({ id }) => id)),
  ]);
  const ref = (id: IdeaId): IdeaRef => ({
    id,
    title: ideas.get(id)?.title ?? '',
    originators: credited.get(id)?.originators ?? [],
  });
  return { ref, adoptedBy: (id) => adoptions.get(id)?.directorate.name ?? null };
}

function impactOn(from: IdeaId, family: Family, { ref, adoptedBy }: Drawn): Impact[] {
  return [...waysFrom(from, childrenOf(family.parents))].flatMap(([id, way]) => {
    const idea = family.ideas.get(id);
    const earned = idea === undefined ? null : earnedIn(idea.state);
    return earned === null ? [] : [{ idea: ref(id), earned, adoptedBy: adoptedBy(id), path: way.map(ref) }];
  });
}

export const showLineage =
  (deps: LineageDeps) =>
  async (
    id: IdeaId,
    reader: Speaker,
  ): Promise<Result<AnswerOf<typeof readLineage>, Failure<'not-found'>>> => {
    const idea = await deps.ideas.record(id);
    if (idea === null || !mayReadIdea(idea, reader.person, mayModerate(reader, idea.challenge)))
      return refuse('not-found', { what: 'idea' });
    const family = await familyOf(deps, [idea], { way: 'both', reads: readBy(deps, reader) });
    const names = await drawn(deps, family);
    return ok({
      family: parentsFirst(family.parents).flatMap((each) => {
        const record = family.ideas.get(each);
        if (record === undefined) return [];
        const parents = [...(family.parents.get(each) ?? [])];
        return [{ ...names.ref(each), state: record.state, adoptedBy: names.adoptedBy(each), parents }];
      }),
      impact: impactOn(id, family, names),
      more: family.more,
    });
  };

/** What came of the ideas that name her, in ideas that do not; each once, by the nearest of hers. */
export const showImpact =
  (deps: LineageDeps) =>
  async (reader: Speaker): Promise<Impact[]> => {
    const selves = deps.pseudonyms.selvesOf(reader.person);
    const [written, rebounds] = await Promise.all([deps.ideas.named(selves), deps.rebounds.byPerson(selves)]);
    const rebounded = await deps.ideas.byIds(rebounds.map(({ idea }) => idea));
    const reads = readBy(deps, reader);
    const own = new Map((await reads([...written, ...rebounded])).map((idea) => [idea.id, idea]));
    const family = await familyOf(deps, [...own.values()], { way: 'down', reads });
    const names = await drawn(deps, family);
    const nearest = new Map<IdeaId, Impact>();
    for (const id of own.keys())
      for (const impact of impactOn(id, family, names)) {
        const known = nearest.get(impact.idea.id);
        if (own.has(impact.idea.id) || (known && known.path.length <= impact.path.length)) continue;
        nearest.set(impact.idea.id, impact);
      }
    return [...nearest.values()];
  };
