/**
 * A WebP without its metadata: Exif, XMP and unknown chunks are left out, and so is whatever follows the end that the
 * file itself names.
 */
import { ascii, joined, lettersOf, littleEndian, u24le, u32le } from './bytes.ts';
import { damaged, type Cleaned, type CleanResult } from './cleaned.ts';
import { onlyOrientation, orientationOf } from './orientation.ts';

const KEPT: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const DRAWN: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);
const HAS_EXIF = 8;
const HAS_XMP = 4;

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}
type Size = Pick<Cleaned, 'width' | 'height'>;

export function cleanWebp(bytes: Uint8Array): CleanResult {
  const said = u32le(bytes, 4) ?? 0;
  if (said + 8 > bytes.length) return damaged('webp', 'truncated');
  const chunks: Chunk[] = [];
  for (let at = 12; at < said + 8;) {
    const length = u32le(bytes, at + 4);
    if (length === undefined || at + 8 + length > said + 8) return damaged('webp', 'truncated');
    chunks.push({ name: ascii(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  const size = sizeOf(chunks[0]);
  if (size === null || !chunks.some(({ name }) => DRAWN.has(name))) return damaged('webp', 'corrupt');
  const exif = chunks.find(({ name }) => name === 'EXIF');
  const tiff = exif === undefined ? null : onlyOrientation(orientationOf(tiffOf(exif.data)));
  const kept = chunks
    .filter(({ name }) => KEPT.has(name))
    .map((chunk) => (chunk.name === 'VP8X' ? { ...chunk, data: flagged(chunk.data, tiff !== null) } : chunk));
  if (tiff !== null) kept.push({ name: 'EXIF', data: tiff });
  const body = joined([lettersOf('WEBP'), ...kept.map(written)]);
  const whole = joined([lettersOf('RIFF'), littleEndian(body.length), body]);
  return { ok: true, value: { type: 'webp', bytes: whole, ...size } };
}

/** Some programs put JPEG's mark before it. */
const tiffOf = (data: Uint8Array): Uint8Array => (ascii(data, 0, 4) === 'Exif' ? data.subarray(6) : data);

function flagged(data: Uint8Array, exif: boolean): Uint8Array {
  const copy = data.slice();
  copy[0] = ((data[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (exif ? HAS_EXIF : 0);
  return copy;
}

function written({ name, data }: Chunk): Uint8Array {
  return joined([lettersOf(name), littleEndian(data.length), data, new Uint8Array(data.length % 2)]);
}

/** The first chunk says how large the image is, in one of three ways. */
function sizeOf(first: Chunk | undefined): Size | null {
  if (first === undefined) return null;
  const { name, data } = first;
  if (name === 'VP8X' && data.length >= 10) return { width: u24le(data, 4) + 1, height: u24le(data, 7) + 1 };
  if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = u32le(data, 1) ?? 0;
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (name === 'VP8 ' && data.length >= 10 && ascii(data, 3, 3) === '\x9d\x01\x2a') {
    const side = (at: number): number => ((data[at] ?? 0) + (data[at + 1] ?? 0) * 256) & 0x3fff;
    return { width: side(6), height: side(8) };
  }
  return null;
}
