/** Plays the scenario while it is served: weeks pass in minutes, and open pages change by themselves. */
import type { RequestHandler } from 'express';
import { setTimeout } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import type { App } from '../../src/app-setup.ts';
import type { Act } from '../../src/demonstration/acts.ts';
import type { Scenario } from '../../src/demonstration/scenario.ts';
import { onDay } from '../../src/demonstration/when.ts';
import { settableClock, type SettableClock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config.ts';
import { batchesOf, mark, offerParts } from './fill.ts';
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
/** Between two words of a person, for each minute that the whole play lasts. */
const KEY_MS_A_MINUTE = 35;

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

/** Where the machine is slower than the story, the story waits: nobody proposes after the last day for ideas. */
async function run(
  { clock, troupe, acts, start, stretches }: Stage,
  { minutes, print }: { minutes: number; print: (line: string) => void },
): Promise<void> {
  const waiting = batchesOf(acts);
  const startedAt = performance.now();
  const underWay = new Set<Promise<void>>();
  const moveTo = async (to: Date): Promise<void> => {
    const before = dayOf(clock);
    if (to > clock.now()) clock.set(to);
    await troupe.keep();
    if (dayOf(clock) !== before) print(dayOf(clock));
  };
  const done = async (act: Act): Promise<void> => {
    // A visitor may have changed what the act is about: the story goes on without it.
    const ended = perform(act, troupe, { keyMilliseconds: minutes * KEY_MS_A_MINUTE }).catch(
      (error: unknown) => print(`${act.do}: ${String(error)}`),
    );
    // People who type take their time, while the clock goes on.
    if (act.do !== 'write') return ended;
    const typing = ended.finally(() => underWay.delete(typing));
    underWay.add(typing);
  };
  for (let part = 0; part < 1;) {
    part = Math.min(1, (performance.now() - startedAt) / (minutes * 60_000));
    const target = storyTime(start, stretches, part);
    for (let next = waiting[0]; next !== undefined && next.at <= target; next = waiting[0]) {
      waiting.shift();
      await moveTo(next.at);
      await Promise.all(next.acts.map(done));
    }
    await moveTo(target);
    await setTimeout(TICK_MS);
  }
  await Promise.all(underWay);
}

const dayOf = (clock: SettableClock): string => clock.now().toISOString().slice(0, 10);
