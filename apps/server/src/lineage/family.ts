/** Walks up or down a family: by what ideas say they grew from, and by what the ledger knows of merged ones. */
import { FAMILY_LIMIT, type IdeaId } from '@butinerie/contracts';
import type { Ledger } from '../attribution/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';

export interface FamilyDeps {
  readonly ideas: Pick<Ideas, 'byIds' | 'grownFrom'>;
  readonly ledger: Pick<Ledger, 'credits' | 'grownFrom'>;
}

export interface Family {
  /** Everybody met, those it began with included. */
  readonly ideas: ReadonlyMap<IdeaId, IdeaRecord>;
  /** The parents of each, among them. */
  readonly parents: ReadonlyMap<IdeaId, readonly IdeaId[]>;
  /** Not everybody was met. */
  readonly more: boolean;
}

type Step = (deps: FamilyDeps, from: readonly IdeaRecord[]) => Promise<(readonly [IdeaId, IdeaId])[]>;

/** Each with one of its parents. */
const up: Step = async ({ ledger }, from) => {
  const credits = await ledger.credits(from.map(({ id }) => id));
  return from.flatMap(({ id, parents }) =>
    [...new Set([...parents, ...(credits.get(id)?.parents ?? [])])].map((parent) => [id, parent] as const),
  );
};
const down: Step = async ({ ideas, ledger }, from) => {
  const ids = from.map(({ id }) => id);
  const [said, known] = await Promise.all([ideas.grownFrom(ids), ledger.grownFrom(ids)]);
  const met = new Set(ids);
  return [
    ...said.flatMap(({ id, parents }) =>
      parents.filter((parent) => met.has(parent)).map((p) => [id, p] as const),
    ),
    ...known,
  ];
};

/** `reads`: whom the walk may pass through; the others are as if they were not there. */
export async function familyOf(
  deps: FamilyDeps,
  start: readonly IdeaRecord[],
  where: {
    readonly way: 'up' | 'down' | 'both';
    readonly reads: (ideas: readonly IdeaRecord[]) => Promise<readonly IdeaRecord[]>;
  },
): Promise<Family> {
  const met = new Map(start.map((idea) => [idea.id, idea]));
  let more = false;
  for (const way of where.way === 'both' ? (['up', 'down'] as const) : [where.way]) {
    const step = way === 'up' ? up : down;
    const walked = new Set(start.map(({ id }) => id));
    let front = start;
    while (front.length > 0) {
      const links = await step(deps, front);
      const ahead = new Set(links.map(([child, parent]) => (way === 'up' ? parent : child)));
      const fresh = [...ahead].filter((id) => !walked.has(id));
      const found = await where.reads(await deps.ideas.byIds(fresh));
      front = found.slice(0, Math.max(0, FAMILY_LIMIT - met.size));
      more ||= front.length < found.length;
      for (const idea of front) {
        walked.add(idea.id);
        met.set(idea.id, idea);
      }
    }
  }
  // Also between two who were met on different ways.
  const parents = new Map<IdeaId, IdeaId[]>([...met.keys()].map((id) => [id, []]));
  for (const [child, parent] of await up(deps, [...met.values()]))
    if (met.has(parent)) parents.get(child)?.push(parent);
  return { ideas: met, parents, more };
}
