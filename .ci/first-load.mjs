/** Which files a built page loads at first: what it names, and what those scripts import before they run. */
import { posix } from 'node:path';
import { parseSync } from 'vite';

const NAMED = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"[^>]*>/g;

/**
 * @param {{ page: string, read: (path: string) => string }} built
 * @returns {string[]} paths within the built folder, each once
 */
export function firstLoad({ page, read }) {
  const waiting = [...page.matchAll(NAMED)].map(([, path = '']) => path.replace(/^\.\//, ''));
  const loaded = new Set();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    if (path.endsWith('.js')) waiting.push(...staticImports(path, read(path)));
  }
  return [...loaded];
}

/**
 * @param {string} path
 * @param {string} code
 * @returns {string[]}
 */
function staticImports(path, code) {
  const { staticImports: imports, staticExports } = parseSync(path, code).module;
  const requested = [
    ...imports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  return requested
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name));
}
