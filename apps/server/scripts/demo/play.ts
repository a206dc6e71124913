/** Plays the scenario while it is served: weeks pass in minutes, and open pages change by themselves. */
import type { RequestHandler } from 'express';
import { setTimeout } from 'node:timers/promises';
import { createApp, type App } from '../../src/app.ts';
import type { Act } from '../../src/demonstration/acts.ts';
import type { Scenario } from '../../src/demonstration/scenario.ts';
import { onDay } from '../../src/demonstration/when.ts';
import { settableClock, type SettableClock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config.ts';
import { mark, offerParts } from './fill.ts';
import { perform } from './perform.ts';
import { assemble, type Troupe } from './troupe.ts';

/** A stretch of the story and the part of the whole playing time it takes. */
export interface Stretch {
  readonly until: Date;
  readonly share: number;
}

/** Half of the time for the three weeks, a sixth for choosing and adopting, a third for the ninety days. */
export function stretchesOf({ monday }: Pick<Scenario, 'monday'>, now: Date): Stretch[] {
  return [
    { until: onDay(monday, 20, '09:00'), share: 1 / 2 },
    { until: onDay(monday, 46, '09:00'), share: 1 / 6 },
    { until: now, share: 1 / 3 },
  ];
}

/** What time it is in the story when this part of the playing time is over, from 0 to 1. */
export function storyTime(start: Date, stretches: readonly Stretch[], part: number): Date {
  let from = start.getTime();
  let before = 0;
  for (const { until, share } of stretches) {
    if (part < before + share) {
      const within = (part - before) / share;
      return new Date(from + within * (until.getTime() - from));
    }
    before += share;
    from = until.getTime();
  }
  return new Date(from);
}

const TICK_MS = 100;
const KEY_MS = 350;

export interface Play {
  readonly app: App;
  /** Resolves when the story has reached the present; the server goes on in real time. */
  readonly over: Promise<void>;
}

export async function play(
  config: Config,
  scenario: Scenario,
  how: { minutes: number; pages: RequestHandler; now: Date; print: (line: string) => void },
): Promise<Play> {
  const start = onDay(scenario.monday, 1, '08:55');
  const early = scenario.acts.filter(({ at }) => at <= start);
  const [first] = early;
  if (first === undefined) throw new Error('a scenario without a beginning');
  const clock = settableClock(first.at, { running: true });
  const app = await createApp({ config, clock, pages: how.pages });
  await mark(app);
  const troupe = await assemble(app, clock, scenario.cast);
  for (const act of early) await perform(act, troupe, { keyMilliseconds: 0 });
  clock.set(start);
  await offerParts(app, troupe, scenario);
  const acts = scenario.acts.slice(early.length);
  return { app, over: run({ clock, troupe, acts, start, stretches: stretchesOf(scenario, how.now) }, how) };
}

interface Stage {
  readonly clock: SettableClock;
  readonly troupe: Troupe;
  readonly acts: readonly Act[];
  readonly start: Date;
  readonly stretches: readonly Stretch[];
}

async function run(
  { clock, troupe, acts, start, stretches }: Stage,
  { minutes, print }: { minutes: number; print: (line: string) => void },
): Promise<void> {
  const waiting = [...acts];
  const startedAt = performance.now();
  let told = '';
  // Acts that take their time, as people typing do, while the clock goes on.
  const underWay = new Set<Promise<void>>();
  for (let part = 0; part < 1;) {
    part = Math.min(1, (performance.now() - startedAt) / (minutes * 60_000));
    clock.set(storyTime(start, stretches, part));
    await troupe.keep();
    while (waiting[0] !== undefined && waiting[0].at <= clock.now()) {
      const [act] = waiting.splice(0, 1);
      if (act === undefined) break;
      const done = perform(act, troupe, { keyMilliseconds: KEY_MS })
        .catch((error: unknown) => print(`${act.do}: ${String(error)}`))
        .finally(() => underWay.delete(done));
      underWay.add(done);
      if (act.do !== 'write') await done;
    }
    const day = clock.now().toISOString().slice(0, 10);
    if (day !== told) print(`${day}, ${waiting.length} acts to come`);
    told = day;
    await setTimeout(TICK_MS);
  }
  await Promise.all(underWay);
}
