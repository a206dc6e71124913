/**
 * Answers for the pipeline's stages; any other is refused as MongoDB refuses one it does not know.
 */
import { fail, noSearch } from '../failure.ts';
import { toWhole } from '../bson/numbers.ts';
import type { Collate } from '../bson/order.ts';
import { compareStrings } from '../bson/order.ts';
import { show } from '../bson/show.ts';
import { doc, int, isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { compileFilter, wantDoc } from '../query/matcher.ts';
import { select } from '../query/select.ts';
import { parseSort, sortDocs } from '../query/sort.ts';
import type { Access } from '../store/access.ts';
import { compileExpression } from './expressions.ts';
import { group } from './group.ts';
import { shapeStage } from './shape.ts';
import { get } from '../update/paths.ts';

export type Stage = (input: Iterable<Doc>) => Iterable<Doc>;

export interface Surroundings {
  access: Access;
  database: string;
  collate: Collate;
  now: () => Date;
}

function wholeOf(value: Value, name: string, least: bigint): number {
  const number = isNumber(value) ? toWhole(value) : undefined;
  if (number === undefined || number < least)
    return fail(name === '$limit' ? 15958 : 15956, `invalid argument to ${name} stage: ${show(value)}`);
  return Number(number);
}

function* taken(input: Iterable<Doc>, skip: number, limit: number): Generator<Doc> {
  let at = 0;
  for (const document of input) {
    if (at >= skip) yield document;
    at += 1;
    if (at >= skip + limit) return;
  }
}

function count(argument: Value): Stage {
  if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.'))
    return fail(40156, 'the count field must be a non-empty string without $ or .');
  return function* (input) {
    let n = 0;
    for (const _ of input) n += 1;
    if (n > 0) yield doc({ [argument]: int(n) });
  };
}

function put(document: Doc, path: string[], value: Maybe): Doc {
  const [part = '', ...rest] = path;
  const made: Doc = new Map(document);
  const inner = document.get(part);
  if (rest.length > 0) made.set(part, put(isDoc(inner) ? inner : new Map(), rest, value));
  else if (value === undefined) made.delete(part);
  else made.set(part, value);
  return made;
}

function unwind(argument: Value): Stage {
  const given: Doc = isDoc(argument) ? argument : new Map([['path', argument]]);
  for (const name of given.keys())
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name))
      fail(28811, `unrecognized option to $unwind stage: ${name}`);
  const name = given.get('path');
  if (typeof name !== 'string' || !/^\$[^$]/.test(name))
    return fail(28818, `path option to $unwind stage should be prefixed with a '$': ${show(name ?? null)}`);
  const path = name.slice(1).split('.');
  const keep = given.get('preserveNullAndEmptyArrays') === true;
  const index = given.get('includeArrayIndex');
  const numbered = (document: Doc, at: bigint | null): Doc =>
    typeof index === 'string' ? put(document, index.split('.'), at) : document;
  return function* (input) {
    for (const document of input) {
      const value = get(document, path);
      if (Array.isArray(value) && value.length > 0) {
        for (const [at, member] of value.entries()) yield numbered(put(document, path, member), BigInt(at));
      } else if (value === undefined || value === null || Array.isArray(value)) {
        if (keep) yield numbered(Array.isArray(value) ? put(document, path, undefined) : document, null);
      } else yield numbered(document, null);
    }
  };
}

function lookup(argument: Value, around: Surroundings): Stage {
  const given = wantDoc(argument, '$lookup');
  for (const name of given.keys())
    if (!['from', 'localField', 'foreignField', 'as'].includes(name))
      fail(
        name === 'pipeline' || name === 'let' ? 115 : 9,
        `$lookup argument '${name}' is not supported by this server`,
      );
  const [from, local, foreign, as] = ['from', 'localField', 'foreignField', 'as'].map((name) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : fail(9, `$lookup argument '${name}' must be a string`);
  });
  const collection = around.access.collection(`${around.database}.${from}`);
  const localValue = compileExpression(`$${local}`);
  return function* (input) {
    for (const document of input) {
      const value = localValue.of(document) ?? null;
      const wanted = Array.isArray(value) ? value : [value];
      const filter: Doc = new Map([[foreign ?? '', doc({ $in: wanted })]]);
      const question = { filter, sort: [], collate: compareStrings, skip: 0, limit: 0 };
      const hits = collection ? select(around.access.view, collection, question).hits : [];
      yield put(
        document,
        (as ?? '').split('.'),
        [...hits].map((hit) => hit.document),
      );
    }
  };
}

function sortByCount(argument: Value, around: Surroundings): Stage {
  const grouped = group(doc({ _id: argument, count: doc({ $sum: int(1) }) }), around.collate, around.now);
  const by = { fields: [{ path: 'count', direction: -1 as const }], collate: around.collate };
  return (input) => sortDocs([...grouped(input)], (document) => document, by);
}

function compileStage(stage: Doc, around: Surroundings): Stage {
  const [[name, argument] = ['', null]] = stage;
  if (stage.size !== 1) fail(40323, 'A pipeline stage specification object must contain exactly one field.');
  const shape = shapeStage(name, argument, around.now, around.collate);
  if (shape)
    return function* (input) {
      for (const document of input) yield shape(document);
    };
  switch (name) {
    case '$match': {
      const matches = compileFilter(
        isDoc(argument) ? argument : fail(15959, 'the match filter must be an expression in an object'),
        around.collate,
      );
      return function* (input) {
        for (const document of input) if (matches(document)) yield document;
      };
    }
    case '$sort': {
      const by = { fields: parseSort(argument, '$sort'), collate: around.collate };
      if (by.fields.length === 0) fail(15976, '$sort stage must have at least one sort key');
      return (input) => sortDocs([...input], (document) => document, by);
    }
    case '$skip': {
      const skip = wholeOf(argument, name, 0n);
      return (input) => taken(input, skip, Infinity);
    }
    case '$limit': {
      const limit = wholeOf(argument, name, 1n);
      return (input) => taken(input, 0, limit);
    }
    case '$count':
      return count(argument);
    case '$group':
      return group(argument, around.collate, around.now);
    case '$unwind':
      return unwind(argument);
    case '$lookup':
      return lookup(argument, around);
    case '$sortByCount':
      return sortByCount(argument, around);
    case '$listSearchIndexes':
      return noSearch();
    default:
      return fail(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

export function compilePipeline(stages: Doc[], around: Surroundings): Stage {
  const steps = stages.map((stage) => compileStage(stage, around));
  return (input) => steps.reduce((documents, step) => step(documents), input);
}
