/** A lean read gives the driver's Binary, whose buffer may be longer than its content. */
export function bytesOf(stored: Buffer | { buffer: Uint8Array; position: number }): Uint8Array {
  if (stored instanceof Uint8Array) return new Uint8Array(stored);
  return stored.buffer.slice(0, stored.position);
}
