/**
 * Answers for `$group` and its accumulators. Groups come out in the order in which they first appeared.
 */
import { Decimal128 } from 'bson';
import { fail } from '../failure.ts';
import { valueKey } from '../bson/key.ts';
import { addLoosely, divide, toNumber } from '../bson/numbers.ts';
import type { Num } from '../bson/numbers.ts';
import { compare } from '../bson/order.ts';
import type { Collate } from '../bson/order.ts';
import { show } from '../bson/show.ts';
import { doc, int, isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import type { Expression } from './expressions.ts';
import { compileExpression } from './expressions.ts';

interface Accumulator {
  add(value: Maybe): void;
  result(): Value;
}

function sum(): Accumulator {
  let total: Num = int(0);
  return {
    add: (value) => {
      if (isNumber(value)) total = addLoosely(total, value);
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total: Num = int(0);
  let count = 0;
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      total = addLoosely(total, value);
      count += 1;
    },
    result: () => {
      if (count === 0) return null;
      return total instanceof Decimal128 ? divide(total, int(count)) : toNumber(total) / count;
    },
  };
}

function extreme(sign: 1 | -1, collate: Collate): Accumulator {
  let best: Maybe;
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (best === undefined || compare(value, best, collate) * sign > 0) best = value;
    },
    result: () => best ?? null,
  };
}

function first(): Accumulator {
  let seen = false;
  let kept: Maybe;
  return {
    add: (value) => {
      if (!seen) kept = value;
      seen = true;
    },
    result: () => kept ?? null,
  };
}

function last(): Accumulator {
  let kept: Maybe;
  return { add: (value) => (kept = value), result: () => kept ?? null };
}

function push(): Accumulator {
  const kept: Value[] = [];
  return { add: (value) => value !== undefined && kept.push(value), result: () => kept };
}

function addToSet(): Accumulator {
  const kept = new Map<string, Value>();
  return {
    add: (value) => value !== undefined && kept.set(valueKey(value), value),
    result: () => [...kept.values()],
  };
}

const ACCUMULATORS: ReadonlyMap<string, (collate: Collate) => Accumulator> = new Map([
  ['$sum', sum],
  ['$count', sum],
  ['$avg', average],
  ['$min', (collate: Collate) => extreme(-1, collate)],
  ['$max', (collate: Collate) => extreme(1, collate)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
  ['$addToSet', addToSet],
]);

interface Field {
  name: string;
  make: () => Accumulator;
  of: Expression;
}

function field(name: string, spec: Value, collate: Collate): Field {
  if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) fail(40236, `The field name '${name}' cannot be an operator name`);
  if (!isDoc(spec) || spec.size !== 1)
    return fail(40234, `The field '${name}' must be an accumulator object`);
  const [[operator, argument] = ['', null]] = spec;
  const make = ACCUMULATORS.get(operator) ?? fail(15952, `unknown group operator '${operator}'`);
  if (operator === '$count' && (!isDoc(argument) || argument.size > 0))
    fail(9, '$count takes no arguments, i.e. $count:{}');
  const of = compileExpression(operator === '$count' ? int(1) : argument, collate);
  return { name, make: () => make(collate), of };
}

export function group(
  spec: Value,
  collate: Collate,
  now: () => Date,
): (input: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(spec)) return fail(15947, `a group's fields must be specified in an object, got ${show(spec)}`);
  const id = spec.get('_id');
  if (id === undefined) return fail(15955, 'a group specification must include an _id');
  const key = compileExpression(id, collate);
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => field(name, value, collate));
  return function* (input) {
    const at = now();
    const groups = new Map<string, { id: Value; parts: Accumulator[] }>();
    for (const document of input) {
      const value = key.of(document, at) ?? null;
      const name = valueKey(value);
      const found = groups.get(name) ?? { id: value, parts: fields.map((one) => one.make()) };
      groups.set(name, found);
      for (const [index, one] of fields.entries()) found.parts[index]?.add(one.of.of(document, at));
    }
    for (const found of groups.values()) {
      const made = doc({ _id: found.id });
      for (const [index, one] of fields.entries()) made.set(one.name, found.parts[index]?.result() ?? null);
      yield made;
    }
  };
}
