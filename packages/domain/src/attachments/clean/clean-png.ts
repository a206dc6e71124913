/**
 * A PNG without its metadata: chunks that make the picture and its colours are kept, texts, hours and Exif are left out,
 * and so is whatever follows the picture's end.
 */
import { ascii, bigEndian, crc32, joined, lettersOf, u32 } from './bytes.ts';
import { damaged, type Cleaned, type CleanResult } from './cleaned.ts';
import { onlyOrientation, orientationOf } from './orientation.ts';

const SIGNATURE_LENGTH = 8;
const KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const isCritical = (name: string): boolean => /^[A-Z]/.test(name);

export function cleanPng(bytes: Uint8Array): CleanResult {
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_LENGTH)];
  let size: Pick<Cleaned, 'width' | 'height'> | null = null;
  let drawn = false;
  let orientation = 1;
  let at = SIGNATURE_LENGTH;
  for (;;) {
    const length = u32(bytes, at);
    const end = at + 12 + (length ?? 0);
    if (length === undefined || end > bytes.length) return damaged('png', 'truncated');
    const name = ascii(bytes, at + 4, 4);
    const data = bytes.subarray(at + 8, end - 4);
    if (!/^[A-Za-z]{4}$/.test(name) || u32(bytes, end - 4) !== crc32(bytes.subarray(at + 4, end - 4)))
      return damaged('png', 'corrupt');
    if (size === null) {
      const width = u32(data, 0);
      const height = u32(data, 4);
      if (name !== 'IHDR' || length !== 13 || !width || !height) return damaged('png', 'corrupt');
      size = { width, height };
    }
    if (isCritical(name) && !KEPT.has(name)) return damaged('png', 'corrupt');
    if (name === 'eXIf') orientation = orientationOf(data);
    drawn ||= name === 'IDAT';
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') break;
  }
  if (!drawn) return damaged('png', 'corrupt');
  const tiff = onlyOrientation(orientation);
  // Anywhere between the first chunk and the last but among the picture's own.
  if (tiff !== null) kept.splice(2, 0, chunkOf('eXIf', tiff));
  return { ok: true, value: { type: 'png', bytes: joined(kept), ...size } };
}

function chunkOf(name: string, data: Uint8Array): Uint8Array {
  const checked = joined([lettersOf(name), data]);
  return joined([bigEndian(data.length), checked, bigEndian(crc32(checked))]);
}
