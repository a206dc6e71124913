/** Bytes as the driver reads them, through no model. */
export function bytesIn(stored: unknown): Uint8Array {
  if (stored instanceof Uint8Array) return stored;
  const { buffer, position } = (stored ?? {}) as { buffer?: unknown; position?: unknown };
  return buffer instanceof Uint8Array && typeof position === 'number'
    ? buffer.subarray(0, position)
    : new Uint8Array();
}
