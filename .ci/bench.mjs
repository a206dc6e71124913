/**
 * `npm run bench -- NAME`: runs `bench/NAME.ts` of the workspace that has it, with the rest of the arguments. A bench
 * compares within one run, prints a table for people and ends with one line of JSON. What is measured is the code as the
 * product's build makes it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

const benches = new Map(
  ['apps', 'packages']
    .flatMap((group) =>
      readdirSync(path.join(root, group)).map((name) => path.join(root, group, name, 'bench')),
    )
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [path.basename(file, '.ts'), file]),
);

const [name = '', ...args] = process.argv.slice(2);
const file = benches.get(name);
if (file) {
  const options = ['--expose-gc', '--import', new URL('as-built.mjs', import.meta.url).href];
  const { status } = spawnSync(process.execPath, [...options, file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  process.exitCode = status ?? 1;
} else {
  console.error(`Which bench? ${[...benches.keys()].sort().join(', ') || 'There is none yet.'}`);
  process.exitCode = 1;
}
