/** The service worker, at the one address from which it may answer for every page. Development has none: it would keep old code. */
import type { Plugin } from 'vite';
import { inOneFile, type Like } from './in-one-file.ts';

export function offlineWorker({ entry, like }: { readonly entry: string; readonly like: Like }): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async generateBundle() {
      const { script } = await inOneFile(entry, like);
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: script });
    },
  };
}
