/** The command: reads its arguments and files, prints what it found, ends with the code that says so. */
import { readFileSync } from 'node:fs';
import { run } from './run.ts';

const { code, lines } = run(process.argv.slice(2), {
  read: (file) => readFileSync(file, 'utf8'),
  locale: process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '',
});
console.log(lines.join('\n'));
process.exitCode = code;
