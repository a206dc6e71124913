/** The register as somebody who checks it finds it: the leaves about an idea, and what an audit prints. */
import { readCreditHistory, readLeaf, type IdeaId } from '@butinerie/contracts';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Caller } from '../../src/caller.ts';
import { testDatabaseUri } from './test-database.ts';
import type { TestServer } from './test-server.ts';

export async function leavesOf(by: Caller, idea: IdeaId): Promise<Record<string, unknown>[]> {
  const { events } = await by.expect(readCreditHistory, { params: { idea } });
  return Promise.all(
    events.map(async ({ n }) => {
      const { leaf } = await by.expect(readLeaf, { params: { n } });
      return JSON.parse(leaf) as Record<string, unknown>;
    }),
  );
}

/** What `npm run attribution:verify` prints beside the running server. */
export async function audited(
  { folder }: Pick<TestServer, 'folder'>,
  mongodbUri: string | undefined = testDatabaseUri(join(folder, 'data')),
): Promise<string> {
  const script = join(import.meta.dirname, '../../scripts/attribution-verify.ts');
  const dataDir = join(folder, 'data');
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    MONGODB_URI: mongodbUri,
    ATTRIBUTION_KEY_FILE: join(folder, 'keys', 'attribution.pem'),
  };
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env })).stdout;
}
