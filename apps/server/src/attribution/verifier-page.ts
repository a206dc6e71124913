/** The SHA-256 of the page that verifies offline, as `sha256sum` prints it; null where there is no such page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export function digestOfFile(path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
