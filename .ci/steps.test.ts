import { expect, test, vi } from 'vitest';
import { brokenOf, type Step } from './steps.mjs';

const ending = (name: string, code: string): Step => ({ name, command: [process.execPath, '-e', code] });

test('every step runs, whatever the others do, and those that broke are named in their order', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    const broken = await brokenOf([
      ending('late', "process.stdin.on('end', () => process.exit(1)).resume()"),
      ending('sound', ''),
      { name: 'absent', command: ['no-such-program-here'] },
      ending('killed', "process.kill(process.pid, 'SIGKILL')"),
      ending('sound too', ''),
    ]);
    expect(broken).toEqual(['late', 'absent', 'killed']);
    const verdicts = said.mock.calls.flat().filter((line) => /: (passed|FAILED) in /.test(String(line)));
    expect(verdicts).toHaveLength(5);
  } finally {
    said.mockRestore();
    written.mockRestore();
  }
});
