/** Carets as y-protocols awareness writes them: how many, then a client id, its clock and its state for each. */

import * as encoding from 'lib0/encoding';
import type { Outcome } from '../outcome.ts';
import { done, refuse } from '../outcome.ts';
import { ByteReader } from '../update/byte-reader.ts';

export interface PresenceFailure {
  readonly code: 'malformed-presence';
  readonly detail: string;
}

export interface CaretEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

interface Most {
  readonly bytes: number;
  readonly entries: number;
}
/** What one connection may say of itself. */
const OF_ONE: Most = { bytes: 8_192, entries: 32 };
const STATE_BYTES = 4_096;

export const readCarets = (
  bytes: Uint8Array,
  most: Most = OF_ONE,
): Outcome<readonly CaretEntry[], PresenceFailure> => {
  const reader = new ByteReader(bytes);
  if (bytes.length > most.bytes) reader.fail('too-large', 'too long');
  const count = reader.number();
  if (count > most.entries) reader.fail('too-large', 'too many entries');
  const entries: CaretEntry[] = [];
  for (let i = 0; i < count && reader.fault === null; i++) {
    entries.push({ client: reader.number(), clock: reader.number(), state: reader.text(STATE_BYTES) });
  }
  if (!reader.atEnd()) reader.fail('malformed-update', 'bytes left over');
  if (reader.fault !== null) return refuse({ code: 'malformed-presence', detail: reader.detail });
  return done(entries);
};

export const writeCarets = (entries: readonly CaretEntry[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
};

/** Several of these as one; where two tell of the same caret, the first does. */
export const joinCarets = (parts: readonly (Uint8Array | null)[]): Uint8Array | null => {
  const some = parts.filter((part) => part !== null);
  const [only] = some;
  if (only === undefined || some.length === 1) return only ?? null;
  const joined = new Map<number, CaretEntry>();
  for (const part of some) {
    const read = readCarets(part, { bytes: Infinity, entries: Infinity });
    if (read.ok)
      for (const entry of read.value) if (!joined.has(entry.client)) joined.set(entry.client, entry);
  }
  return writeCarets([...joined.values()]);
};
