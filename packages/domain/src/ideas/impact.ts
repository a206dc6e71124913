/** What an idea earns counts on every idea it grew from: found by the shortest way down, told once to each person. */
import type { Earned, IdeaId, IdeaState, PersonId } from '@butinerie/contracts';
import type { Lineage } from './lineage.ts';

const EARNED_IN: Readonly<Partial<Record<IdeaState, Earned>>> = {
  selected: 'selected',
  // Chosen all the same, and adopted all the same.
  declined: 'selected',
  adopted: 'adopted',
  in_progress: 'adopted',
  abandoned: 'adopted',
  delivered: 'delivered',
  measured: 'measured',
};

/** How far an idea got; null while it earned nothing, and of what is out of sight. */
export const earnedIn = (state: IdeaState): Earned | null => EARNED_IN[state] ?? null;

/** From each parent to those that grew from it. */
export function childrenOf(lineage: Lineage): Lineage {
  const children = new Map<IdeaId, IdeaId[]>();
  for (const [child, parents] of lineage)
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), child]);
  return children;
}

/** The shortest way to everything that can be reached from `start`, itself left out; the nearest first. */
export function waysFrom(start: IdeaId, next: Lineage): ReadonlyMap<IdeaId, readonly IdeaId[]> {
  const ways = new Map<IdeaId, readonly IdeaId[]>([[start, [start]]]);
  for (const [id, way] of ways)
    for (const further of next.get(id) ?? []) if (!ways.has(further)) ways.set(further, [...way, further]);
  ways.delete(start);
  return ways;
}

/** Parents before children; what stands in a circle, which no rule lets in, comes last as it was. */
export function parentsFirst(lineage: Lineage): readonly IdeaId[] {
  const placed = new Set<IdeaId>();
  let left = [...lineage.keys()];
  while (left.length > 0) {
    const ready = left.filter((id) =>
      (lineage.get(id) ?? []).every((parent) => placed.has(parent) || !lineage.has(parent)),
    );
    if (ready.length === 0) return [...placed, ...left];
    for (const id of ready) placed.add(id);
    left = left.filter((id) => !placed.has(id));
  }
  return [...placed];
}

export interface Upstream {
  readonly idea: IdeaId;
  readonly people: readonly PersonId[];
}

/** Who hears of what an idea earned: everybody named upstream, once, by the nearest idea; not who is named in it. */
export function hearsOfIt(
  upstream: readonly Upstream[],
  named: readonly PersonId[],
): ReadonlyMap<PersonId, IdeaId> {
  const through = new Map<PersonId, IdeaId>();
  for (const { idea, people } of upstream)
    for (const person of people)
      if (!named.includes(person) && !through.has(person)) through.set(person, idea);
  return through;
}
