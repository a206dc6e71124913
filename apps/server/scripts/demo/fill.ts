/** Fills an empty instance with the scenario, living through its weeks on a clock moved by hand. */
import { createApp, type App } from '../../src/app.ts';
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
    for (const [index, act] of acts.entries()) {
      clock.set(act.at);
      await troupe.keep();
      await perform(act, troupe, { keyMilliseconds: 0 });
      if ((index + 1) % 100 === 0 || index + 1 === acts.length)
        print(`${index + 1} of ${acts.length} acts, ${act.at.toISOString().slice(0, 10)}`);
    }
    await app.mailSettled();
    // Last of all: who can be played says that the filling is over.
    await offerParts(app, troupe, scenario);
  } finally {
    await app.stop();
  }
}

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
