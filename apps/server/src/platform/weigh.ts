/** About how many bytes a decoded payload took on the wire. Walks without recursion: the payload is a stranger's. */
export function weigh(payload: unknown): number {
  let bytes = 0;
  const waiting: unknown[] = [payload];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') bytes += Buffer.byteLength(value);
    else if (value instanceof Uint8Array) bytes += value.byteLength;
    else if (typeof value === 'object' && value !== null) {
      bytes += 2;
      for (const [key, inner] of Object.entries(value)) {
        bytes += key.length;
        waiting.push(inner);
      }
    } else bytes += 4;
  }
  return bytes;
}
