/**
 * Answers for the expression operators there are. Each is a factory: it checks its arguments once, when compiled.
 */
import { Decimal128, Int32, ObjectId } from 'bson';
import { fail } from '../failure.ts';
import { addLoosely, divide, multiplyLoosely, subtract, toNumber, toWhole } from '../bson/numbers.ts';
import type { Num } from '../bson/numbers.ts';
import { compare } from '../bson/order.ts';
import { doc, int, isDoc, isNumber, truthy, typeOf } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import type { Compiler, Evaluate, Scope } from './expressions.ts';

type Make = (argument: Value, compiler: Compiler, bound: ReadonlySet<string>) => Evaluate;

const nullish = (value: Maybe): value is null | undefined => value === null || value === undefined;
const nameOf = (value: Maybe): string => (value === undefined ? 'missing' : typeOf(value).name);

function fixed(
  name: string,
  count: [least: number, most: number],
  run: (args: Maybe[], compiler: Compiler) => Maybe,
): Make {
  return (argument, compiler, bound) => {
    const given = Array.isArray(argument) ? argument : [argument];
    if (given.length < count[0] || given.length > count[1])
      fail(16020, `Expression ${name} takes exactly ${count[0]} arguments. ${given.length} were passed in.`);
    const parts = given.map((part) => compiler.compile(part, bound));
    return (scope) =>
      run(
        parts.map((part) => part(scope)),
        compiler,
      );
  };
}

function compared(name: string, accepts: (order: number) => Value): [string, Make] {
  return [name, fixed(name, [2, 2], ([left, right], { collate }) => accepts(compare(left, right, collate)))];
}

function numeric(name: string, value: Maybe): Num {
  if (isNumber(value)) return value;
  return fail(14, `${name} only supports numeric types, not ${nameOf(value)}`);
}

function folded(name: string, start: Num, step: (left: Num, right: Num) => Num): [string, Make] {
  return [
    name,
    fixed(name, [0, Infinity], (args) => {
      if (args.some(nullish)) return null;
      const dates = args.filter((value) => value instanceof Date);
      if (dates.length === 1 && name === '$add' && dates[0]) {
        const others = args.filter((value) => !(value instanceof Date)).map((value) => numeric(name, value));
        return new Date(dates[0].getTime() + Math.round(toNumber(others.reduce(step, start))));
      }
      return args.map((value) => numeric(name, value)).reduce(step, start);
    }),
  ];
}

function minus(left: Maybe, right: Maybe): Maybe {
  if (nullish(left) || nullish(right)) return null;
  if (left instanceof Date && right instanceof Date) return BigInt(left.getTime() - right.getTime());
  if (left instanceof Date)
    return new Date(left.getTime() - Math.round(toNumber(numeric('$subtract', right))));
  return subtract(numeric('$subtract', left), numeric('$subtract', right));
}

function modulo(left: Maybe, right: Maybe): Maybe {
  if (nullish(left) || nullish(right)) return null;
  const a = numeric('$mod', left);
  const b = numeric('$mod', right);
  if (toNumber(b) === 0) fail(16610, "can't $mod by zero");
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return fail(115, '$mod of decimals is not supported by this server');
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) % toNumber(b);
  const rest = (toWhole(a) ?? 0n) % (toWhole(b) ?? 1n);
  return a instanceof Int32 && b instanceof Int32 ? int(Number(rest)) : rest;
}

function textOf(value: Maybe): string | null {
  if (nullish(value)) return null;
  if (typeof value === 'string') return value;
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean' || isNumber(value))
    return String(value instanceof Int32 ? value.value : value);
  return fail(
    241,
    `Unsupported conversion from ${nameOf(value)} to string in $convert with no onError value`,
  );
}

function cased(name: string, change: (text: string) => string): [string, Make] {
  // MongoDB changes ASCII letters only, so é stays é.
  return [name, fixed(name, [1, 1], ([value]) => (textOf(value) ?? '').replace(/[A-Za-z]+/g, change))];
}

function arrayOf(name: string, value: Maybe): Value[] {
  return Array.isArray(value)
    ? value
    : fail(17124, `The argument to ${name} must be an array, but was of type: ${nameOf(value)}`);
}

function elementAt(array: Maybe, at: Maybe): Maybe {
  if (nullish(array) || nullish(at)) return null;
  const index = isNumber(at) ? toWhole(at) : undefined;
  if (index === undefined) return fail(28690, `$arrayElemAt's second argument must be a numeric value`);
  return arrayOf('$arrayElemAt', array).at(Number(index));
}

function named(name: string, argument: Value, wanted: [required: string[], optional: string[]]): Doc {
  if (!isDoc(argument)) return fail(28646, `${name} only supports an object as its argument`);
  for (const key of argument.keys())
    if (![...wanted[0], ...wanted[1]].includes(key)) fail(28647, `Unrecognized parameter to ${name}: ${key}`);
  for (const key of wanted[0]) if (!argument.has(key)) fail(28648, `Missing '${key}' parameter to ${name}`);
  return argument;
}

const condition: Make = (argument, compiler, bound) => {
  const parts = Array.isArray(argument)
    ? argument
    : ['if', 'then', 'else'].map(
        (part) => named('$cond', argument, [['if', 'then', 'else'], []]).get(part) ?? null,
      );
  if (parts.length !== 3)
    fail(16020, `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`);
  const [test, yes, no] = parts.map((part) => compiler.compile(part, bound));
  return (scope) => (truthy(test?.(scope)) ? yes?.(scope) : no?.(scope));
};

