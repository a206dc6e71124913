/** Fills an empty instance with the scenario, living through its weeks on a clock moved by hand. */
import { createApp } from '../../src/app.ts';
import type { App } from '../../src/app-setup.ts';
import type { Act } from '../../src/demonstration/acts.ts';
import type { Scenario } from '../../src/demonstration/scenario.ts';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config.ts';
import { perform } from './perform.ts';
import { assemble, type Troupe } from './troupe.ts';

export const NAME = 'La Butinerie de démonstration';
const HOUR = 3_600_000;

export async function fill(config: Config, scenario: Scenario, print: (line: string) => void): Promise<void> {
  const { acts } = scenario;
  const [first] = acts;
  if (first === undefined) throw new Error('a scenario without acts');
  const clock = settableClock(new Date(first.at.getTime() - HOUR));
  const app = await createApp({ config: { ...config, host: '127.0.0.1', port: 0 }, clock });
  try {
    await mark(app);
    const troupe = await assemble(app, clock, scenario.cast);
    print(`${scenario.cast.everybody.length} people invited`);
    let done = 0;
    for (const together of batchesOf(acts)) {
      clock.set(together.at);
      await troupe.keep();
      await Promise.all(together.acts.map((act) => perform(act, troupe, { keyMilliseconds: 0 })));
      const before = done;
      done += together.acts.length;
      if (Math.floor(done / 100) > Math.floor(before / 100) || done === acts.length)
        print(`${done} of ${acts.length} acts, ${together.at.toISOString().slice(0, 10)}`);
    }
    await app.mailSettled();
    // Last of all: who can be played says that the filling is over.
    await offerParts(app, troupe, scenario);
  } finally {
    await app.stop();
  }
}

interface Batch {
  readonly at: Date;
  readonly acts: readonly Act[];
}
const MOST_TOGETHER = 8;

/** Rebounds and supports of one day wait for nobody: several at once share one write to disk. */
export function batchesOf(acts: readonly Act[]): Batch[] {
  const batches: { at: Date; acts: Act[] }[] = [];
  for (const act of acts) {
    const last = batches.at(-1);
    const joins =
      last !== undefined &&
      last.acts.length < MOST_TOGETHER &&
      dayOf(act.at) === dayOf(last.at) &&
      [...last.acts, act].every(({ do: what }) => what === 'rebound' || what === 'support');
    if (joins) last.acts.push(act);
    else batches.push({ at: act.at, acts: [act] });
  }
  return batches;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export async function mark(app: App): Promise<void> {
  if (!(await app.openDemonstration({ name: NAME, parts: [] })))
    throw new CannotStart('Somebody is in this instance already, so it cannot become a demonstration.');
}

export async function offerParts(app: App, { administrator }: Troupe, { parts }: Scenario): Promise<void> {
  await app.openDemonstration({
    name: NAME,
    parts: [...parts, { part: 'admin', person: administrator }],
  });
}
