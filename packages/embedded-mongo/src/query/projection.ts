/**
 * Answers for which parts of a document are shown, for `find` and for the aggregation stages that do the same.
 */
import { fail } from '../failure.ts';
import { compileExpression } from '../aggregate/expressions.ts';
import type { Expression } from '../aggregate/expressions.ts';
import { toWhole } from '../bson/numbers.ts';
import type { Collate } from '../bson/order.ts';
import { compareStrings } from '../bson/order.ts';
import { isDoc, isNumber, truthy } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import type { Found } from './matcher.ts';
import { compileElement } from './matcher.ts';

export type Project = (document: Doc, found?: Found) => Doc;

type Leaf =
  | { kind: 'show' }
  | { kind: 'hide' }
  | { kind: 'compute'; expression: Expression }
  | { kind: 'slice'; skip: number | undefined; count: number }
  | { kind: 'elemMatch'; test: (value: Value) => boolean }
  | { kind: 'positional' };

type Tree = Map<string, Leaf | Tree>;

export interface ProjectOptions {
  /** find knows $slice, $elemMatch and the positional $; $project does not. */
  find: boolean;
  collate?: Collate;
  now?: () => Date;
}

function whole(value: Maybe): number {
  const number = isNumber(value) ? toWhole(value) : undefined;
  return number === undefined ? fail(28724, '$slice needs whole numbers') : Number(number);
}

function slice(argument: Value): Leaf {
  if (!Array.isArray(argument)) return { kind: 'slice', skip: undefined, count: whole(argument) };
  const [skip, count] = argument;
  if (argument.length !== 2) fail(28667, '$slice takes a count, or a skip and a count');
  if (whole(count) <= 0) fail(28729, 'Third argument to $slice must be positive');
  return { kind: 'slice', skip: whole(skip), count: whole(count) };
}

