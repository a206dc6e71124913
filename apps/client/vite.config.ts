/**
 * How the client is built. The server mounts the same configuration in development, so that there is one port, one
 * cookie and one socket as in production.
 */
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type BuildOptions } from 'vite';
import { keptPage } from './vite/kept-page.ts';
import { offlineWorker } from './vite/offline-worker.ts';

const CONTRACTS = /[\\/]packages[\\/](contracts|domain|attribution|collaboration)[\\/]/;
const root = fileURLToPath(new URL('.', import.meta.url));

const build: BuildOptions = {
  target: 'baseline-widely-available',
  // Read by the first-load budget and by the server's preloading.
  manifest: true,
  reportCompressedSize: false,
  // An inlined asset would need data: in the content security policy.
  assetsInlineLimit: 0,
  rolldownOptions: {
    treeshake: {
      // Our packages only declare: what a screen does not import does not ship.
      moduleSideEffects: (id) => !CONTRACTS.test(id),
    },
  },
};

export default defineConfig({
  root,
  plugins: [
    react(),
    keptPage({
      entry: `${root}src/attribution/kept/main.tsx`,
      like: { root, plugins: [react()], build },
    }),
    offlineWorker({ entry: `${root}src/offline/worker.ts`, like: { root, build } }),
  ],
  build,
});
