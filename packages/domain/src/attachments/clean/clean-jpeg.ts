/**
 * A JPEG without its metadata: the segments that make the picture and its colours are kept byte for byte, the others
 * (Exif with place and hour, XMP, IPTC, comments, previews) are left out, and so is whatever follows the picture's end.
 */
import { ascii, joined, lettersOf, u16 } from './bytes.ts';
import { damaged, type Cleaned, type CleanResult } from './cleaned.ts';
import { onlyOrientation, orientationOf } from './orientation.ts';

const SOI = Uint8Array.of(0xff, 0xd8);
const EOI = 0xd9;
const SOS = 0xda;
const EXIF = 'Exif\0\0';
const JFIF_LENGTH = 16;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Tables, frames, scans: what a decoder needs. */
const isPicture = (marker: number): boolean => marker >= 0xc0 && marker <= 0xdf;

export function cleanJpeg(bytes: Uint8Array): CleanResult {
  const kept: Uint8Array[] = [];
  let size: Pick<Cleaned, 'width' | 'height'> | null = null;
  let scanned = false;
  let orientation = 1;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return damaged('jpeg', at >= bytes.length ? 'truncated' : 'corrupt');
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return damaged('jpeg', 'truncated');
    if (marker === EOI) break;
    const length = u16(bytes, at + 2);
    if (length === undefined || at + 2 + length > bytes.length) return damaged('jpeg', 'truncated');
    if (length < 2) return damaged('jpeg', 'corrupt');
    const segment = bytes.subarray(at, at + 2 + length);
    at += 2 + length;
    if (marker === SOS) {
      const end = endOfScan(bytes, at);
      kept.push(segment, bytes.subarray(at, end));
      at = end;
      scanned = true;
      continue;
    }
    if (isFrame(marker)) {
      const height = u16(segment, 5);
      const width = u16(segment, 7);
      if (height === undefined || width === undefined) return damaged('jpeg', 'corrupt');
      size = { width, height };
    }
    if (marker === 0xe1 && ascii(segment, 4, 6) === EXIF) orientation = orientationOf(segment.subarray(10));
    const part = keptOf(marker, segment);
    if (part !== null) kept.push(part);
  }
  if (size === null || !scanned) return damaged('jpeg', 'corrupt');
  const exif = exifOf(orientation);
  const cleaned = joined([SOI, ...(exif === null ? [] : [exif]), ...kept, Uint8Array.of(0xff, EOI)]);
  return { ok: true, value: { type: 'jpeg', bytes: cleaned, ...size } };
}

/** Data of a scan goes on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    const inside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!inside) return at;
  }
  return bytes.length;
}

function keptOf(marker: number, segment: Uint8Array): Uint8Array | null {
  if (isPicture(marker)) return segment;
  // Without the small picture that may stand in it.
  if (marker === 0xe0 && ascii(segment, 4, 5) === 'JFIF\0' && segment.length >= 2 + JFIF_LENGTH) {
    const plain = segment.slice(0, 2 + JFIF_LENGTH);
    plain.set([0, JFIF_LENGTH], 2);
    plain.set([0, 0], JFIF_LENGTH);
    return plain;
  }
  if (marker === 0xe2 && ascii(segment, 4, 12) === 'ICC_PROFILE\0') return segment;
  // How its colours are to be read.
  return marker === 0xee && ascii(segment, 4, 5) === 'Adobe' ? segment : null;
}

function exifOf(orientation: number): Uint8Array | null {
  const tiff = onlyOrientation(orientation);
  if (tiff === null) return null;
  const length = 2 + EXIF.length + tiff.length;
  return joined([Uint8Array.of(0xff, 0xe1, length >> 8, length & 255), lettersOf(EXIF), tiff]);
}
