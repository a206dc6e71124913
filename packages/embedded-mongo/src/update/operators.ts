/**
 * Answers for the update operators on single values. Each takes the value that is there (undefined: nothing) and gives
 * the one to store, or undefined to leave things as they are.
 */
import { Int32 } from 'bson';
import { fail } from '../failure.ts';
import { add, multiply, toWhole } from '../bson/numbers.ts';

import { compare, equal } from '../bson/order.ts';
import { show } from '../bson/show.ts';
import { copy, int, isDoc, isNumber, timestamp, typeOf } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { compileElement } from '../query/matcher.ts';
import { pushed } from './push.ts';
import { arrayAt } from './paths.ts';

export interface Moment {
  now: Date;
  inserting: boolean;
  path: string[];
  /** For messages only. */
  id: Value;
}

export type Operate = (there: Maybe, moment: Moment) => Maybe;
type Make = (argument: Value) => Operate;

function arithmetic(name: '$inc' | '$mul'): Make {
  return (argument) => {
    if (!isNumber(argument))
      return fail(
        14,
        `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: ${show(argument)}`,
      );
    const run = name === '$inc' ? add : multiply;
    return (there, moment) => {
      if (there === undefined) return name === '$inc' ? argument : (multiply(argument, int(0)) ?? argument);
      if (!isNumber(there))
        return fail(
          14,
          `Cannot apply ${name} to a value of non-numeric type. {_id: ${show(moment.id)}} has the field '${moment.path.at(-1) ?? ''}' of non-numeric type ${typeOf(there).name}`,
        );
      return (
        run(there, argument) ??
        fail(
          2,
          `Failed to apply ${name} operations to current value (${show(there)}) for document {_id: ${show(moment.id)}}`,
        )
      );
    };
  };
}

function extreme(sign: 1 | -1): Make {
  return (argument) => (there) =>
    there === undefined || compare(argument, there) * sign > 0 ? argument : undefined;
}

const currentDate: Make = (argument) => {
  const kind = isDoc(argument) ? argument.get('$type') : argument;
  if (kind === true || kind === false || kind === 'date') return (_there, { now }) => new Date(now.getTime());
  if (kind === 'timestamp' && isDoc(argument))
    return (_there, { now }) => timestamp(Math.floor(now.getTime() / 1000), 1);
  return fail(
    2,
    `${typeOf(argument).name} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
  );
};

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const integer = (value: Maybe): value is bigint | Int32 =>
  typeof value === 'bigint' || value instanceof Int32;

const bit: Make = (argument) => {
  if (!isDoc(argument) || argument.size === 0)
    return fail(2, 'The $bit modifier needs a document of and/or/xor operations');
  const steps = [...argument].map(([name, mask]) => {
    const run =
      BITS[name] ?? fail(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (!integer(mask)) return fail(2, 'The $bit modifier field must be an Integer(32/64 bit)');
    return { run, mask };
  });
  return (there) => {
    let value: bigint | Int32 = int(0);
    if (there !== undefined)
      value = integer(there) ? there : fail(2, 'Cannot apply $bit to a value of non-integral type.');
    for (const { run, mask } of steps) {
      const result: bigint = run(toWhole(value) ?? 0n, toWhole(mask) ?? 0n);
      value =
        value instanceof Int32 && mask instanceof Int32
          ? int(Number(BigInt.asIntN(32, result)))
          : BigInt.asIntN(64, result);
    }
    return value;
  };
};

function eachOf(name: string, argument: Value): Value[] | undefined {
  if (!isDoc(argument) || ![...argument.keys()][0]?.startsWith('$each')) return undefined;
  const each = argument.get('$each');
  for (const key of argument.keys())
    if (key !== '$each') fail(2, `Found unexpected fields after $each in ${name}: ${key}`);
  return Array.isArray(each)
    ? each
    : fail(
        14,
        `The argument to $each in ${name} must be an array but it was of type: ${typeOf(each ?? null).name}`,
      );
}

const addToSet: Make = (argument) => {
  const values = eachOf('$addToSet', argument) ?? [argument];
  return (there, { path }) => {
    const array = [...(arrayAt(there, '$addToSet', path) ?? [])];
    for (const value of values) if (!array.some((member) => equal(member, value))) array.push(copy(value));
    return array;
  };
};

function keeping(operator: string, keep: (array: Value[]) => Value[]): Operate {
  return (there, { path }) => {
    const array = arrayAt(there, operator, path);
    return array && keep(array);
  };
}

const pop: Make = (argument) => {
  const end = isNumber(argument) ? toWhole(argument) : undefined;
  if (end !== 1n && end !== -1n) fail(9, `$pop expects 1 or -1, found: ${show(argument)}`);
  return keeping('$pop', (array) => (end === 1n ? array.slice(0, -1) : array.slice(1)));
};

const pull: Make = (argument) => {
  const matches = compileElement(argument);
  return keeping('$pull', (array) => array.filter((member) => !matches(member)));
};

const pullAll: Make = (argument) => {
  if (!Array.isArray(argument))
    return fail(2, '$pullAll requires an array argument but was given a ' + typeOf(argument).name);
  return keeping('$pullAll', (array) =>
    array.filter((member) => !argument.some((gone) => equal(gone, member))),
  );
};

/** `$unset` and `$rename` change which fields there are, so the updater does them itself. */
export const OPERATORS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['$set', (argument) => () => copy(argument)],
  [
    '$setOnInsert',
    (argument) =>
      (_there, { inserting }) =>
        inserting ? copy(argument) : undefined,
  ],
  ['$inc', arithmetic('$inc')],
  ['$mul', arithmetic('$mul')],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$currentDate', currentDate],
  ['$bit', bit],
  ['$push', pushed],
  ['$addToSet', addToSet],
  ['$pop', pop],
  ['$pull', pull],
  ['$pullAll', pullAll],
]);
