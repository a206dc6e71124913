/**
 * Answers for what a document becomes under an update: a replacement, a set of operators, or a pipeline. Everything
 * that can be refused from the update alone is refused when it is compiled, before any document is touched.
 */
import { fail } from '../failure.ts';
import { compilePipelineUpdate } from '../aggregate/pipeline-update.ts';
import { compareStrings, equal } from '../bson/order.ts';
import { show } from '../bson/show.ts';
import { isIndex } from '../bson/path.ts';
import { copyDoc, isDoc, typeOf } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { compileElement, compileFilter } from '../query/matcher.ts';
import { keepId } from './keep-id.ts';
import type { Occasion, Update } from './keep-id.ts';
import { OPERATORS } from './operators.ts';
import type { Operate } from './operators.ts';
import { crossesArray, get, resolve, set, unset } from './paths.ts';
import type { Filters, Target } from './paths.ts';

interface Step {
  operator: string;
  path: string[];
  argument: Value;
  operate: Operate | undefined;
}

function checkPath(name: string): string[] {
  const path = name.split('.');
  if (path.some((part) => part === ''))
    fail(56, `The update path '${name}' contains an empty field name, which is not allowed.`);
  for (const [at, part] of path.entries()) {
    if (!part.startsWith('$')) continue;
    if (at === 0 || !/^\$(\[[a-z]?[A-Za-z0-9]*\])?$/.test(part))
      fail(
        52,
        `The dollar ($) prefixed field '${part}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
  }
  return path;
}

function conflict(left: string[], right: string[]): string[] | undefined {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.every((part, at) => part === long[at]) ? short : undefined;
}

function checkConflicts(paths: string[][]): void {
  for (const [at, path] of paths.entries())
    for (const other of paths.slice(at + 1)) {
      const shared = conflict(path, other);
      if (shared)
        fail(40, `Updating the path '${other.join('.')}' would create a conflict at '${shared.join('.')}'`);
    }
}

function byPath(left: Step, right: Step): number {
  for (let at = 0; at < Math.min(left.path.length, right.path.length); at++) {
    const a = left.path[at] ?? '';
    const b = right.path[at] ?? '';
    const order = isIndex(a) && isIndex(b) ? Number(a) - Number(b) : compareStrings(a, b);
    if (order !== 0) return order;
  }
  return left.path.length - right.path.length;
}

function steps(spec: Doc): Step[] {
  const found: Step[] = [];
  const touched: string[][] = [];
  for (const [operator, argument] of spec) {
    const make = OPERATORS.get(operator);
    if (!make && operator !== '$unset' && operator !== '$rename')
      fail(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDoc(argument))
      return fail(
        9,
        `Modifiers operate on fields but we found type ${typeOf(argument).name} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(argument)}}`,
      );
    for (const [name, value] of argument) {
      const path = checkPath(name);
      touched.push(path);
      if (operator === '$rename') touched.push(renamed(path, value));
      found.push({ operator, path, argument: value, operate: make?.(value) });
    }
  }
  checkConflicts(touched);
  return found.sort(byPath);
}

function renamed(path: string[], to: Value): string[] {
  if (typeof to !== 'string')
    return fail(2, `The 'to' field for $rename must be a string: ${path.join('.')}: ${show(to)}`);
  const target = checkPath(to);
  if ([...path, ...target].some((part) => part.startsWith('$')))
    fail(2, 'The source and target field for $rename must not be dynamic');
  return target;
}

function rename(document: Doc, step: Step): void {
  const target = renamed(step.path, step.argument);
  for (const path of [step.path, target])
    if (crossesArray(document, path))
      fail(2, `The field for $rename cannot be an array element: ${path.join('.')}`);
  const value = get(document, step.path);
  if (value === undefined) return;
  unset(document, step.path);
  set(document, target, value);
}

function perform(document: Doc, step: Step, how: { occasion: Occasion; target: Target }): void {
  if (step.operator === '$rename') return rename(document, step);
  if (step.operator === '$setOnInsert' && !how.occasion.inserting) return;
  const { now, inserting } = how.occasion;
  for (const path of resolve(step.path, how.target)) {
    if (step.operator === '$unset') unset(document, path);
    else {
      const value = step.operate?.(get(document, path), {
        now,
        inserting,
        path,
        id: document.get('_id') ?? null,
      });
      if (value !== undefined) set(document, path, value);
    }
  }
}

function operators(spec: Doc, filters: Filters): Update {
  const todo = steps(spec);
  const used = new Set(
    todo.flatMap((step) =>
      step.path.filter((part) => part.startsWith('$[')).map((part) => part.slice(2, -1)),
    ),
  );
  for (const name of used)
    if (name !== '' && !filters.has(name)) fail(2, `No array filter found for identifier '${name}' in path`);
  for (const name of filters.keys())
    if (!used.has(name)) fail(9, `The array filter for identifier '${name}' was not used in the update`);
  return (before, occasion) => {
    const document = copyDoc(before);
    const target: Target = { document, position: occasion.position, filters };
    for (const step of todo) perform(document, step, { occasion, target });
    keepId(before.get('_id'), document);
    return document;
  };
}

function replacement(spec: Doc): Update {
  for (const name of spec.keys())
    if (name.startsWith('$'))
      fail(
        52,
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document.`,
      );
  return (before) => {
    const id = before.get('_id');
    const after: Doc = new Map(id === undefined ? [] : [['_id', id]]);
    for (const [name, value] of spec) if (name !== '_id' || id === undefined) after.set(name, value);
    const given = spec.get('_id');
    if (id !== undefined && given !== undefined && !equal(given, id))
      fail(
        66,
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(given)}`,
      );
    return after;
  };
}

function identifier(filter: Doc): string {
  const names = new Set<string>();
  for (const [name, value] of filter) {
    if (!name.startsWith('$')) names.add(name.split('.')[0] ?? '');
    else if (Array.isArray(value))
      for (const branch of value) if (isDoc(branch)) names.add(identifier(branch));
  }
  const [only = ''] = names;
  if (names.size !== 1)
    fail(
      9,
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found ${names.size}`,
    );
  if (!/^[a-z][A-Za-z0-9]*$/.test(only))
    fail(
      2,
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${only}'`,
    );
  return only;
}

