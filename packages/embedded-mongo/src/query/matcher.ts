/**
 * Answers for whether a document matches a filter. A filter is compiled once; an operator nobody knows is refused
 * before the first document is looked at.
 */
import { BSONRegExp } from 'bson';
import { compileExpression } from '../aggregate/expressions.ts';
import { fail } from '../failure.ts';
import type { Collate } from '../bson/order.ts';
import { compareStrings } from '../bson/order.ts';
import { some, split } from '../bson/path.ts';
import { isDoc, truthy, typeOf } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { valueTest } from './value-tests.ts';
import type { ValueTest } from './value-tests.ts';

/** Where the first matching array element stood: the meaning of `$` in an update or a projection. */
export interface Found {
  index?: number;
}

export type Matches = (document: Doc, found?: Found) => boolean;

/** A condition on the values under a path; a null path means the root is one array element, looked at as it is. */
type PathTest = (root: Maybe, path: string[] | null, found: Found | undefined) => boolean;

const IGNORED = new Set(['$comment']);

export function isOperatorDoc(value: Value): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = value.keys();
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
}

function any(test: ValueTest): PathTest {
  return (root, path, found) => {
    if (path === null) return test(root, false);
    return some(root, path, 0, (value, index, element) => {
      if (!test(value, element)) return false;
      if (found && index !== undefined) found.index = index;
      return true;
    });
  };
}

function not(test: PathTest): PathTest {
  return (root, path) => !test(root, path, undefined);
}

function all(tests: PathTest[]): PathTest {
  return (root, path, found) => tests.every((test) => test(root, path, found));
}

function elemMatch(argument: Value, collate: Collate): PathTest {
  if (!isDoc(argument)) return fail(2, '$elemMatch needs an Object');
  const [first = ''] = argument.keys();
  const onValue = first.startsWith('$') && !['$and', '$or', '$nor', '$expr', '$comment'].includes(first);
  const element = onValue
    ? compileOperators(argument, collate)
    : (
        (matches) => (root: Maybe) =>
          isDoc(root) && matches(root)
      )(compileFilter(argument, collate));
  return (root, path, found) => {
    const inside = (value: Maybe): number =>
      Array.isArray(value) ? value.findIndex((member) => element(member, null, undefined)) : -1;
    if (path === null) return inside(root) >= 0;
    return some(root, path, 0, (value, index, element) => {
      const at = element ? -1 : inside(value);
      if (at < 0) return false;
      if (found) found.index = index ?? at;
      return true;
    });
  };
}

function everyOf(argument: Value, collate: Collate): PathTest {
  if (!Array.isArray(argument)) return fail(2, '$all needs an array');
  if (argument.length === 0) return () => false;
  const tests = argument.map((wanted) =>
    isDoc(wanted) && wanted.has('$elemMatch')
      ? elemMatch(wanted.get('$elemMatch') ?? null, collate)
      : any(valueTest('$eq', wanted, collate)),
  );
  return all(tests);
}

function negated(argument: Value, collate: Collate): PathTest {
  if (argument instanceof BSONRegExp) return not(any(valueTest('$eq', argument, collate)));
  if (!isDoc(argument)) return fail(2, '$not needs a regex or a document');
  if (argument.size === 0) fail(2, '$not cannot be empty');
  return not(compileOperators(argument, collate));
}

function compileOperators(operators: Doc, collate: Collate): PathTest {
  const tests: PathTest[] = [];
  for (const [name, argument] of operators) {
    if (name === '$not') tests.push(negated(argument, collate));
    else if (name === '$ne') {
      if (argument instanceof BSONRegExp) fail(2, "Can't have regex as arg to $ne.");
      tests.push(not(any(valueTest('$eq', argument, collate))));
    } else if (name === '$nin') tests.push(not(any(valueTest('$in', argument, collate))));
    else if (name === '$exists') {
      const present = any(valueTest(name, argument, collate));
      tests.push(truthy(argument) ? present : not(present));
    } else if (name === '$elemMatch') tests.push(elemMatch(argument, collate));
    else if (name === '$all') tests.push(everyOf(argument, collate));
    else if (name === '$regex') tests.push(any(regexTest(operators, argument, collate)));
    else if (name === '$options') {
      if (!operators.has('$regex')) fail(2, '$options needs a $regex');
    } else if (!IGNORED.has(name)) tests.push(any(valueTest(name, argument, collate)));
  }
  const [only] = tests;
  return tests.length === 1 && only ? only : all(tests);
}

