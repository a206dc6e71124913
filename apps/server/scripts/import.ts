/**
 * `npm run import -- FILE [--question "…"] [--opens 2026-10-12] [--yes]`: a challenge with its ideas, authors and
 * supports from JSON, CSV or XLSX. Shows what it would become and asks; nothing is imported by halves.
 */
import { QUESTION_LIMIT } from '@butinerie/contracts';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { readConfig } from '../src/platform/config.ts';
import { importTable, reportLines } from './import/import-file.ts';
import { readIdeasFile } from './import/read-file.ts';
import { timeBoxFrom } from './import/time-box.ts';
import { withServer } from './import/with-server.ts';

const USAGE = 'npm run import -- FILE [--question "…"] [--opens YYYY-MM-DD] [--yes]';

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        question: { type: 'string' },
        opens: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new CannotStart(`One file is imported: ${USAGE}`);
    return { file, ...values };
  } catch (error) {
    if (error instanceof TypeError) throw new CannotStart(`${error.message}. ${USAGE}`, error);
    throw error;
  }
}

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new CannotStart('Nothing was imported: add --yes to import without being asked.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Import this? [y/N] ');
  terminal.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}

async function main(): Promise<void> {
  const { file, question = `Idées reprises de « ${basename(file)} »`, opens, yes } = readArguments();
  const config = readConfig(process.env);
  if (!config.ok) throw new CannotStart(config.sentence);
  if (question.trim() === '' || question.length > QUESTION_LIMIT)
    throw new CannotStart(`--question must have 1 to ${QUESTION_LIMIT} characters, not ${question.length}.`);
  if (opens !== undefined && !isDay(opens))
    throw new CannotStart(`--opens must be a day such as 2026-10-12, not "${opens}".`);
  const table = await readIdeasFile(file);
  const wish = { question, timeBox: timeBoxFrom(new Date(), opens) };
  const desk = { print: (line: string) => console.log(line), confirm: async () => yes || confirm() };
  await withServer(config.value, async (caller) => {
    const report = await importTable(caller, table, { wish, desk });
    if (report === null) {
      console.log('Nothing was imported.');
      return;
    }
    console.log(`Imported as the challenge ${report.challenge}:`);
    for (const line of reportLines(report)) console.log(line);
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
