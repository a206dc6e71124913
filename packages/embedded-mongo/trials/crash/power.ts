/**
 * A power cut: the data file falls back to what its disk had promised to keep, and of the pages written since, each is
 * kept or lost by chance, as a disk that reorders its writes would. It models whole pages of 4096 bytes: no page torn in
 * its middle, no disk that lies about a sync.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = 4096;
const source = fileURLToPath(new URL('power-cut.c', import.meta.url));

export interface Power {
  /** The environment of a process whose data lie on this disk; what the file holds by now counts as kept. */
  under(dataDir: string): Record<string, string>;
  /** Gives how many pages were written and never synced, and how many of them are lost. */
  cut(dataDir: string, keeps: () => boolean): { unsynced: number; lost: number };
}

/** Undefined on a machine without a C compiler. */
export function makePower(folder: string): Power | undefined {
  const library = join(folder, 'power-cut.so');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    stdio: 'inherit',
  });
  if (made.status !== 0) return undefined;
  const files = (dataDir: string): { data: string; shadow: string } => ({
    data: join(dataDir, 'data.mdb'),
    shadow: join(dataDir, 'shadow.mdb'),
  });
  return {
    under(dataDir) {
      const { data, shadow } = files(dataDir);
      if (existsSync(data)) copyFileSync(data, shadow);
      return { LD_PRELOAD: library, WATCHED: data, SHADOW: shadow };
    },
    cut(dataDir, keeps) {
      const { data, shadow } = files(dataDir);
      const written = readFileSync(data);
      const synced = readFileSync(shadow);
      const after = Buffer.alloc(written.length);
      synced.copy(after);
      let unsynced = 0;
      let lost = 0;
      for (let at = 0; at < written.length; at += PAGE) {
        const page = written.subarray(at, at + PAGE);
        if (page.equals(after.subarray(at, at + PAGE))) continue;
        unsynced += 1;
        if (keeps()) page.copy(after, at);
        else lost += 1;
      }
      writeFileSync(data, after);
      return { unsynced, lost };
    },
  };
}
