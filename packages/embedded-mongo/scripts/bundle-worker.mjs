/** From sources, the database's thread is one bundle in a cache, named by its content: who starts at the same time shares it. */
import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
/** @type {URL | undefined} */
let made;

export function bundleWorker() {
  return (made ??= bundle());
}

function bundle() {
  const { outputFiles } = buildSync({
    absWorkingDir: workspace,
    entryPoints: ['src/worker.ts'],
    outfile: 'worker.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'inline',
    write: false,
  });
  const [{ contents }] = /** @type {[import('esbuild').OutputFile]} */ (outputFiles);
  const folder = `${workspace}node_modules/.cache`;
  const file = `${folder}/worker-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.mjs`;
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, contents);
    renameSync(draft, file);
  }
  return pathToFileURL(file);
}