function arrayFilters(given: Maybe): Filters {
  if (given !== undefined && !Array.isArray(given))
    fail(14, "BSON field 'arrayFilters' is the wrong type, expected type 'array'");
  const filters = new Map<string, (value: Value) => boolean>();
  for (const filter of Array.isArray(given) ? given : []) {
    if (!isDoc(filter)) return fail(14, 'arrayFilters must be documents');
    const name = identifier(filter);
    if (filters.has(name)) fail(9, `Found multiple array filters with the same top-level field name ${name}`);
    const condition = filter.get(name);
    if (filter.size === 1 && condition !== undefined) filters.set(name, compileElement(condition));
    else {
      const matches = compileFilter(filter);
      filters.set(name, (value) => matches(new Map([[name, value]])));
    }
  }
  return filters;
}

/** Whether an update is a whole new document rather than operators. */
export function isReplacement(spec: Maybe): boolean {
  return isDoc(spec) && ![...spec.keys()][0]?.startsWith('$');
}

export function compileUpdate(spec: Maybe, given?: Maybe): Update {
  if (Array.isArray(spec)) {
    if (given !== undefined) fail(9, 'arrayFilters may not be specified for pipeline-style updates');
    return compilePipelineUpdate(spec);
  }
  if (!isDoc(spec)) return fail(9, 'Update argument must be either an object or an array');
  if (isReplacement(spec)) {
    if (given !== undefined) fail(9, 'arrayFilters may not be specified for replacement-style updates');
    return replacement(spec);
  }
  return operators(spec, arrayFilters(given));
}
