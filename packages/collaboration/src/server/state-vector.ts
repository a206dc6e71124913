/** A state vector comes from the client, so it is read strictly before Yjs sees it. */

import { ByteReader } from '../update/byte-reader.ts';

const MOST_CLIENTS = 20_000;

export const isStateVector = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return true;
  const reader = new ByteReader(bytes);
  const count = reader.number();
  if (count > MOST_CLIENTS) return false;
  for (let i = 0; i < count && reader.fault === null; i++) {
    reader.number();
    reader.number();
  }
  return reader.fault === null && reader.atEnd();
};
