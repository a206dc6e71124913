/**
 * `npm test`: the checks (the first load builds the client) and the server's build, two at a time, then every test once,
 * cheap first.
 * Goes on after a failure, so that one run shows everything; the last line is the count, taken from the runner's reports.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { countRun, lastLine, sum } from './report.mjs';
import { brokenOf, checks, passes, root } from './steps.mjs';

const reports = `${root}node_modules/.cache/test-reports`;

/** One runner at a time: on a small machine, databases and browsers beside each other turn waits into failures. */
const runs = [
  { name: 'unit', projects: ['unit', 'client'] },
  { name: 'integration', projects: ['int'] },
  { name: 'browser', projects: ['e2e'] },
];

/** @param {{ name: string, projects: string[] }} run */
function runTests({ name, projects }) {
  const file = `${reports}/${name}.json`;
  const chosen = projects.map((project) => `--project=${project}`);
  const shown = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = passes({ name, command: ['vitest', 'run', ...chosen, ...shown] });
  return countRun({ name, exitCode: passed ? 0 : 1, report: read(file) });
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const build = {
  name: 'server build',
  command: /** @type {[string, ...string[]]} */ (['npm', 'run', 'build', '-w', '@butinerie/server']),
};
const brokenSteps = await brokenOf([...checks, build]);
const tests = sum(runs.map(runTests));
const total = { ...tests, failed: tests.failed + brokenSteps.length };

for (const name of brokenSteps) console.log(`failed step: ${name}`);
for (const sentence of tests.faults) console.log(`failed: ${sentence}`);
console.log(`\n${lastLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
