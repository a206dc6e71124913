/** What is checked, cheap first, and how one step is run: `npm run check` and `npm test` share this list. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, command: [string, ...string[]] }} Step */

/** By content, so that a fresh checkout of another branch does not look changed. */
const formatCache = [
  '--cache',
  '--cache-strategy=content',
  '--cache-location=node_modules/.cache/prettier-check.json',
];

/** Everything that is not a test. @type {Step[]} */
export const checks = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', ...formatCache, '.'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'first load', command: [process.execPath, '.ci/size.mjs'] },
];

/** Tests that need neither a database, a socket nor a browser. @type {Step} */
export const unit = { name: 'unit', command: ['vitest', 'run', '--project=unit', '--project=client'] };

/** @param {Step} step */
const title = ({ name, command: [program, ...args] }) =>
  `\n── ${name}: ${[program === process.execPath ? 'node' : program, ...args].join(' ')}`;

/** @param {string} name @param {boolean} passed @param {number} startedAt */
const verdict = (name, passed, startedAt) =>
  `── ${name}: ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

const surroundings = () => ({ ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` });

/**
 * Runs one step with its output shown as it comes, and says how long it took.
 * @param {Step} step
 * @returns {boolean} whether it passed
 */
export function passes(step) {
  console.log(title(step));
  const startedAt = performance.now();
  const [program, ...args] = step.command;
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: surroundings() });
  if (error) console.error(error.message);
  console.log(verdict(step.name, status === 0, startedAt));
  return status === 0;
}

/**
 * Runs one step beside others: its output is shown in one piece when it ends, and only if it failed.
 * @param {Step} step
 * @returns {Promise<boolean>} whether it passed
 */
function quietly(step) {
  const startedAt = performance.now();
  const [program, ...args] = step.command;
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: surroundings() });
  /** @type {Buffer[]} */
  const shown = [];
  child.stdout.on('data', (chunk) => shown.push(chunk));
  child.stderr.on('data', (chunk) => shown.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => shown.push(Buffer.from(`${error.message}\n`)));
    child.once('close', (status) => {
      if (status !== 0) {
        console.log(title(step));
        process.stdout.write(Buffer.concat(shown));
      }
      console.log(verdict(step.name, status === 0, startedAt));
      resolve(status === 0);
    });
  });
}

/**
 * Runs these two at a time: most of them keep one processor busy and leave the other one to somebody else.
 * @param {Step[]} steps
 * @returns {Promise<string[]>} the names of those that did not pass, in the order of the list
 */
export async function brokenOf(steps) {
  const left = [...steps];
  /** @type {Set<string>} */
  const broken = new Set();
  async function lane() {
    for (let step = left.shift(); step; step = left.shift())
      if (!(await quietly(step))) broken.add(step.name);
  }
  await Promise.all([lane(), lane()]);
  return steps.map(({ name }) => name).filter((name) => broken.has(name));
}
