/** A small file beside the data, written whole: after a crash it is what it was, or what it became. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Readable by the server's account only; on disk when it returns. */
export function replaceFile(path: string, text: string): void {
  // Several servers may share the folder.
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, path);
  settle(path);
}

/** The name in its folder, after what it names. */
export function settle(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
