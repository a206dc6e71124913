/**
 * Bundles the server into dist/main.js, its threads and its commands beside it. Packages from npm stay outside:
 * they are installed where the bundle runs.
 */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: server,
  entryPoints: {
    main: 'src/main.ts',
    // What an administrator runs beside it, where there is no TypeScript: `node apps/server/dist/data.js dump FOLDER`.
    import: 'scripts/import.ts',
    data: 'scripts/data.ts',
    'attribution-verify': 'scripts/attribution-verify.ts',
    'embedded-mongo-worker': '@butinerie/embedded-mongo/worker',
    'provenance-thread': 'src/authorship/provenance-thread.ts',
  },
  outdir: 'dist',
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
