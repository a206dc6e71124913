/** Whether a build is missing or older than its sources: by content, since a fresh clone has no telling dates. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ dist: string, result: string, sources: string[] }} Build */

/**
 * @param {Build} build
 * @returns {boolean}
 */
export function isStale({ dist, result, sources }) {
  const record = join(dist, '.built-from');
  return (
    !existsSync(join(dist, result)) ||
    !existsSync(record) ||
    readFileSync(record, 'utf8') !== fingerprint(sources)
  );
}

/** @param {Build} build */
export function recordBuild({ dist, sources }) {
  writeFileSync(join(dist, '.built-from'), fingerprint(sources));
}

/** @param {string[]} sources */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources.filter((path) => existsSync(path)))
    for (const file of filesUnder(source)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesUnder(join(path, name)));
}
