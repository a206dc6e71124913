/** The product's own application, whole: sign-ins, guard, durable log. Its database runs in a process of its own. */
import { setTimeout } from 'node:timers/promises';
import { createApp } from '../../../src/app.ts';
import { settableClock } from '../../../src/platform/clock.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { answer } from './usage.ts';

const config = readConfig(process.env);
if (!config.ok) throw new Error(config.sentence);
const clock = settableClock(new Date(process.env['BENCH_NOW'] ?? ''), { running: true });
const app = await createApp({ config: config.value, clock });
const link = (await app.firstAdministratorLink()) ?? '';
/** Later than a text may be idle before it is let go of, and a little longer than the product takes to notice. */
const IDLE_MS = 10 * 60_000;
const SWEPT_MS = 62_000;
answer(
  { url: `http://127.0.0.1:${app.port}\n${link}` },
  {
    stop: () => app.stop(),
    async rest() {
      clock.advance(IDLE_MS);
      await setTimeout(SWEPT_MS);
    },
  },
);
