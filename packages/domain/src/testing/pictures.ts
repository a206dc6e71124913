/** Small pictures made of their parts, with as much metadata as a test wants. */
import { bigEndian, crc32, joined, lettersOf, littleEndian } from '../attachments/clean/bytes.ts';

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** Exif with a way up and the place where a photo was taken, little or big endian. */
export function exifWith(orientation: number, order: 'II' | 'MM' = 'II'): Uint8Array {
  const short = (value: number): number[] => (order === 'II' ? [value, 0] : [0, value]);
  const long = (value: number): number[] => (order === 'II' ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const tag = (high: number, low: number): number[] => (order === 'II' ? [low, high] : [high, low]);
  const make = [...tag(0x01, 0x0f), ...short(2), ...long(4), ...lettersOf('GPS\0')];
  const way = [...tag(0x01, 0x12), ...short(3), ...long(1), ...short(orientation), 0, 0];
  const place = lettersOf('48.9472N 2.2467E Argenteuil');
  const head = [...lettersOf(order), ...short(42), ...long(8)];
  return joined([Uint8Array.of(...head, ...short(2), ...make, ...way, ...long(0)), place]);
}

/** One grey pixel. */
const JPEG_BODY = fromBase64(
  '/9sAQwD//////////////////////////////////////////////////////////////////////////////////////8IACwgAAQABAQERAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8Q',
);
export const SOI = Uint8Array.of(0xff, 0xd8);
export const EOI = Uint8Array.of(0xff, 0xd9);
export function segment(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 255), data]);
}
export const JFIF = segment(0xe0, joined([lettersOf('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0)]));
export const jpegOf = (...before: readonly Uint8Array[]): Uint8Array =>
  joined([SOI, JFIF, ...before, JPEG_BODY, EOI]);

export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const checked = joined([lettersOf(name), data]);
  return joined([bigEndian(data.length), checked, bigEndian(crc32(checked))]);
}
export const PNG_SIGNATURE = lettersOf('\x89PNG\r\n\x1a\n');
export const ihdr = (width: number, height: number): Uint8Array =>
  pngChunk('IHDR', joined([bigEndian(width), bigEndian(height), Uint8Array.of(8, 0, 0, 0, 0)]));
/** One grey pixel, deflated. */
export const IDAT = pngChunk('IDAT', Uint8Array.of(0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81));
export const IEND = pngChunk('IEND', new Uint8Array());
export const pngOf = (...before: readonly Uint8Array[]): Uint8Array =>
  joined([PNG_SIGNATURE, ihdr(1, 1), ...before, IDAT, IEND]);

export function riffChunk(name: string, data: Uint8Array): Uint8Array {
  return joined([lettersOf(name), littleEndian(data.length), data, new Uint8Array(data.length % 2)]);
}
/** One pixel without loss. */
export const VP8L = riffChunk('VP8L', fromBase64('LwAAABAHEBERiIj+BwA='));
export const vp8x = (flags: number): Uint8Array =>
  riffChunk('VP8X', Uint8Array.of(flags, 0, 0, 0, 0, 0, 0, 0, 0, 0));
export function webpOf(...chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined([lettersOf('WEBP'), ...chunks]);
  return joined([lettersOf('RIFF'), littleEndian(body.length), body]);
}

export const pdfOf = (inside = ''): Uint8Array => lettersOf(`%PDF-1.7\n${inside}\ntrailer\n%%EOF\n`);
