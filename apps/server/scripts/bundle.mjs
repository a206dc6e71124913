/** Bundles entries of the server. Packages from npm stay outside: they are installed where the bundle runs. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('..', import.meta.url));

/** What every bundle of the server needs beside it: threads are started from files. */
const THREADS = {
  'embedded-mongo-worker': '@butinerie/embedded-mongo/worker',
  'provenance-thread': 'src/authorship/provenance-thread.ts',
};

/**
 * @param {Record<string, string>} entryPoints files of this workspace by the name that each has when bundled
 * @param {string} outdir
 */
export async function bundle(entryPoints, outdir) {
  await build({
    absWorkingDir: server,
    entryPoints: { ...entryPoints, ...THREADS },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'packages-stay-outside',
        setup(building) {
          building.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@butinerie/') ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
}
