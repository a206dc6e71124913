/**
 * Answers for how documents are found: by an index when one narrows the search or already has the wanted order, else by
 * reading the whole collection.
 */
import { fail } from '../failure.ts';
import type { Collate } from '../bson/order.ts';
import { compareStrings, equal } from '../bson/order.ts';
import { isIndex } from '../bson/path.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { isDoc } from '../bson/value.ts';
import type { Collection, Index } from '../store/catalog.ts';
import { indexFactKey, indexPrefix } from '../store/keys.ts';
import type { Range, View } from '../store/view.ts';
import type { Condition, Interval } from './bounds.ts';
import { clip, conjuncts, directedInterval, intersect, intervals } from './bounds.ts';
import { compileFilter } from './matcher.ts';
import type { SortField } from './sort.ts';

export type Plan =
  | { kind: 'collection'; reverse: boolean; sorted: boolean }
  | IndexPlan
  | { kind: 'union'; plans: Plan[]; sorted: false };

export interface IndexPlan {
  kind: 'index';
  index: Index;
  ranges: Range[];
  sorted: boolean;
  multikey: boolean;
  score: number;
  /** Each range holds one entry at most, at its start: it is looked up, not walked to. */
  exact: boolean;
  /** Whatever is found fulfils the whole filter: it is not read again to know. */
  sure: boolean;
}

export interface Question {
  filter: Doc;
  sort: SortField[];
  collate: Collate;
  hint?: Maybe;
}

const MOST_RANGES = 500;
const MOST_BRANCHES = 50;

function hasText(value: Value): boolean {
  if (Array.isArray(value)) return value.some(hasText);
  if (isDoc(value)) return [...value.values()].some(hasText);
  return typeof value === 'string';
}

function implied(wanted: Condition, given: Condition[]): boolean {
  return given.some((condition) => {
    if (condition.path !== wanted.path) return false;
    if (condition.operator === wanted.operator && equal(condition.argument, wanted.argument)) return true;
    if (condition.operator !== '$eq' || condition.argument === null || Array.isArray(condition.argument))
      return false;
    if (wanted.path.includes('.')) return false;
    const test: Doc = new Map([[wanted.path, new Map([[wanted.operator, wanted.argument]])]]);
    return compileFilter(test)(new Map([[wanted.path, condition.argument]]));
  });
}

function bindsPresence(condition: Condition): boolean {
  if (condition.operator === '$exists') return condition.argument === true;
  const nullish = (value: Value): boolean => value === null;
  if (condition.operator === '$in')
    return Array.isArray(condition.argument) && !condition.argument.some(nullish);
  return ['$eq', '$gt', '$gte', '$lt', '$lte'].includes(condition.operator) && !nullish(condition.argument);
}

function complete(index: Index, conditions: Condition[]): boolean {
  if (index.sparse) {
    const paths = new Set(index.fields.map((field) => field.path));
    if (!conditions.some((condition) => paths.has(condition.path) && bindsPresence(condition))) return false;
  }
  if (!index.partial) return true;
  if ([...index.partial.filter.keys()].some((name) => name.startsWith('$') && name !== '$and')) return false;
  return conjuncts(index.partial.filter).every((wanted) => implied(wanted, conditions));
}

function fieldIntervals(path: string, conditions: Condition[], multikey: boolean): Interval[] | undefined {
  let found: Interval[] | undefined;
  for (const condition of conditions) {
    if (condition.path !== path) continue;
    const next = intervals(condition);
    if (!next) continue;
    // Under an array each condition may be met by another element, so only one of them can bound the search.
    if (found && multikey) {
      if (next.every((interval) => interval.point)) found = next;
    } else found = found ? intersect(found, next) : next;
  }
  return found;
}

interface Reach {
  ranges: { from: string; to: string }[];
  points: number;
  bounded: boolean;
  /** How many leading fields are fixed to exactly one value. */
  fixed: number;
}

function reach(index: Index, conditions: Condition[], multikey: boolean): Reach {
  const found: Reach = { ranges: [{ from: '', to: '' }], points: 0, bounded: false, fixed: 0 };
  let open = true;
  for (const field of multikey ? index.fields.slice(0, 1) : index.fields) {
    const parts = fieldIntervals(field.path, conditions, multikey)?.map((part) =>
      directedInterval(part, field.direction),
    );
    if (!parts || parts.length * found.ranges.length > MOST_RANGES) break;
    const points = parts.every((part) => part.point);
    found.ranges = found.ranges.flatMap(({ from }) =>
      parts.map((part) => ({ from: from + part.from, to: from + part.to })),
    );
    if (points) found.points += 1;
    else found.bounded = true;
    if (points && parts.length === 1 && open) found.fixed += 1;
    else open = false;
    if (!points) break;
  }
  return found;
}