function regexTest(operators: Doc, pattern: Value, collate: Collate): ValueTest {
  const options = operators.get('$options');
  if (options !== undefined && typeof options !== 'string') fail(2, '$options has to be a string');
  if (pattern instanceof BSONRegExp)
    return valueTest('$eq', new BSONRegExp(pattern.pattern, options ?? pattern.options), collate);
  if (typeof pattern !== 'string') return fail(2, '$regex has to be a string');
  for (const letter of options ?? '')
    if (!'imsxu'.includes(letter)) fail(51108, `invalid flag in regex options: ${letter}`);
  return valueTest('$eq', new BSONRegExp(pattern, options ?? ''), collate);
}

function branches(name: string, argument: Value, collate: Collate): Matches[] {
  if (!Array.isArray(argument)) return fail(2, `${name} must be an array`);
  if (argument.length === 0) fail(2, '$and/$or/$nor must be a nonempty array');
  return argument.map((branch) =>
    isDoc(branch) ? compileFilter(branch, collate) : fail(2, '$or/$and/$nor entries need to be full objects'),
  );
}

function topLevel(name: string, argument: Value, collate: Collate): Matches | undefined {
  if (name === '$and') {
    const tests = branches(name, argument, collate);
    return (document, found) => tests.every((test) => test(document, found));
  }
  if (name === '$or') {
    const tests = branches(name, argument, collate);
    return (document, found) => tests.some((test) => test(document, found));
  }
  if (name === '$nor') {
    const tests = branches(name, argument, collate);
    return (document) => !tests.some((test) => test(document));
  }
  if (name === '$expr') {
    const evaluate = compileExpression(argument, collate);
    return (document) => evaluate.test(document);
  }
  if (name === '$comment') return undefined;
  if (name === '$where' || name === '$text' || name === '$jsonSchema')
    return fail(115, `${name} is not supported by this server`);
  return fail(
    2,
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

function field(name: string, condition: Value, collate: Collate): Matches {
  const path = split(name);
  const test = isOperatorDoc(condition)
    ? compileOperators(condition, collate)
    : any(valueTest('$eq', condition, collate));
  return (document, found) => test(document, path, found);
}

export function compileFilter(filter: Doc, collate: Collate = compareStrings): Matches {
  const tests: Matches[] = [];
  for (const [name, condition] of filter) {
    const test = name.startsWith('$') ? topLevel(name, condition, collate) : field(name, condition, collate);
    if (test) tests.push(test);
  }
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (document, found) => tests.every((test) => test(document, found));
}

/** For `$pull` and array filters: a condition on one array element. */
export function compileElement(
  condition: Value,
  collate: Collate = compareStrings,
): (value: Value) => boolean {
  if (isOperatorDoc(condition)) {
    const test = compileOperators(condition, collate);
    return (value) => test(value, null, undefined);
  }
  if (isDoc(condition)) {
    const matches = compileFilter(condition, collate);
    return (value) => isDoc(value) && matches(value);
  }
  const test = valueTest('$eq', condition, collate);
  return (value) => test(value, false);
}

export function wantDoc(value: Maybe, name: string): Doc {
  if (isDoc(value)) return value;
  const given = value === undefined ? 'missing' : typeOf(value).name;
  return fail(14, `BSON field '${name}' is the wrong type '${given}', expected type 'object'`);
}
