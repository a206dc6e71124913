/** What comes in and what goes out, parsed by the contract: only what it declares exists on either side. */
import { ok, refuse, type Failure, type FailureCode, type Result, type Route } from '@butinerie/contracts';

/** A zod schema, as contracts hand it over. */
export type Schema = Route['body'];
export type Parsed<S extends Schema> = S['_zod']['output'];

type Issues = NonNullable<ReturnType<Schema['safeParse']>['error']>['issues'];
export type InputFailure = Failure<'invalid-input' | 'unknown-field'>;

/** Parses every part before answering, so that one refusal names everything that is wrong. */
export function parseParts<P extends Readonly<Record<string, Schema>>>(
  schemas: P,
  raw: { readonly [K in keyof P]: unknown },
): Result<{ [K in keyof P]: Parsed<P[K]> }, InputFailure> {
  const values: Record<string, unknown> = {};
  const issues: { path: PropertyKey[]; message: string }[] = [];
  const unknown: string[] = [];
  for (const [part, schema] of Object.entries(schemas)) {
    const parsed = schema.safeParse(raw[part]);
    if (parsed.success) values[part] = parsed.data;
    else collect(part, parsed.error.issues, { issues, unknown });
  }
  if (unknown.length > 0) return refuse('unknown-field', { fields: unknown });
  if (issues.length > 0)
    return refuse('invalid-input', {
      issues: issues.map(({ path, message }) => ({ path: dotted(path), message })),
    });
  // Each value was parsed by the schema of its own name, which the compiler cannot follow through the loop.
  return ok(values as { [K in keyof P]: Parsed<P[K]> });
}

/** Fields of a body or payload go by their bare name, as a form knows them; others say where they stand. */
const BARE = new Set(['body', 'payload']);

function collect(
  part: string,
  found: Issues,
  into: { issues: { path: PropertyKey[]; message: string }[]; unknown: string[] },
): void {
  const place = BARE.has(part) ? [] : [part];
  for (const issue of found) {
    const path = [...place, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      into.unknown.push(...issue.keys.map((key) => dotted([...path, key])));
    else into.issues.push({ path, message: issue.message });
  }
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** Strips every field the contract does not name: what is stored of a thing cannot leak by being there. */
export function parseAnswer(
  answer: Schema,
  result: Result<unknown, { readonly code: FailureCode }>,
): Result<unknown, Failure> {
  // The codes a contract lists are the catalogue's; the compiler cannot follow a generic list into the mapped union.
  return result.ok ? ok(answer.parse(result.value)) : { ok: false, failure: result.failure as Failure };
}
