import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, '../peers');
const installed = existsSync(path.join(folder, 'node_modules/yjs'));
if (!installed) console.warn('SKIPPED: peers are not installed; npm run peers -w @butinerie/collaboration');

interface Attacked {
  /** Whether the server closed the connection it came on, and the author's. */
  readonly refused: boolean;
  readonly authorRefused: boolean;
  /** What a page that joins afterwards reads, and whether it holds something back. */
  readonly title: string;
  readonly parked: boolean;
}
type Answer = Readonly<Record<'forged' | 'gap' | 'futureDelete', Attacked>>;

const forgeAgainst = async (peer: string, mode: 'plain' | 'guarded'): Promise<Answer> => {
  const args = ['--import', 'tsx', 'forgery.mjs', peer, mode];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, timeout: 50_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
};

const taken = { refused: false, authorRefused: false };
const stopped = { refused: true, authorRefused: false, parked: false };

describe.skipIf(!installed).each(['hocuspocus', 'y-websocket'])('a forgery against %s', (peer) => {
  it('[GD1] passes without the guard: words under her name, a parked update for all, her next words lost', async () => {
    expect(await forgeAgainst(peer, 'plain')).toEqual({
      forged: { ...taken, title: 'Donner les repas EVIL', parked: false },
      gap: { ...taken, title: 'Donner les repas chauds', parked: true },
      futureDelete: { ...taken, title: 'Donner les repas', parked: false },
    });
  });

  it('[GD1] is stopped by the guard in front of it, and the author writes on', async () => {
    expect(await forgeAgainst(peer, 'guarded')).toEqual({
      forged: { ...stopped, title: 'Donner les repas' },
      gap: { ...stopped, title: 'Donner les repas chauds' },
      futureDelete: { ...stopped, title: 'Donner les repas chauds' },
    });
  });
});
