/**
 * The first load check: the JavaScript and CSS that the built page asks for before anything is clicked, as a server
 * sends it (brotli, quality 11), against a budget. Prints the weight of each file whether it passes or not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { firstLoad } from './first-load.mjs';
import { freshClient } from './fresh-client.mjs';

const BUDGET = 170_000;

/** @param {Buffer} content */
const brotli = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const dist = freshClient();
const files = firstLoad({
  page: readFileSync(join(dist, 'index.html'), 'utf8'),
  read: (path) => readFileSync(join(dist, path), 'utf8'),
});
const weights = files.map((path) => ({ path, weight: brotli(readFileSync(join(dist, path))) }));
const total = weights.reduce((sum, { weight }) => sum + weight, 0);

for (const { path, weight } of weights) console.log(`${kB(weight).padStart(10)}  ${path}`);
console.log(`${kB(total).padStart(10)}  first load, brotli; budget ${kB(BUDGET)}`);
if (files.length === 0) console.error('The built page loads no script: nothing was measured.');
process.exitCode = files.length > 0 && total <= BUDGET ? 0 : 1;
