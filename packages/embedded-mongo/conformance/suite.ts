/**
 * Answers for one folder of official tests: which of them are meant for this server, which are skipped and why, and how
 * the others went.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, records, text } from './json.ts';
import type { Json } from './json.ts';
import { runTest } from './one-test.ts';
import type { Host } from './one-test.ts';
import { fits } from './requirements.ts';
import { skipReason } from './skips.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  excluded: number;
}

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the tests are, or undefined when they are not on this machine. */
export function dataFolder(): { path: string; folders: string[] } | undefined {
  const root = process.env['BUTINERIE_TEST_DATA'] ?? join(REPOSITORY, '../shared/data');
  const path = join(root, 'mongodb');
  return existsSync(path) ? { path, folders: readdirSync(path).sort() } : undefined;
}

const IN_TIME = 20_000;

async function outcomeOf(host: Host, file: Json, test: Json): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('did not end'), IN_TIME);
  });
  try {
    return await Promise.race([runTest(host, file, test).then(() => undefined), late]);
  } catch (error) {
    return error instanceof Error
      ? `${error.name === 'Error' ? '' : `${error.name} `}${error.message}`
      : String(error);
  } finally {
    clearTimeout(timer);
  }
}

export async function runFolder(
  host: Host,
  what: { path: string; folder: string; only?: string | undefined },
): Promise<{ counts: Counts; lines: string[] }> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, excluded: 0 };
  const lines: string[] = [];
  for (const name of readdirSync(what.path).sort()) {
    const file = parse(readFileSync(join(what.path, name), 'utf8'));
    for (const test of records(file['tests'])) {
      const title = `${what.folder}/${name.replace('.json', '')}: ${text(test['description'])}`;
      if (what.only !== undefined && !title.includes(what.only)) continue;
      if (!fits(file['runOnRequirements']) || !fits(test['runOnRequirements'])) counts.excluded += 1;
      else {
        const reason = skipReason(test);
        const failure = reason === undefined ? await outcomeOf(host, file, test) : undefined;
        if (reason !== undefined) {
          counts.skipped += 1;
          lines.push(`skipped ${title} (${reason})`);
        } else if (failure === undefined) counts.passed += 1;
        else {
          counts.failed += 1;
          lines.push(`FAILED ${title}\n    ${failure}`);
        }
      }
    }
  }
  return { counts, lines };
}
