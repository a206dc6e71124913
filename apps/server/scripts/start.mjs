/** `npm start`: builds what is missing or older than its sources, then runs the server in the foreground. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isStale, recordBuild } from './stale.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const at = (/** @type {string} */ path) => join(root, path);
const packages = ['attribution', 'collaboration', 'contracts', 'domain'].map((name) =>
  at(`packages/${name}/src`),
);

const client = {
  dist: at('apps/client/dist'),
  result: 'index.html',
  sources: [
    ...['package.json', 'index.html', 'public', 'src', 'vite', 'vite.config.ts'].map((path) =>
      at(`apps/client/${path}`),
    ),
    ...packages,
    at('package-lock.json'),
  ],
};
const server = {
  dist: at('apps/server/dist'),
  result: 'main.js',
  sources: [
    ...['package.json', 'src', 'scripts'].map((path) => at(`apps/server/${path}`)),
    ...packages,
    at('packages/embedded-mongo/src'),
    at('package-lock.json'),
  ],
};

if (isStale(client)) {
  run([at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], at('apps/client'));
  const { compress } = await import('./compress.mjs');
  compress(client.dist);
  recordBuild(client);
}
if (isStale(server)) {
  run([at('apps/server/scripts/build.mjs')], root);
  recordBuild(server);
}

// In this very process: signals, exit codes and a sudden death are the server's own.
process.chdir(root);
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(server.dist, server.result)).href);

/**
 * @param {string[]} command
 * @param {string} cwd
 */
function run(command, cwd) {
  const { status } = spawnSync(process.execPath, command, {
    cwd,
    stdio: 'inherit',
    // Whatever the shell says: what is built is what people get.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
