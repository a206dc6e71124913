/**
 * Builds the client when its build is missing or older than its sources, and only then. Used by the first load check
 * and before browser tests, which must never look at yesterday's pages.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

const index = join(root, 'apps/client/dist/index.html');
const record = join(root, 'node_modules/.cache/client-build.json');
const sources = [
  'package-lock.json',
  'apps/client/index.html',
  'apps/client/package.json',
  'apps/client/public',
  'apps/client/src',
  'apps/client/vite',
  'apps/client/vite.config.ts',
  'packages/attribution/src',
  'packages/collaboration/src',
  'packages/contracts/src',
  'packages/domain/src',
];

/** @returns {string} the folder that holds the built client */
export function freshClient() {
  const before = fingerprint(sources.filter((source) => existsSync(join(root, source))));
  if (!existsSync(index) || recorded() !== before + built()) {
    const { status } = spawnSync('npm', ['run', 'build', '-w', '@butinerie/client'], {
      cwd: root,
      stdio: 'inherit',
      // The runner of tests says NODE_ENV=test, and that would build React for development.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (status !== 0) throw new Error('the client does not build, see above');
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    // The built page is part of the record: a build made by other means is not taken for this one.
    writeFileSync(record, JSON.stringify(before + built()));
  }
  return join(root, 'apps/client/dist');
}

/** What the browser tests call before they start. */
export default function setup() {
  freshClient();
}

function recorded() {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined;
}

function built() {
  return fingerprint(['apps/client/dist/index.html']);
}

/** @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
