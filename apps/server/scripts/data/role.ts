/** The database's role as a script for mongosh: an instance of its own says which collections there are, then goes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config.ts';

export async function databaseRole(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'butinerie-role-'));
  try {
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') });
    if (!config.ok) throw new Error(config.sentence);
    const app = await createApp({ config: config.value });
    const script = app.databaseRole();
    await app.stop();
    return script;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
