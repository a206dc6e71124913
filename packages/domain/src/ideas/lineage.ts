/** Ideas that grow from ideas: a family without anybody who is her own ancestor. */
import { ok, refuse, type Failure, type IdeaId, type Result } from '@butinerie/contracts';

/** The parents of each idea; one that is not in it has none. */
export type Lineage = ReadonlyMap<IdeaId, readonly IdeaId[]>;

/** Whether `idea` may have these parents. */
export function checkLineage(
  idea: IdeaId,
  parents: readonly IdeaId[],
  lineage: Lineage,
): Result<readonly IdeaId[], Failure<'lineage-cycle'>> {
  const seen = new Set<IdeaId>();
  const ahead = [...parents];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === idea) return refuse('lineage-cycle', { idea });
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(lineage.get(next) ?? []));
  }
  return ok(parents);
}
