/**
 * Answers for the stages that make one document of one document.
 */
import { fail } from '../failure.ts';
import { show } from '../bson/show.ts';
import type { Collate } from '../bson/order.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { compileProjection } from '../query/projection.ts';
import { compileExpression } from './expressions.ts';
import type { Expression } from './expressions.ts';

export type Shape = (document: Doc) => Doc;

function put(holder: Maybe, path: string[], value: Maybe): Value {
  const [part = '', ...rest] = path;
  if (Array.isArray(holder)) return holder.map((member) => put(member, path, value));
  const made: Doc = new Map(isDoc(holder) ? holder : []);
  if (rest.length > 0) made.set(part, put(made.get(part), rest, value));
  else if (value === undefined) made.delete(part);
  else made.set(part, value);
  return made;
}

function flatten(spec: Doc, prefix: string[]): [string[], Value][] {
  return [...spec].flatMap(([name, value]) => {
    const path = [...prefix, ...name.split('.')];
    if (path.some((part) => part === '' || part.startsWith('$')))
      fail(16410, `FieldPath field names may not start with '$' or be empty: ${name}`);
    const nested = isDoc(value) && value.size > 0 && ![...value.keys()][0]?.startsWith('$');
    return nested ? flatten(value, path) : [[path, value] as [string[], Value]];
  });
}

function setFields(name: string, spec: Value, how: { now: () => Date; collate: Collate | undefined }): Shape {
  if (!isDoc(spec)) return fail(40272, `${name} specification stage must be an object, got ${show(spec)}`);
  const fields: [string[], Expression][] = flatten(spec, []).map(([path, value]) => [
    path,
    compileExpression(value, how.collate),
  ]);
  return (document) => {
    const now = how.now();
    let made: Doc = document;
    for (const [path, expression] of fields) {
      const next = put(made, path, expression.of(document, now));
      if (isDoc(next)) made = next;
    }
    return made;
  };
}

function hide(spec: Value): Shape {
  const names = typeof spec === 'string' ? [spec] : spec;
  if (!Array.isArray(names) || names.length === 0)
    return fail(31002, '$unset specification must be a string or an array');
  const given: Doc = new Map();
  for (const name of names)
    given.set(typeof name === 'string' ? name : fail(31120, '$unset specification must be a string'), false);
  return compileProjection(given, { find: false });
}

function replaceRoot(spec: Value, how: { now: () => Date; collate: Collate | undefined }): Shape {
  const expression = compileExpression(spec, how.collate);
  return (document) => {
    const made = expression.of(document, how.now());
    return isDoc(made)
      ? made
      : fail(
          40228,
          `'newRoot' expression must evaluate to an object, but resulting value was: ${made === undefined ? 'MISSING' : show(made)}`,
        );
  };
}

/** undefined: not one of these stages. */
export function shapeStage(name: string, spec: Value, now: () => Date, collate?: Collate): Shape | undefined {
  switch (name) {
    case '$project': {
      if (!isDoc(spec) || spec.size === 0)
        return fail(
          51272,
          'Invalid $project :: caused by :: projection specification must have at least one field',
        );
      const project = compileProjection(spec, { find: false, now, ...(collate ? { collate } : {}) });
      return (document) => project(document);
    }
    case '$set':
    case '$addFields':
      return setFields(name, spec, { now, collate });
    case '$unset':
      return hide(spec);
    case '$replaceWith':
      return replaceRoot(spec, { now, collate });
    case '$replaceRoot':
      return replaceRoot(isDoc(spec) ? (spec.get('newRoot') ?? null) : null, { now, collate });
    default:
      return undefined;
  }
}
