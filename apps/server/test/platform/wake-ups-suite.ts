/** What every line between servers has to do: the same tests for each of them. */
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/platform/log.ts';
import { openWakeUps, type Line, type Pace, type WakeUps } from '../../src/platform/servers/wake-ups.ts';

export interface Lines {
  /** One more server on the same line. */
  line(): Promise<Line> | Line;
}

export const PACE: Pace = { gatherMs: 5, beatMs: 50, goneBeats: 30 };
export const PATIENCE = { timeout: 20_000, interval: 10 };

export interface Heard {
  readonly wakeUps: WakeUps;
  readonly said: string[];
  readonly gone: string[];
  missed: number;
  tell(text: string): void;
}

export async function join(lines: Lines, pace = PACE): Promise<Heard> {
  const wakeUps = await openWakeUps(await lines.line(), createLog('silent'), pace);
  const topic = wakeUps.topic('text', z.string());
  const heard: Heard = { wakeUps, said: [], gone: [], missed: 0, tell: (text) => topic.tell(text) };
  topic.on((text) => heard.said.push(text));
  wakeUps.onGone((server) => heard.gone.push(server));
  wakeUps.onMissed(() => (heard.missed += 1));
  return heard;
}

export function wakeUpsSuite(name: string, lines: Lines): void {
  const open: Heard[] = [];
  afterEach(async () => {
    for (const { wakeUps } of open.splice(0)) await wakeUps.stop();
  });
  const several = async (count: number): Promise<Heard[]> => {
    for (let n = 0; n < count; n++) open.push(await join(lines));
    for (const { wakeUps } of open) await expect.poll(() => wakeUps.others().size, PATIENCE).toBe(count - 1);
    return open;
  };

  test(`[SS3] ${name}: what one server says every other hears, in order, and itself does not`, async () => {
    const [one, two, three] = (await several(3)) as [Heard, Heard, Heard];
    const words = Array.from({ length: 200 }, (_, n) => `mot ${n} « é »`);
    for (const word of words) one.tell(word);
    two.tell('de deux');
    await expect.poll(() => three.said.length, PATIENCE).toBe(201);
    await expect.poll(() => two.said, PATIENCE).toEqual(words);
    expect(three.said.filter((word) => word !== 'de deux')).toEqual(words);
    await expect.poll(() => one.said, PATIENCE).toEqual(['de deux']);
  });

  test(`[SS3] ${name}: who comes later knows that she missed something, who stays knows who left`, async () => {
    const [one, two] = (await several(2)) as [Heard, Heard];
    one.tell('avant');
    await expect.poll(() => two.said, PATIENCE).toEqual(['avant']);
    const missed = one.missed;
    two.tell('en partant');
    await two.wakeUps.stop();
    await expect.poll(() => one.gone, PATIENCE).toEqual([two.wakeUps.self]);
    expect([one.said, one.missed]).toEqual([['en partant'], missed]);
    expect(one.wakeUps.others().size).toBe(0);
    one.tell('à personne');
    const late = await join(lines);
    open.push(late);
    await expect.poll(() => late.missed, PATIENCE).toBeGreaterThan(0);
    await expect.poll(() => one.wakeUps.others().size, PATIENCE).toBe(1);
    one.tell('après');
    await expect.poll(() => late.said, PATIENCE).toEqual(['après']);
  });
}
