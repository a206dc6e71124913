/** Reading and putting together bytes. A reader past the end answers `undefined`: callers say what that means. */

export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export function u16(bytes: Uint8Array, at: number): number | undefined {
  return at + 2 > bytes.length ? undefined : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
export function u32(bytes: Uint8Array, at: number): number | undefined {
  const high = u16(bytes, at);
  const low = u16(bytes, at + 2);
  return high === undefined || low === undefined ? undefined : high * 65_536 + low;
}
export function u32le(bytes: Uint8Array, at: number): number | undefined {
  const [a, b, c, d] = bytes.subarray(at, at + 4);
  return a === undefined || b === undefined || c === undefined || d === undefined
    ? undefined
    : a + b * 256 + c * 65_536 + d * 16_777_216;
}
export const u24le = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) * 65_536;

export function bigEndian(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
export function littleEndian(value: number): Uint8Array {
  return bigEndian(value).toReversed();
}
export const lettersOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
/** The check that PNG writes after each chunk. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // An index, not an iterator: ten million turns of it are felt.
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
