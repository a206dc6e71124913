/** The product's own application, whole: sign-ins, guard, durable log. Its database runs in a process of its own. */
import { createApp } from '../../../src/app.ts';
import { settableClock } from '../../../src/platform/clock.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { answer } from './usage.ts';

const config = readConfig(process.env);
if (!config.ok) throw new Error(config.sentence);
const clock = settableClock(new Date(process.env['BENCH_NOW'] ?? ''), { running: true });
const app = await createApp({ config: config.value, clock });
const link = (await app.firstAdministratorLink()) ?? '';
answer({ url: `http://127.0.0.1:${app.port}\n${link}` }, () => app.stop());
