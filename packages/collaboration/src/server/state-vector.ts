/** A state vector comes from the client, so it is read strictly before Yjs sees it. */

import { ByteReader } from '../update/byte-reader.ts';

const MOST_CLIENTS = 20_000;

/** How far each client is known; null when the bytes are no state vector. No bytes at all are an empty one. */
export const readStateVector = (bytes: Uint8Array): ReadonlyMap<number, number> | null => {
  const vector = new Map<number, number>();
  if (bytes.length === 0) return vector;
  const reader = new ByteReader(bytes);
  const count = reader.number();
  if (count > MOST_CLIENTS) return null;
  for (let i = 0; i < count && reader.fault === null; i++) {
    const client = reader.number();
    vector.set(client, reader.number());
  }
  return reader.fault === null && reader.atEnd() ? vector : null;
};
