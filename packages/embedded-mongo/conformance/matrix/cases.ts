/**
 * Answers for how a case of the matrix is written: what is stored, what is asked, and what MongoDB's documentation says
 * comes back. A whole number is an int32, as a shell sends it; other types are written as themselves.
 */
import type { CollationOptions, Document, Sort } from 'mongodb';

export interface Find {
  kind: 'find';
  name: string;
  documents: Document[];
  filter: Document;
  sort?: Sort;
  collation?: CollationOptions;
  ids: unknown[];
}

export interface Update {
  kind: 'update';
  name: string;
  before: Document;
  update: Document | Document[];
  filter?: Document;
  arrayFilters?: Document[];
  after: Document;
}

export interface Compute {
  kind: 'compute';
  name: string;
  document: Document;
  expression: unknown;
  value: unknown;
}

export interface Refused {
  kind: 'refused';
  name: string;
  before: Document;
  update?: Document;
  filter?: Document;
  expression?: unknown;
  code: number;
}

export type Case = Find | Update | Compute | Refused;

export interface Group {
  title: string;
  /** Where MongoDB says so. */
  page: string;
  cases: Case[];
}

/** One filter after the other on the same documents. */
export function finds(
  documents: Document[],
  asked: [name: string, filter: Document, ids: unknown[]][],
): Find[] {
  return asked.map(([name, filter, ids]) => ({
    kind: 'find',
    name,
    documents,
    filter,
    ids,
    sort: { _id: 1 },
  }));
}

export function sorts(documents: Document[], asked: [name: string, sort: Sort, ids: unknown[]][]): Find[] {
  return asked.map(([name, sort, ids]) => ({ kind: 'find', name, documents, filter: {}, sort, ids }));
}

export function updates(
  asked: [name: string, before: Document, update: Document, after: Document][],
): Update[] {
  return asked.map(([name, before, update, after]) => ({ kind: 'update', name, before, update, after }));
}

export function computes(
  asked: [name: string, document: Document, expression: unknown, value: unknown][],
): Compute[] {
  return asked.map(([name, document, expression, value]) => ({
    kind: 'compute',
    name,
    document,
    expression,
    value,
  }));
}

export function refusals(
  asked: [name: string, before: Document, update: Document, code: number][],
): Refused[] {
  return asked.map(([name, before, update, code]) => ({ kind: 'refused', name, before, update, code }));
}
