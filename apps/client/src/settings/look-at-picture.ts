/** A picture as it is sent: looked at by the server's own rules, and made smaller where it is larger than a screen needs. */
import { BANNER_LIMIT, refuse, type Failure } from '@butinerie/contracts';
import { isTaken, kindOf } from '@butinerie/domain';

/** Twice the widest place it is shown in. */
const WIDEST = 1_600;
/** Below this a picture is loaded within a moment on a phone. */
const LIGHT = 400_000;
const QUALITY = 0.82;

export interface Picture {
  readonly bytes: Blob;
  readonly failure: Failure<'too-large' | 'file-type'> | null;
}

export async function lookAtPicture(file: Blob): Promise<Picture> {
  const kind = kindOf(new Uint8Array(await file.slice(0, 1_024).arrayBuffer()));
  if (!isTaken(kind) || kind === 'pdf')
    return { bytes: file, failure: refuse('file-type', { found: kind }).failure };
  const bytes = await smaller(file);
  if (bytes.size <= BANNER_LIMIT) return { bytes, failure: null };
  return { bytes, failure: refuse('too-large', { limit: BANNER_LIMIT, size: bytes.size }).failure };
}

/** The file itself where the browser cannot draw it: the server says what is wrong with it. */
async function smaller(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null || (picture.width <= WIDEST && file.size <= LIGHT)) return file;
  const share = Math.min(1, WIDEST / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const context = canvas.getContext('2d');
  if (context === null) return file;
  // What is transparent would be black in a photograph.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return drawn !== null && drawn.size < file.size ? drawn : file;
}

/** To be shown before it is sent: the page takes pictures from itself and from its own data only. */
export function addressOfPicture(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error('the chosen file cannot be read any more')));
    reader.readAsDataURL(bytes);
  });
}
