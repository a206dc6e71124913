/**
 * `npm run check`: types, lint, format, dead code, first load and the tests that run alone. Before each commit, so
 * under a minute: two steps at a time, each one's words in one piece when it ends.
 */
import { checks, quietly, unit } from './steps.mjs';

const startedAt = performance.now();
const left = [unit, ...checks];
/** @type {string[]} */
const failed = [];

async function lane() {
  for (let step = left.shift(); step; step = left.shift()) if (!(await quietly(step))) failed.push(step.name);
}
await Promise.all([lane(), lane()]);

const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `\ncheck: ${failed.length === 0 ? 'all passed' : `FAILED: ${failed.join(', ')}`} in ${seconds} s`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
