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
      // Servers that share the key's folder sign one after the other: the longest history stays.
      const kept = this.read();
      if (kept !== null && originOf(kept) === originOf(note) && sizeOf(kept) > sizeOf(note)) return;
      const draft = `${path}.${process.pid}.new`;
      writeFileSync(draft, note, { mode: 0o600 });
      renameSync(draft, path);
    },
  };
}

const originOf = (note: string): string => note.split('\n', 1)[0] ?? '';
const sizeOf = (note: string): number => Number(note.split('\n', 2)[1]);

/** `attribution.pem` has `attribution.checkpoint` beside it. */
function pathOf(keyFile: string): string {
  return `${keyFile.replace(/\.pem$/, '')}.checkpoint`;
}
