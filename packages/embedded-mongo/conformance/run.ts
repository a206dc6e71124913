/**
 * Answers for `npm run conformance`: the official driver tests, folder by folder, against this server through the stock
 * driver. `--folder NAME` and `--only TEXT` narrow it, `--verbose` tells every skip.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../src/index.ts';
import { dataFolder, runFolder } from './suite.ts';
import type { Counts } from './suite.ts';

const { values: asked } = parseArgs({
  options: { folder: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean' } },
});

const data = dataFolder();
if (data === undefined) {
  console.error(
    'The official tests are absent: put them in ../shared/data/mongodb or set BUTINERIE_TEST_DATA.',
  );
  process.exit(1);
}

// The driver writes the addresses of a set's members in small letters, so the path to the socket has no others.
const dataDir = join(tmpdir().toLowerCase(), `em-conformance-${randomBytes(4).toString('hex')}`);
const server = await startEmbeddedMongo({ dataDir, sync: 'none', testCommands: true });
const uri = server.uri.replace('&directConnection=true', '');
const own = await MongoClient.connect(uri);
const totals: Record<string, Counts> = {};
try {
  for (const folder of data.folders) {
    if (asked.folder !== undefined && asked.folder !== folder) continue;
    const { counts, lines } = await runFolder(
      { uri, own },
      { path: join(data.path, folder), folder, only: asked.only },
    );
    totals[folder] = counts;
    for (const line of lines) if (asked.verbose || !line.startsWith('skipped')) console.log(line);
    const { passed, failed, skipped, excluded } = counts;
    console.log(
      `${folder}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${excluded} excluded by their own requirements`,
    );
  }
} finally {
  await own.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(JSON.stringify(totals));
process.exitCode = Object.values(totals).some((counts) => counts.failed > 0) ? 1 : 0;
