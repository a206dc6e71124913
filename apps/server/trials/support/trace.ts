/**
 * A concurrent editing trace (josephg/editing-traces): who typed what, on top of which version. Positions count code
 * points of the version named by `parents`.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';

const trace = z.object({
  kind: z.literal('concurrent'),
  endContent: z.string(),
  numAgents: z.number().int(),
  txns: z.array(
    z.object({
      parents: z.array(z.number().int()),
      agent: z.number().int(),
      patches: z.array(z.tuple([z.number().int(), z.number().int(), z.string()])),
    }),
  ),
});
export type Trace = z.infer<typeof trace>;
export type Transaction = Trace['txns'][number];

export function readTrace(file: string): Trace {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return trace.parse(JSON.parse(text));
}

/** Index in UTF-16 units of the `count`-th code point of a text. Plain texts, the common case, need no walk. */
export function unitsOf(text: string, count: number): number {
  if (!/[\uD800-\uDFFF]/.test(text)) return count;
  let units = 0;
  for (let seen = 0; seen < count; seen++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

/** What an agent does not know yet of the version a transaction was made on, in an order that respects the parents. */
export function missingFor(trace: Trace, known: ReadonlySet<number>, parents: readonly number[]): number[] {
  const missing = new Set<number>();
  const ahead = [...parents];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (known.has(next) || missing.has(next)) continue;
    missing.add(next);
    ahead.push(...(trace.txns[next]?.parents ?? []));
  }
  // Transactions are numbered after their parents.
  return [...missing].sort((a, b) => a - b);
}
