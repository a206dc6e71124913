/**
 * `npm run check`: types, lint, format, dead code, first load and the tests that run alone. Before each commit, so
 * under a minute: two steps at a time, each one's words in one piece when it ends.
 */
import { brokenOf, checks, unit } from './steps.mjs';

const startedAt = performance.now();
const failed = await brokenOf([unit, ...checks]);

const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `\ncheck: ${failed.length === 0 ? 'all passed' : `FAILED: ${failed.join(', ')}`} in ${seconds} s`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
