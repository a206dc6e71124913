/**
 * The one thing of a photo's metadata that its look depends on: which way is up. Read from Exif, and written again
 * alone, without the place, the hour, the device or the small picture that came with it.
 */
import { joined, lettersOf, u16, u32, u32le } from './bytes.ts';

const TAG = 0x0112;
const UPRIGHT = 1;

/** Of a TIFF structure; upright where it says nothing that makes sense. */
export function orientationOf(tiff: Uint8Array): number {
  const order = String.fromCharCode(tiff[0] ?? 0, tiff[1] ?? 0);
  if (order !== 'II' && order !== 'MM') return UPRIGHT;
  const little = order === 'II';
  const short = (at: number): number | undefined => {
    const value = u16(tiff, at);
    return value === undefined || !little ? value : (value & 255) * 256 + (value >> 8);
  };
  const directory = little ? u32le(tiff, 4) : u32(tiff, 4);
  if (directory === undefined || short(2) !== 42) return UPRIGHT;
  const entries = short(directory) ?? 0;
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    const tag = short(at);
    if (tag === undefined) return UPRIGHT;
    if (tag !== TAG) continue;
    const value = short(at + 8) ?? UPRIGHT;
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/** Nothing to write for an upright image. */
export function onlyOrientation(orientation: number): Uint8Array | null {
  if (orientation === UPRIGHT) return null;
  const header = [42, 0, 8, 0, 0, 0];
  const entry = [TAG & 255, TAG >> 8, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
  return joined([lettersOf('II'), Uint8Array.of(...header, 1, 0, ...entry, 0, 0, 0, 0)]);
}
