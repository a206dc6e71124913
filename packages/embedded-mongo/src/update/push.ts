/**
 * Answers for `$push` and its modifiers, in MongoDB's order: add at the position, sort, then slice.
 */
import { fail } from '../failure.ts';
import { toNumber, toWhole } from '../bson/numbers.ts';
import { compare, compareStrings } from '../bson/order.ts';
import { copy, isDoc, isNumber, typeOf } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { parseSort, sorter } from '../query/sort.ts';
import { arrayAt } from './paths.ts';

const MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

function whole(value: Maybe, name: string): number | undefined {
  if (value === undefined) return undefined;
  const number = isNumber(value) ? toWhole(value) : undefined;
  return number === undefined
    ? fail(2, `The value for ${name} must be an integer value but was given type: ${typeOf(value).name}`)
    : Number(number);
}

function sortWith(spec: Maybe): ((array: Value[]) => Value[]) | undefined {
  if (spec === undefined) return undefined;
  if (isNumber(spec)) {
    const direction = toNumber(spec);
    if (direction !== 1 && direction !== -1) fail(2, 'The $sort element value must be either 1 or -1');
    return (array) => [...array].sort((left, right) => compare(left, right) * direction);
  }
  if (!isDoc(spec) || spec.size === 0)
    return fail(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  const { key, order } = sorter(parseSort(spec), compareStrings);
  const keyOf = (value: Value): Maybe[] => key(isDoc(value) ? value : new Map());
  return (array) =>
    array
      .map((value) => ({ value, key: keyOf(value) }))
      .sort((left, right) => order(left.key, right.key))
      .map(({ value }) => value);
}

function sliced(array: Value[], count: number | undefined): Value[] {
  if (count === undefined) return array;
  if (count === 0) return [];
  return count > 0 ? array.slice(0, count) : array.slice(count);
}

function modifiers(argument: Value): Doc {
  if (!isDoc(argument) || !argument.has('$each')) return new Map([['$each', [argument]]]);
  for (const name of argument.keys())
    if (!MODIFIERS.has(name)) fail(2, `Unrecognized clause in $push: ${name}`);
  return argument;
}

export function pushed(argument: Value): (there: Maybe, moment: { path: string[] }) => Maybe {
  const given = modifiers(argument);
  const each = given.get('$each');
  if (!Array.isArray(each))
    return fail(
      2,
      `The argument to $each in $push must be an array but it was of type: ${typeOf(each ?? null).name}`,
    );
  const position = whole(given.get('$position'), '$position');
  const slice = whole(given.get('$slice'), '$slice');
  const sort = sortWith(given.get('$sort'));
  return (there, { path }) => {
    const array = [...(arrayAt(there, '$push', path) ?? [])];
    const at =
      position === undefined ? array.length : position < 0 ? Math.max(0, array.length + position) : position;
    array.splice(at, 0, ...each.map(copy));
    return sliced(sort ? sort(array) : array, slice);
  };
}