/** How the index runs through the wanted order: 1, -1, or 0 when it does not give it. */
function ordering(index: Index, fixed: number, sort: SortField[]): 1 | -1 | 0 {
  const pinned = new Set(index.fields.slice(0, fixed).map((field) => field.path));
  const wanted = sort.filter((field) => !pinned.has(field.path));
  let direction: 1 | -1 | undefined;
  for (let at = 0; at < wanted.length; at++) {
    const field = index.fields[fixed + at];
    const by = wanted[at];
    if (!field || !by || field.path !== by.path) return 0;
    const same = field.direction === by.direction ? 1 : -1;
    if (direction !== undefined && direction !== same) return 0;
    direction = same;
  }
  return direction ?? 1;
}

function indexPlan(view: View, index: Index, question: Question): IndexPlan {
  const conditions = conjuncts(question.filter).filter(
    (condition) => question.collate === compareStrings || !hasText(condition.argument),
  );
  const known = (fact: 'multikey' | 'cut'): boolean => view.get(indexFactKey(index.id, fact)) !== undefined;
  const multikey = known('multikey');
  const found = reach(index, conditions, multikey);
  const simple = !multikey && question.collate === compareStrings && !known('cut');
  const single = found.fixed === found.points;
  const direction =
    simple && single && question.sort.length > 0 ? ordering(index, found.fixed, question.sort) : 0;
  const prefix = indexPrefix(index.id, index.unique);
  const ranges = found.ranges.map(({ from, to }) => {
    const clipped = to === '' ? { from: '', to: '\xff'.repeat(8) } : clip(from, to);
    return { from: prefix + clipped.from, to: prefix + clipped.to, reverse: direction === -1 };
  });
  ranges.sort((a, b) => (a.from < b.from ? -1 : 1) * (direction === -1 ? -1 : 1));
  const all = found.points === index.fields.length;
  const score =
    found.points * 10 + (found.bounded ? 4 : 0) + (direction !== 0 ? 5 : 0) + (index.unique && all ? 50 : 0);
  const exact = simple && all && index.unique && index.fields.every((field) => field.direction === 1);
  // One condition on the field itself: beside it an `$and` may hold what no index knows, an `$or` for one.
  const [only, another] = question.filter.size === 1 ? conditions : [];
  const alone = only !== undefined && another === undefined && question.filter.has(only.path);
  const asked = Array.isArray(only?.argument) ? only.argument : [only?.argument];
  const sure = exact && alone && asked.every((value) => typeof value === 'string');
  return { kind: 'index', index, ranges, sorted: direction !== 0, multikey, score, exact, sure };
}

function hinted(view: View, collection: Collection, question: Question): Plan {
  const { hint } = question;
  if (isDoc(hint) && hint.has('$natural'))
    return everything(view, collection, { reverse: equal(hint.get('$natural'), -1), sorted: false });
  const index = collection.indexes.find((candidate) =>
    typeof hint === 'string' ? candidate.name === hint : equal(candidate.spec.get('key'), hint),
  );
  if (!index)
    return fail(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return indexPlan(view, index, question);
}

function usable(index: Index, conditions: Condition[]): boolean {
  return index.fields.every((field) => !field.parts.some(isIndex)) && complete(index, conditions);
}

function union(view: View, collection: Collection, question: Question): Plan | undefined {
  for (const [name, branches] of question.filter) {
    if (name !== '$or' || !Array.isArray(branches) || branches.length > MOST_BRANCHES) continue;
    const plans = branches.map((branch) =>
      choose(view, collection, { ...question, filter: isDoc(branch) ? branch : new Map(), sort: [] }),
    );
    if (plans.every((plan) => plan.kind !== 'collection')) return { kind: 'union', plans, sorted: false };
  }
  return undefined;
}

/** Everything, in natural order: that of insertion, or of `_id` where the collection is clustered by it. */
function everything(view: View, collection: Collection, how: { reverse: boolean; sorted: boolean }): Plan {
  const clustered = collection.indexes.find((index) => index.spec.has('clustered'));
  if (!clustered) return { kind: 'collection', ...how };
  const plan = indexPlan(view, clustered, { filter: new Map(), sort: [], collate: compareStrings });
  return {
    ...plan,
    sorted: how.sorted,
    ranges: plan.ranges.map((range) => ({ ...range, reverse: how.reverse })),
  };
}

export function choose(view: View, collection: Collection, question: Question): Plan {
  if (question.hint !== undefined && !(isDoc(question.hint) && question.hint.size === 0))
    return hinted(view, collection, question);
  const [natural] = question.sort;
  if (natural?.path === '$natural')
    return everything(view, collection, { reverse: natural.direction === -1, sorted: true });
  const conditions = conjuncts(question.filter);
  let best: IndexPlan | undefined;
  for (const index of collection.indexes) {
    if (!usable(index, conditions)) continue;
    const plan = indexPlan(view, index, question);
    if (plan.score > (best?.score ?? 0)) best = plan;
  }
  return (
    best ??
    union(view, collection, question) ??
    everything(view, collection, { reverse: false, sorted: false })
  );
}
