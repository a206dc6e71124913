/**
 * What a file is, by its bytes alone, and what of it is kept. Images lose their metadata; a PDF is kept as it is and
 * served as a download. Everything else is refused, by a name that the refusal can put into a sentence.
 */
import { refuse, type AttachmentType, type Failure, type Result } from '@butinerie/contracts';
import { ascii } from './bytes.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { damaged, type Cleaned, type CleanResult } from './cleaned.ts';

/** More would be a small file that unfolds into a very large one. */
const PIXELS_LIMIT = 100_000_000;

const CLEAN: Readonly<Record<AttachmentType, (bytes: Uint8Array) => CleanResult>> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  pdf: cleanPdf,
};

export function cleanFile(bytes: Uint8Array): Result<Cleaned, Failure<'file-type' | 'file-damaged'>> {
  const found = kindOf(bytes);
  if (!isTaken(found)) return refuse('file-type', { found });
  const cleaned = CLEAN[found](bytes);
  if (!cleaned.ok) return cleaned;
  const { width, height } = cleaned.value;
  if (width === 0 || height === 0) return damaged(found, 'corrupt');
  return (width ?? 0) * (height ?? 0) > PIXELS_LIMIT ? damaged(found, 'too-many-pixels') : cleaned;
}

/** Kinds that are refused by their name, since people meet them. */
type Refused = 'svg' | 'heic' | 'gif' | 'office' | 'empty' | 'unknown';

/** The first bytes are enough: asked on the device before anything is sent. */
export function kindOf(bytes: Uint8Array): AttachmentType | Refused {
  const head = ascii(bytes, 0, 12);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (/^%PDF-[12]\./.test(head)) return 'pdf';
  if (bytes.length === 0) return 'empty';
  if (/^.{4}ftyp(hei|hev|mif|msf|avif)/s.test(head)) return 'heic';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('PK\x03\x04') || head.startsWith('\xd0\xcf\x11\xe0')) return 'office';
  return /<svg[\s>]/i.test(ascii(bytes, 0, 1_024)) ? 'svg' : 'unknown';
}

export function isTaken(kind: string): kind is AttachmentType {
  return Object.hasOwn(CLEAN, kind);
}

/** Whole when its end is there. Nothing of it is shown in a page, so nothing in it is rewritten. */
function cleanPdf(bytes: Uint8Array): CleanResult {
  const tail = ascii(bytes, Math.max(0, bytes.length - 2_048), 2_048);
  if (!tail.includes('%%EOF')) return damaged('pdf', 'truncated');
  return { ok: true, value: { type: 'pdf', bytes, width: null, height: null } };
}