function leaf(value: Value, options: ProjectOptions): Leaf | Doc {
  if (isNumber(value) || typeof value === 'boolean') return { kind: truthy(value) ? 'show' : 'hide' };
  if (isDoc(value)) {
    const [[first, argument] = ['', null]] = value;
    if (value.size === 0)
      fail(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
    if (!first.startsWith('$')) return value;
    if (first === '$meta') fail(115, '$meta is not supported by this server');
    if (options.find && first === '$slice') return slice(argument);
    if (options.find && first === '$elemMatch')
      return isDoc(argument)
        ? { kind: 'elemMatch', test: compileElement(argument, options.collate) }
        : fail(31274, 'elemMatch: Invalid argument, object required');
  }
  return { kind: 'compute', expression: compileExpression(value, options.collate) };
}

function isLeaf(node: Leaf | Tree | undefined): node is Leaf {
  return node !== undefined && !(node instanceof Map);
}

function place(tree: Tree, path: string[], node: Leaf): void {
  const [part = '', ...rest] = path;
  if (part === '') fail(40353, "FieldPath must not end with a '.' or hold an empty part.");
  const there = tree.get(part);
  if (rest.length === 0) {
    if (there) fail(31250, `Path collision at ${part}`);
    tree.set(part, node);
    return;
  }
  if (isLeaf(there)) fail(31249, `Path collision at ${part} remaining portion ${rest.join('.')}`);
  const inner: Tree = there instanceof Map ? there : new Map();
  tree.set(part, inner);
  place(inner, rest, node);
}

interface Spec {
  tree: Tree;
  inclusive: boolean | undefined;
  showId: boolean | undefined;
}

function note(spec: Spec, path: string[], node: Leaf): void {
  const name = path.join('.');
  if (name === '_id' && (node.kind === 'show' || node.kind === 'hide')) {
    spec.showId = node.kind === 'show';
    return;
  }
  if (node.kind === 'show' || node.kind === 'hide' || node.kind === 'compute') {
    const inclusive = node.kind !== 'hide';
    if (spec.inclusive === !inclusive)
      fail(
        inclusive ? 31253 : 31254,
        `Cannot do ${inclusive ? 'inclusion' : 'exclusion'} on field ${name} in ${inclusive ? 'exclusion' : 'inclusion'} projection`,
      );
    spec.inclusive = inclusive;
  } else if (node.kind === 'positional' || node.kind === 'elemMatch') {
    if (node.kind === 'positional' && spec.inclusive === false)
      fail(31395, 'positional projection cannot be used with exclusion');
    if (node.kind === 'positional') spec.inclusive = true;
  }
  place(spec.tree, path, node);
}

function gather(given: Doc, spec: Spec, at: { prefix: string[]; options: ProjectOptions }): void {
  for (const [name, value] of given) {
    if (name === '') fail(40352, 'FieldPath cannot be constructed with empty string');
    const positional = at.options.find && name.endsWith('.$');
    const path = [...at.prefix, ...(positional ? name.slice(0, -2) : name).split('.')];
    if (path.some((part) => part.startsWith('$')))
      fail(16410, `FieldPath field names may not start with '$': ${name}`);
    const node = positional ? ({ kind: 'positional' } as const) : leaf(value, at.options);
    if (node instanceof Map) gather(node, spec, { ...at, prefix: path });
    else note(spec, path, node);
  }
}

function sliced(array: Value[], node: Leaf & { kind: 'slice' }): Value[] {
  if (node.skip === undefined) return node.count >= 0 ? array.slice(0, node.count) : array.slice(node.count);
  const from = node.skip < 0 ? Math.max(0, array.length + node.skip) : node.skip;
  return array.slice(from, from + node.count);
}

interface Shown {
  document: Doc;
  found: Found | undefined;
  now: Date;
  inclusive: boolean;
}

function applyLeaf(value: Value, node: Leaf, shown: Shown): Maybe {
  if (node.kind === 'slice') return Array.isArray(value) ? sliced(value, node) : value;
  if (node.kind === 'elemMatch') {
    const first = Array.isArray(value) ? value.find(node.test) : undefined;
    return first === undefined ? undefined : [first];
  }
  if (node.kind === 'positional') {
    if (!Array.isArray(value)) return value;
    const at = shown.found?.index;
    if (at === undefined || at >= value.length)
      return fail(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return [value[at] ?? null];
  }
  return node.kind === 'show' ? value : undefined;
}

function nested(value: Value, tree: Tree, shown: Shown): Maybe {
  if (isDoc(value)) return part(value, tree, shown);
  if (Array.isArray(value)) {
    const members = value.map((member) => nested(member, tree, shown));
    return members.filter((member) => member !== undefined);
  }
  return shown.inclusive ? undefined : value;
}

function part(value: Doc, tree: Tree, shown: Shown): Doc {
  const made: Doc = new Map();
  for (const [name, member] of value) {
    const node = tree.get(name);
    let kept: Maybe = shown.inclusive ? undefined : member;
    if (node instanceof Map) kept = nested(member, node, shown);
    else if (node && node.kind !== 'compute') kept = applyLeaf(member, node, shown);
    if (kept !== undefined) made.set(name, kept);
  }
  compute(made, tree, shown);
  return made;
}

/** Computed members come last, in the order of the specification, except where one replaces a member. */
function compute(made: Doc, tree: Tree, shown: Shown): void {
  for (const [name, node] of tree) {
    if (node instanceof Map) {
      if (!made.has(name) && hasCompute(node)) made.set(name, part(new Map(), node, shown));
    } else if (node.kind === 'compute') {
      const value = node.expression.of(shown.document, shown.now);
      if (value !== undefined) made.set(name, value);
    }
  }
}

function hasCompute(tree: Tree): boolean {
  return [...tree.values()].some((node) =>
    node instanceof Map ? hasCompute(node) : node.kind === 'compute',
  );
}

export function compileProjection(given: Doc, options: ProjectOptions): Project {
  if (given.size === 0) return (document) => document;
  const spec: Spec = { tree: new Map(), inclusive: undefined, showId: undefined };
  gather(given, spec, { prefix: [], options: { collate: compareStrings, ...options } });
  const onlyElemMatch = [...spec.tree.values()].some((node) => isLeaf(node) && node.kind === 'elemMatch');
  const inclusive = spec.inclusive ?? (spec.showId === true || (onlyElemMatch && spec.showId !== false));
  if (!spec.tree.has('_id') && (spec.showId ?? true) === inclusive)
    spec.tree.set('_id', { kind: inclusive ? 'show' : 'hide' });
  return (document, found) =>
    part(document, spec.tree, { document, found, now: options.now?.() ?? new Date(), inclusive });
}
