/** The folder that holds everything an instance must keep: made at first start, for the server's account only. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { CannotStart } from './cannot-start.ts';

export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(`DATA_DIR ${dataDir} must be a folder that this account can write to.`, error);
  }
}
