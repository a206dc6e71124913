export type StoredBytes = Uint8Array | { readonly buffer: Uint8Array; readonly position: number };

/** Read through no model, bytes are the driver's Binary, whose buffer may be longer than its content. Answers a copy. */
export function bytesOf(stored: StoredBytes): Uint8Array {
  return new Uint8Array(stored instanceof Uint8Array ? stored : stored.buffer.subarray(0, stored.position));
}
