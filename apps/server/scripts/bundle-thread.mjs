/** From sources, a thread's entry is one bundle in a cache, named by its content: who starts at the same time shares it. */
import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
/** @type {Map<string, URL>} */
const made = new Map();

/** @param {string} entry a file of this workspace */
export function bundleThread(entry) {
  const found = made.get(entry);
  if (found) return found;
  const { outputFiles } = buildSync({
    absWorkingDir: workspace,
    entryPoints: [entry],
    outfile: 'thread.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['yjs', 'y-protocols', 'lib0', 'zod'],
    write: false,
  });
  const [{ contents }] = /** @type {[import('esbuild').OutputFile]} */ (outputFiles);
  const folder = path.join(workspace, 'node_modules/.cache');
  const name = `${path.basename(entry, '.ts')}-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.mjs`;
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, contents);
    renameSync(draft, file);
  }
  const url = pathToFileURL(file);
  made.set(entry, url);
  return url;
}
