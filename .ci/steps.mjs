/** What is checked, cheap first, and how one step is run: `npm run check` and `npm test` share this list. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, command: [string, ...string[]] }} Step */

/** Everything that is not a test. @type {Step[]} */
export const checks = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'first load', command: [process.execPath, '.ci/size.mjs'] },
];

/** Tests that need neither a database, a socket nor a browser. @type {Step} */
export const unit = { name: 'unit', command: ['vitest', 'run', '--project=unit', '--project=client'] };

/**
 * Runs one step with its output shown, and says how long it took.
 * @param {Step} step
 * @returns {boolean} whether it passed
 */
export function passes({ name, command: [program, ...args] }) {
  console.log(`\n── ${name}: ${[program === process.execPath ? 'node' : program, ...args].join(' ')}`);
  const startedAt = performance.now();
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
  });
  if (error) console.error(error.message);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}
