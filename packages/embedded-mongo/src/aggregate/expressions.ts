/**
 * Answers for aggregation expressions: a small set, exact in types, and MongoDB's own refusal for every other name.
 */
import { fail } from '../failure.ts';
import type { Collate } from '../bson/order.ts';
import { compareStrings } from '../bson/order.ts';
import { isDoc, truthy } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { OPERATORS } from './operators.ts';

/** The document at hand (`$$CURRENT`), and the variables bound around it; undefined is a missing value. */
export interface Scope {
  root: Doc;
  variables: ReadonlyMap<string, Maybe>;
  now: Date;
}

export type Evaluate = (scope: Scope) => Maybe;

export interface Expression {
  evaluate: Evaluate;
  of(document: Doc, now?: Date): Maybe;
  test(document: Doc): boolean;
}

export interface Compiler {
  compile(value: Value, bound: ReadonlySet<string>): Evaluate;
  collate: Collate;
}

const BUILT_IN = new Set(['ROOT', 'CURRENT', 'NOW', 'REMOVE']);

function walk(value: Maybe, path: string[]): Maybe {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (isDoc(value)) return walk(value.get(part), rest);
  if (!Array.isArray(value)) return undefined;
  return value.map((member) => walk(member, path)).filter((member) => member !== undefined);
}

function variable(text: string, bound: ReadonlySet<string>): Evaluate {
  const [name = '', ...path] = text.slice(2).split('.');
  if (!BUILT_IN.has(name) && !bound.has(name)) fail(17276, `Use of undefined variable: ${name}`);
  return (scope) => {
    if (name === 'REMOVE') return undefined;
    if (name === 'NOW') return scope.now;
    const base = scope.variables.has(name) ? scope.variables.get(name) : scope.root;
    return walk(base, path);
  };
}

function fieldPath(text: string): Evaluate {
  const path = text.slice(1).split('.');
  if (path.some((part) => part === ''))
    fail(40353, "FieldPath must not end with a '.' or hold an empty part.");
  if (path.some((part) => part.startsWith('$')))
    fail(16410, `Invalid $project :: caused by :: FieldPath field names may not start with '$'.`);
  return (scope) => walk(scope.variables.has('CURRENT') ? scope.variables.get('CURRENT') : scope.root, path);
}

function object(value: Doc, compiler: Compiler, bound: ReadonlySet<string>): Evaluate {
  const members = [...value].map(([name, member]) => [name, compiler.compile(member, bound)] as const);
  return (scope) => {
    const made: Doc = new Map();
    for (const [name, evaluate] of members) {
      const found = evaluate(scope);
      if (found !== undefined) made.set(name, found);
    }
    return made;
  };
}

function operator(value: Doc, compiler: Compiler, bound: ReadonlySet<string>): Evaluate {
  const [[name, argument] = ['', null]] = value;
  if (value.size > 1)
    fail(
      15983,
      `an object representing an expression must have exactly one field: ${[...value.keys()].join(', ')}`,
    );
  const make = OPERATORS.get(name);
  if (!make) return fail(168, `Unrecognized expression '${name}'`);
  return make(argument, compiler, bound);
}

function compile(value: Value, compiler: Compiler, bound: ReadonlySet<string>): Evaluate {
  if (typeof value === 'string' && value.startsWith('$$')) return variable(value, bound);
  if (typeof value === 'string' && value.startsWith('$')) return fieldPath(value);
  if (Array.isArray(value)) {
    const members = value.map((member) => compiler.compile(member, bound));
    return (scope) => members.map((evaluate) => evaluate(scope) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const [first] = value.keys();
  return first?.startsWith('$') ? operator(value, compiler, bound) : object(value, compiler, bound);
}

export function compileExpression(value: Value, collate: Collate = compareStrings): Expression {
  const compiler: Compiler = { collate, compile: (inner, bound) => compile(inner, compiler, bound) };
  const evaluate = compiler.compile(value, new Set());
  const of = (root: Doc, now = new Date()): Maybe => evaluate({ root, variables: new Map(), now });
  return { evaluate, of, test: (root) => truthy(of(root)) };
}
