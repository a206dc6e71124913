/**
 * The last signed checkpoint, kept a second time beside the key: a database restored from a backup brings back its old
 * checkpoints with its old leaves, and only something outside it can tell.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface LastSigned {
  read(): string | null;
  keep(note: string): void;
}

export function lastSigned(keyFile: string): LastSigned {
  const path = pathOf(keyFile);
  return {
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    keep(note) {
      const draft = `${path}.new`;
      writeFileSync(draft, note, { mode: 0o600 });
      renameSync(draft, path);
    },
  };
}

/** `attribution.pem` has `attribution.checkpoint` beside it. */
function pathOf(keyFile: string): string {
  return `${keyFile.replace(/\.pem$/, '')}.checkpoint`;
}
