/** A list as the server takes it: what was pasted, or a file whole. */
import type { ListSource } from '@butinerie/contracts';

/** What the contract's base64 holds, in bytes of the file. */
const FILE_LIMIT = 2_000_000;

const asDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });

/** Null: the file is larger than a list of people can be, or the device does not let us read it. */
export async function sourceOfFile(file: File): Promise<ListSource | null> {
  if (file.size > FILE_LIMIT) return null;
  try {
    const url = await asDataUrl(file);
    return { fileName: file.name, base64: url.slice(url.indexOf(',') + 1) };
  } catch {
    return null;
  }
}
