import { describe, expect, test } from 'vitest';
import { codeOf } from '../../testing/cast.ts';
import {
  EOI,
  exifWith,
  IDAT,
  IEND,
  ihdr,
  JFIF,
  jpegOf,
  pdfOf,
  PNG_SIGNATURE,
  pngChunk,
  pngOf,
  riffChunk,
  segment,
  SOI,
  VP8L,
  vp8x,
  webpOf,
} from '../../testing/pictures.ts';
import { joined, lettersOf } from './bytes.ts';
import { cleanFile, kindOf } from './clean-file.ts';
import { orientationOf } from './orientation.ts';

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
function cleaned(bytes: Uint8Array) {
  const result = cleanFile(bytes);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const SCRIPT = lettersOf('<html><script>alert(1)</script>PK\x03\x04');
const SECRET = /Argenteuil|GPS|alert|Dupont|PK\x03/;

describe('what a file is', () => {
  test.each([
    ['jpeg', jpegOf()],
    ['png', pngOf()],
    ['webp', webpOf(VP8L)],
    ['pdf', pdfOf()],
  ] as const)(
    '[AF3] %s is known by its bytes, and kept as it is where it says nothing else',
    (type, bytes) => {
      expect(cleaned(bytes)).toMatchObject({ type, bytes });
    },
  );

  test.each([
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['svg', '\n <SVG onload=alert(1)>'],
    ['heic', '\0\0\0\x18ftypheic\0\0'],
    ['gif', 'GIF89a\x01\0\x01\0'],
    ['office', 'PK\x03\x04[Content_Types].xml'],
    ['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['empty', ''],
    ['unknown', '<!doctype html><title>x</title>'],
    ['unknown', ' %PDF-1.7\n%%EOF'],
    ['unknown', 'MZ\x90\0'],
    ['unknown', '\xff\xd8'],
    ['unknown', 'RIFF\x04\0\0\0WAVE'],
  ])('[AF3] %s is refused by what it is: %j', (found, bytes) => {
    expect(kindOf(lettersOf(bytes))).toBe(found);
    expect(cleanFile(lettersOf(bytes))).toMatchObject({ failure: { code: 'file-type', found } });
  });
});

describe('metadata', () => {
  const exif = (orientation: number, order?: 'II' | 'MM') =>
    segment(0xe1, joined([lettersOf('Exif\0\0'), exifWith(orientation, order)]));

  test('[AF4] a JPEG loses place, author, comment, preview and what follows its end; colours stay', () => {
    const colours = segment(0xe2, lettersOf('ICC_PROFILE\0\x01\x01profile'));
    const adobe = segment(0xee, lettersOf('Adobe\0d\0\0\0\0\0'));
    const bytes = joined([
      jpegOf(
        exif(1),
        segment(0xe1, lettersOf('http://ns.adobe.com/xap/1.0/\0<x>Dupont</x>')),
        segment(0xed, lettersOf('Photoshop 3.0\0Dupont')),
        segment(0xfe, lettersOf('<script>alert(1)</script>')),
        segment(0xe2, lettersOf('MPF\0GPS')),
        colours,
        adobe,
      ),
      SCRIPT,
    ]);
    const { bytes: kept } = cleaned(bytes);
    expect(text(kept)).not.toMatch(SECRET);
    expect(kept).toEqual(jpegOf(colours, adobe));
    expect(cleaned(kept).bytes).toEqual(kept);
  });

  test('[AF4] the small picture inside a JFIF head goes too', () => {
    const withPreview = segment(
      0xe0,
      joined([lettersOf('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 1, 1), lettersOf('RGB')]),
    );
    const rest = jpegOf().subarray(2 + JFIF.length);
    expect(cleaned(joined([SOI, withPreview, rest])).bytes).toEqual(jpegOf());
  });

  test.each([2, 3, 6, 8])('[AF4] a photo that lies on side %i still says so, and nothing else', (side) => {
    for (const order of ['II', 'MM'] as const) {
      const { bytes } = cleaned(jpegOf(exif(side, order)));
      expect(text(bytes)).not.toMatch(SECRET);
      const at = text(bytes).indexOf('Exif\0\0');
      expect(orientationOf(bytes.subarray(at + 6))).toBe(side);
      expect(bytes.length).toBe(jpegOf().length + 36);
    }
  });

  test('[AF4] a PNG loses texts, hours, Exif, unknown chunks and what follows its end', () => {
    const colours = [pngChunk('sRGB', Uint8Array.of(0)), pngChunk('pHYs', new Uint8Array(9))];
    const bytes = joined([
      pngOf(
        pngChunk('tEXt', lettersOf('Author\0Dupont')),
        ...colours,
        pngChunk('iTXt', lettersOf('XML:com.adobe.xmp\0\0\0\0\0Dupont')),
        pngChunk('zTXt', lettersOf('Comment\0\0GPS')),
        pngChunk('tIME', new Uint8Array(7)),
        pngChunk('eXIf', exifWith(1)),
        pngChunk('evIl', SCRIPT),
      ),
      SCRIPT,
    ]);
    expect(cleaned(bytes).bytes).toEqual(pngOf(...colours));
    const turned = cleaned(pngOf(pngChunk('eXIf', exifWith(6)))).bytes;
    expect(text(turned)).not.toMatch(SECRET);
    expect(text(turned).indexOf('eXIf')).toBeGreaterThan(text(turned).indexOf('IHDR'));
    expect(cleaned(turned).bytes).toEqual(turned);
  });

  test('[AF4] a WebP loses Exif, XMP and what follows its end, and says that it has none', () => {
    const bytes = joined([
      webpOf(
        vp8x(0x2c),
        riffChunk('ICCP', lettersOf('profile')),
        VP8L,
        riffChunk('EXIF', exifWith(1)),
        riffChunk('XMP ', lettersOf('<x>Dupont</x>')),
        riffChunk('JUNK', SCRIPT),
      ),
      SCRIPT,
    ]);
    expect(cleaned(bytes).bytes).toEqual(webpOf(vp8x(0x20), riffChunk('ICCP', lettersOf('profile')), VP8L));
    const turned = cleaned(webpOf(vp8x(0x08), VP8L, riffChunk('EXIF', exifWith(8)))).bytes;
    expect(text(turned)).not.toMatch(SECRET);
    expect(cleaned(turned).bytes).toEqual(turned);
  });

  test('[AF4] a PDF is kept byte for byte', () => {
    const bytes = pdfOf('/JS (app.alert(1))');
    expect(cleaned(bytes)).toEqual({ type: 'pdf', bytes, width: null, height: null });
  });
});

describe('what is not whole', () => {
  test.each([
    ['jpeg', jpegOf(segment(0xe1, lettersOf('Exif\0\0')))],
    ['png', pngOf(pngChunk('tEXt', lettersOf('a\0b')))],
    ['webp', webpOf(vp8x(8), VP8L, riffChunk('EXIF', exifWith(6)))],
    ['pdf', pdfOf()],
  ])('[AF5] a %s cut anywhere is refused and breaks nothing', (_type, bytes) => {
    for (let length = 0; length < bytes.length - 1; length++)
      expect(codeOf(cleanFile(bytes.subarray(0, length)))).toMatch(/^file-(damaged|type)$/);
  });

  test('[AF5] any byte changed gives a picture or a refusal, never a fault', () => {
    for (const whole of [
      jpegOf(segment(0xfe, SCRIPT)),
      pngOf(pngChunk('tEXt', SCRIPT)),
      webpOf(vp8x(8), VP8L, riffChunk('EXIF', exifWith(6))),
    ])
      for (let at = 0; at < whole.length; at++) {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        const result = cleanFile(bytes);
        if (result.ok) expect(result.value.bytes.length).toBeLessThanOrEqual(whole.length);
        else expect(result.failure.code).toMatch(/^file-(damaged|type)$/);
      }
  });

  test.each([
    ['a JPEG without a picture', joined([SOI, JFIF, EOI])],
    ['a segment of no length', joined([SOI, Uint8Array.of(0xff, 0xe1, 0, 1), jpegOf().subarray(2)])],
    ['a PNG without a picture', joined([PNG_SIGNATURE, ihdr(1, 1), IEND])],
    ['a PNG of no width', joined([PNG_SIGNATURE, ihdr(0, 1), IDAT, IEND])],
    ['a PNG with a part nobody knows', pngOf(pngChunk('EvIL', SCRIPT))],
    ['a PNG that begins elsewhere', joined([PNG_SIGNATURE, IDAT, IEND])],
    ['a WebP without a picture', webpOf(vp8x(0))],
    ['a WebP of nothing', webpOf()],
  ])('[AF5] %s is refused', (_what, bytes) => {
    expect(cleanFile(bytes)).toMatchObject({ failure: { code: 'file-damaged', why: 'corrupt' } });
  });

  test('[AF5] a small file that unfolds into a very large image is refused', () => {
    const bomb = joined([PNG_SIGNATURE, ihdr(60_000, 60_000), IDAT, IEND]);
    expect(cleanFile(bomb)).toMatchObject({ failure: { code: 'file-damaged', why: 'too-many-pixels' } });
    expect(cleaned(joined([PNG_SIGNATURE, ihdr(8_000, 6_000), IDAT, IEND]))).toMatchObject({
      width: 8_000,
      height: 6_000,
    });
  });
});