function each(name: '$filter' | '$map'): Make {
  return (argument, compiler, bound) => {
    const body = name === '$filter' ? 'cond' : 'in';
    const given = named(name, argument, [['input', body], ['as']]);
    const as = given.get('as') ?? 'this';
    if (typeof as !== 'string') return fail(16866, `${name} 'as' must be a string`);
    const input = compiler.compile(given.get('input') ?? null, bound);
    const inner = compiler.compile(given.get(body) ?? null, new Set([...bound, as]));
    return (scope) => {
      const array = input(scope);
      if (nullish(array)) return null;
      const at = (value: Value): Scope => ({
        ...scope,
        variables: new Map([...scope.variables, [as, value]]),
      });
      const members = arrayOf(name, array);
      if (name === '$filter') return members.filter((member) => truthy(inner(at(member))));
      return members.map((member) => inner(at(member)) ?? null);
    };
  };
}

function logical(name: string, run: (parts: Evaluate[], scope: Scope) => boolean): [string, Make] {
  return [
    name,
    (argument, compiler, bound) => {
      const given = Array.isArray(argument) ? argument : [argument];
      const parts = given.map((part) => compiler.compile(part, bound));
      return (scope) => run(parts, scope);
    },
  ];
}

function merged(values: Maybe[]): Doc {
  const made: Doc = new Map();
  for (const value of values) {
    if (nullish(value)) continue;
    if (!isDoc(value))
      return fail(40400, `$mergeObjects requires object inputs, but input is of type ${nameOf(value)}`);
    for (const [name, member] of value) made.set(name, member);
  }
  return made;
}

export const OPERATORS: ReadonlyMap<string, Make> = new Map([
  ['$literal', (argument) => () => argument],
  ['$cond', condition],
  ['$filter', each('$filter')],
  ['$map', each('$map')],
  compared('$eq', (order) => order === 0),
  compared('$ne', (order) => order !== 0),
  compared('$gt', (order) => order > 0),
  compared('$gte', (order) => order >= 0),
  compared('$lt', (order) => order < 0),
  compared('$lte', (order) => order <= 0),
  compared('$cmp', (order) => int(order)),
  logical('$and', (parts, scope) => parts.every((part) => truthy(part(scope)))),
  logical('$or', (parts, scope) => parts.some((part) => truthy(part(scope)))),
  ['$not', fixed('$not', [1, 1], ([value]) => !truthy(value))],
  folded('$add', int(0), addLoosely),
  folded('$multiply', int(1), multiplyLoosely),
  ['$subtract', fixed('$subtract', [2, 2], ([left, right]) => minus(left, right))],
  [
    '$divide',
    fixed('$divide', [2, 2], ([left, right]) =>
      nullish(left) || nullish(right) ? null : divide(numeric('$divide', left), numeric('$divide', right)),
    ),
  ],
  ['$mod', fixed('$mod', [2, 2], ([left, right]) => modulo(left, right))],
  [
    '$ifNull',
    fixed('$ifNull', [2, Infinity], (args) => args.find((value) => !nullish(value)) ?? args.at(-1)),
  ],
  [
    '$concat',
    fixed('$concat', [0, Infinity], (args) => {
      if (args.some(nullish)) return null;
      return args
        .map((value) =>
          typeof value === 'string'
            ? value
            : fail(16702, `$concat only supports strings, not ${nameOf(value)}`),
        )
        .join('');
    }),
  ],
  cased('$toLower', (text) => text.toLowerCase()),
  cased('$toUpper', (text) => text.toUpperCase()),
  ['$toString', fixed('$toString', [1, 1], ([value]) => textOf(value))],
  ['$type', fixed('$type', [1, 1], ([value]) => nameOf(value))],
  ['$isArray', fixed('$isArray', [1, 1], ([value]) => Array.isArray(value))],
  ['$size', fixed('$size', [1, 1], ([value]) => int(arrayOf('$size', value).length))],
  [
    '$in',
    fixed('$in', [2, 2], ([value, array], { collate }) => {
      if (!Array.isArray(array))
        return fail(40081, `$in requires an array as a second argument, found: ${nameOf(array)}`);
      return array.some((member) => compare(member, value, collate) === 0);
    }),
  ],
  ['$arrayElemAt', fixed('$arrayElemAt', [2, 2], ([array, at]) => elementAt(array, at))],
  ['$first', fixed('$first', [1, 1], ([array]) => elementAt(array, int(0)))],
  ['$last', fixed('$last', [1, 1], ([array]) => elementAt(array, int(-1)))],
  [
    '$concatArrays',
    fixed('$concatArrays', [0, Infinity], (args) =>
      args.some(nullish) ? null : args.flatMap((value) => arrayOf('$concatArrays', value)),
    ),
  ],
  [
    '$mergeObjects',
    fixed('$mergeObjects', [0, Infinity], (args) =>
      merged(args.length === 1 && Array.isArray(args[0]) ? args[0] : args),
    ),
  ],
  [
    '$objectToArray',
    fixed('$objectToArray', [1, 1], ([value]) => {
      if (nullish(value)) return null;
      if (!isDoc(value))
        return fail(40390, `$objectToArray requires a document input, found: ${nameOf(value)}`);
      return [...value].map(([k, v]) => doc({ k, v }));
    }),
  ],
]);
