/**
 * The words a route takes, found in its contract and not in a list kept by hand: every string of its query and body that
 * any words fit in. What only an id, a date or an address fits in is none.
 */
import type { Route } from '@butinerie/contracts';
import * as z from 'zod';

/** Keys on the way to a field; `*` stands for every element of a list. */
export interface TextField {
  readonly name: string;
  readonly path: readonly string[];
  /** Signs at most by the contract; null where it sets no limit. */
  readonly limit: number | null;
}

const WORDS = ['Un mot', 'Quelques mots de plus'];
/** Numbers, choices, bytes, and strings of a form of their own. */
const WORDLESS = [
  z.ZodStringFormat,
  z.ZodEnum,
  z.ZodLiteral,
  z.ZodBoolean,
  z.ZodNumber,
  z.ZodNull,
  z.ZodCustom,
];

export function textFieldsOf(route: Route): TextField[] {
  const found = new Map<string, TextField>();
  const walk = (schema: unknown, path: readonly string[]): void => {
    if (schema instanceof z.ZodString) {
      if (!WORDS.some((words) => schema.safeParse(words).success)) return;
      const name = `${route.name} ${path.join('.')}`;
      found.set(name, { name, path, limit: schema.maxLength });
    } else if (schema instanceof z.ZodObject)
      for (const [key, inner] of Object.entries(schema.shape)) walk(inner, [...path, key]);
    else if (schema instanceof z.ZodArray) walk(schema.element, [...path, '*']);
    else if (schema instanceof z.ZodUnion) for (const option of schema.options) walk(option, path);
    else if (schema instanceof z.ZodPipe) walk(schema.in, path);
    else if (
      schema instanceof z.ZodOptional ||
      schema instanceof z.ZodNullable ||
      schema instanceof z.ZodDefault ||
      schema instanceof z.ZodReadonly
    )
      walk(schema.def.innerType, path);
    // Words in a kind of value that this does not know would be tried nowhere, unseen.
    else if (!WORDLESS.some((kind) => schema instanceof kind))
      throw new Error(`${route.name} ${path.join('.')}: whether words fit in it is not known here`);
  };
  walk(route.query, ['query']);
  walk(route.body, ['body']);
  return [...found.values()];
}

/** The same value with other words at this path; null where the path leads nowhere in it. */
export function withWords(
  value: unknown,
  path: readonly string[],
  words: () => string,
): { readonly value: unknown } | null {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? { value: words() } : null;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null;
  if (key === '*') {
    if (!Array.isArray(value) || value.length === 0) return null;
    const inner = value.map((element: unknown) => withWords(element, rest, words));
    return inner.some((each) => each !== null)
      ? { value: inner.map((each, at) => (each === null ? (value[at] as unknown) : each.value)) }
      : null;
  }
  const inner = withWords((value as Record<string, unknown>)[key], rest, words);
  return inner === null ? null : { value: { ...value, [key]: inner.value } };
}
