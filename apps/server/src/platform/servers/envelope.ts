/** An envelope as text, for lines that others could write to as well. */
import { z } from 'zod';
import type { Envelope } from './wake-ups.ts';

const shape = z.object({
  from: z.string().min(1).max(100),
  n: z.number().int().positive(),
  words: z.array(z.object({ topic: z.string(), said: z.unknown() })),
  bye: z.boolean().optional(),
});

export function readEnvelope(text: string): Envelope | null {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
