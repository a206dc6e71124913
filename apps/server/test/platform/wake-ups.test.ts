/** How servers hear of each other, on a line in memory that can be cut. */
import { describe, expect, test } from 'vitest';
import { createHub } from '../support/memory-line.ts';
import { join, PACE, PATIENCE, wakeUpsSuite, type Lines } from './wake-ups-suite.ts';

describe('in memory', () => {
  wakeUpsSuite('memory', createHub());

  test('[SS3] words lost on a cut line are known to be missed, and a server unheard of is gone until it is heard again', async () => {
    const hub = createHub();
    const [one, two] = [await join(hub), await join(hub)];
    await expect.poll(() => one.wakeUps.others().size, PATIENCE).toBe(1);
    const before = two.missed;
    hub.cut();
    one.tell('perdu');
    await expect.poll(() => two.missed, PATIENCE).toBeGreaterThan(before);
    await expect.poll(() => two.gone, PATIENCE).toEqual([one.wakeUps.self]);
    const whileCut = two.missed;
    hub.mend();
    for (const { wakeUps } of [one, two]) await expect.poll(() => wakeUps.others().size, PATIENCE).toBe(1);
    expect(two.missed).toBeGreaterThan(whileCut);
    expect(two.said).toEqual([]);
    one.tell('entendu');
    await expect.poll(() => two.said, PATIENCE).toEqual(['entendu']);
    await Promise.all([one.wakeUps.stop(), two.wakeUps.stop()]);
  });

  test('[SS3] who has just come may have company that it has not heard of yet', async () => {
    const one = await join(createHub());
    expect([one.wakeUps.others().size, one.wakeUps.hasCompany()]).toEqual([0, true]);
    await expect.poll(() => one.wakeUps.hasCompany(), PATIENCE).toBe(false);
    await one.wakeUps.stop();
  });

  test('[SS3] who goes without a word may have had one to say, and may be there yet until it says goodbye', async () => {
    const hub = createHub();
    let dumb = false;
    const failing: Lines = {
      line() {
        const line = hub.line();
        return { ...line, send: async (envelope) => (dumb ? undefined : line.send(envelope)) };
      },
    };
    const [one, two] = [await join(hub), await join(failing)];
    await expect.poll(() => one.wakeUps.others().size, PATIENCE).toBe(1);
    const before = one.missed;
    dumb = true;
    await expect.poll(() => one.gone, PATIENCE).toEqual([two.wakeUps.self]);
    expect(one.missed).toBe(before + 1);
    expect([one.wakeUps.others().size, one.wakeUps.hasCompany()]).toEqual([0, true]);
    dumb = false;
    await two.wakeUps.stop();
    await expect.poll(() => one.gone.length, PATIENCE).toBe(2);
    expect(one.wakeUps.hasCompany()).toBe(false);
    await one.wakeUps.stop();
  });

  test('[SS3] who was held up longer than silence is borne takes nobody for gone', async () => {
    const hub = createHub();
    const pace = { ...PACE, beatMs: 10, goneBeats: 10 };
    const [one, two] = [await join(hub, pace), await join(hub, pace)];
    await expect.poll(() => one.wakeUps.others().size, PATIENCE).toBe(1);
    const before = performance.now();
    while (performance.now() - before < 3 * pace.beatMs * pace.goneBeats);
    one.tell('encore là');
    await expect.poll(() => two.said, PATIENCE).toEqual(['encore là']);
    expect([one.gone, two.gone]).toEqual([[], []]);
    await Promise.all([one.wakeUps.stop(), two.wakeUps.stop()]);
  });

  test('[SS3] what is told while a line hangs goes out at once when it goes on; more than can wait is known to be missed', async () => {
    const hub = createHub();
    let sent = 0;
    let letGo = (): void => {};
    let hanging = Promise.resolve();
    const hang = (): void => void (hanging = new Promise((resolve) => (letGo = resolve)));
    const slow: Lines = {
      line() {
        const line = hub.line();
        return {
          ...line,
          async send(envelope) {
            sent += 1;
            await hanging;
            await line.send(envelope);
          },
        };
      },
    };
    const [one, two] = [await join(slow), await join(hub)];
    await expect.poll(() => one.wakeUps.others().size, PATIENCE).toBe(1);
    const tellWhileHanging = async (count: number): Promise<number> => {
      hang();
      const before = sent;
      await expect.poll(() => sent, PATIENCE).toBe(before + 1);
      for (let word = 0; word < count; word++) one.tell(`mot ${word}`);
      // Long enough for some beats, had they not to wait.
      await new Promise((resolve) => setTimeout(resolve, 4 * PACE.beatMs));
      expect(sent).toBe(before + 1);
      two.said.length = 0;
      const missed = two.missed;
      letGo();
      await expect.poll(() => two.said.at(-1), PATIENCE).toBe(`mot ${count - 1}`);
      return two.missed - missed;
    };
    expect(await tellWhileHanging(300)).toBe(0);
    expect(two.said).toHaveLength(300);
    expect(await tellWhileHanging(6_000)).toBe(1);
    expect(two.said).toHaveLength(1_000);
    await Promise.all([one.wakeUps.stop(), two.wakeUps.stop()]);
  });
});
